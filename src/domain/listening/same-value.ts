import { foldWord } from './wording/tokens.ts';
import type { ConditionValue } from './words.ts';

const sameList = (a: readonly string[], b: readonly string[]): boolean => {
  const set = new Set(a.map(foldWord));
  return set.size === new Set(b.map(foldWord)).size && b.every((item) => set.has(foldWord(item)));
};

/** Two typed conditions that ask for exactly the same; lists compare without order and case. */
export function sameValue(a: ConditionValue, b: ConditionValue): boolean {
  if (a.kind === 'money' && b.kind === 'money')
    return a.max.minor === b.max.minor && (a.max.minor === 0 || a.max.currency === b.max.currency);
  if (a.kind === 'date' && b.kind === 'date') return a.latest === b.latest && a.earliest === b.earliest;
  if (a.kind === 'place' && b.kind === 'place') return a.rule === b.rule && sameList(a.places, b.places);
  if (a.kind === 'channel' && b.kind === 'channel') return a.rule === b.rule && sameList(a.channels, b.channels);
  if (a.kind === 'scope' && b.kind === 'scope') return a.rule === b.rule && sameList(a.items, b.items);
  if (a.kind === 'product' && b.kind === 'product') {
    return (
      a.rule === b.rule &&
      (a.key !== undefined && b.key !== undefined ? a.key === b.key : foldWord(a.name) === foldWord(b.name))
    );
  }
  return false;
}
