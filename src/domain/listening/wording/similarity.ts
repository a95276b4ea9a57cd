import { stemsOf, wordsOf } from './tokens.ts';

/** How alike two texts are, from 0 to 1, and the numbers and refusals in which they differ. */
export type Likeness = {
  /** Shared stems, weighted, as a share of all stems of the shorter text. */
  readonly cover: number;
  /** Shared stems, weighted, as a share of all stems of both. */
  readonly overlap: number;
  readonly shared: number;
  /** One speaks of a number or a negation the other does not have. */
  readonly conflict: boolean;
};

const NEGATIONS = new Set(
  'no not never without none cannot dont doesnt isnt wont cant t не нет без никогда ни nie bez nigdy nikt nikogo brak zaden zadna zadne zadnych zadnego ne n pas sans jamais aucun aucune personne rien nobody nothing non'.split(
    ' ',
  ),
);

const weight = (stem: string): number => (stem.length >= 6 ? 1.5 : 1);
const total = (stems: ReadonlySet<string>): number => [...stems].reduce((sum, s) => sum + weight(s), 0);
const numbersOf = (words: readonly string[]): Set<string> => new Set(words.filter((w) => /\d/.test(w)));
const negated = (words: readonly string[]): boolean => words.some((w) => NEGATIONS.has(w) || /^(?:ник|нич)/.test(w));

/** Near-identical stems count as one: a common start of five letters or more that leaves at most two of either. */
function same(a: string, b: string): boolean {
  if (a === b) return true;
  if (/\d/.test(a + b)) return false;
  const n = Math.min(a.length, b.length);
  let i = 0;
  while (i < n && a[i] === b[i]) i += 1;
  return i >= 5 && a.length - i <= 2 && b.length - i <= 2;
}

/** Each stem is paired once: equal ones first, then near ones. */
function pairs(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly (readonly [string, string])[] {
  const equal = [...a].filter((x) => b.has(x));
  const restA = [...a].filter((x) => !b.has(x));
  const restB = new Set([...b].filter((y) => !a.has(y)));
  const near: [string, string][] = [];
  for (const x of restA) {
    const y = [...restB].find((candidate) => same(x, candidate));
    if (y === undefined) continue;
    restB.delete(y);
    near.push([x, y]);
  }
  return [...equal.map((x) => [x, x] as const), ...near];
}

/** Compares two texts by their stems. Works on wording alone: it suggests, a person confirms (L2, T11). */
export function likeness(a: string, b: string): Likeness {
  const stemsA = new Set(stemsOf(a));
  const stemsB = new Set(stemsOf(b));
  const shared = pairs(stemsA, stemsB);
  const weightShared = shared.reduce((sum, [x, y]) => sum + Math.min(weight(x), weight(y)), 0);
  const weightSmall = Math.min(total(stemsA), total(stemsB));
  const weightAll = total(stemsA) + total(stemsB) - weightShared;
  return {
    cover: weightSmall === 0 ? 0 : weightShared / weightSmall,
    overlap: weightAll === 0 ? 0 : weightShared / weightAll,
    shared: shared.length,
    conflict: conflicts(wordsOf(a), wordsOf(b)),
  };
}

function conflicts(a: readonly string[], b: readonly string[]): boolean {
  const numbersA = numbersOf(a);
  const numbersB = numbersOf(b);
  const clash = numbersA.size > 0 && numbersB.size > 0 && ![...numbersA].some((n) => numbersB.has(n));
  return clash || negated(a) !== negated(b);
}
