import { LETTER } from '../text.ts';

type Numbers = ReadonlyMap<string, number>;
/** A number in figures or in words, with its place in the text. */
type FoundNumber = { readonly value: number; readonly start: number; readonly end: number };

const TOKEN = new RegExp(`\\d{1,3}(?:[ .,]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d{1,2})?|[${LETTER}]+(?:-[${LETTER}]+)*`, 'g');

/** Numbers of a text, also in words: "two hundred and forty", «двадцать пять», "vingt-deux". */
export function readNumbers(text: string, numbers: Numbers): FoundNumber[] {
  const out: { value: number; start: number; end: number; words: boolean }[] = [];
  for (const m of text.matchAll(TOKEN)) {
    const start = m.index;
    const end = start + m[0].length;
    const figure = /^\d/.test(m[0]);
    const value = figure ? figureOf(m[0]) : numberOf(m[0], numbers);
    if (value <= 0) continue;
    const last = out.at(-1);
    const joins =
      last && !figure && /^\s+(?:and |et )?$/.test(text.slice(last.end, start)) && (last.words || value === 1000);
    if (joins && (value >= 100 ? value > last.value : value < (last.value >= 100 ? 100 : 10))) {
      last.value = value >= 100 ? last.value * value : last.value + value;
      last.end = end;
    } else out.push({ value, start, end, words: !figure });
  }
  return out;
}

const figureOf = (w: string): number =>
  /^\d{1,3}(?:[ .,]\d{3})+$/.test(w) ? Number(w.replace(/[ .,]/g, '')) : Number(w.replace(',', '.'));

const numberOf = (word: string, numbers: Numbers): number =>
  numbers.get(word) ??
  (word.includes('-') ? word.split('-').reduce((sum, part) => sum + (numbers.get(part) ?? 0), 0) : 0);

const UNIT_OF_MONEY = new RegExp(
  `^\\s*(?:тыс\\.?\\s*|tys\\.?\\s*|k\\s*)?(?:eur|euros?|€|евро|usd|\\$|gbp|£|pounds?|dollars?|pln|zł|złotych|руб(?:лей|ля|\\.)?|chf)(?![${LETTER}])`,
);
const SIGN_OF_MONEY = /[€£$]\s*$/;

/** Sums of money in a text, in whole units of whatever currency is named. */
export const amounts = (text: string, numbers: Numbers): number[] =>
  readNumbers(text, numbers).flatMap((n) => {
    const unit = UNIT_OF_MONEY.exec(text.slice(n.end, n.end + 16));
    if (!unit && !SIGN_OF_MONEY.test(text.slice(Math.max(0, n.start - 3), n.start))) return [];
    return [unit && /тыс|tys|^\s*k/.test(unit[0]) ? n.value * 1000 : n.value];
  });

const PERCENT = /^[\s-]*(?:%|per ?cent|percent|pour ?cent|procent|процент)/;

/** Percentages in a text, in figures or in words. */
export const percents = (text: string, numbers: Numbers): number[] =>
  readNumbers(text, numbers)
    .filter((n) => PERCENT.test(text.slice(n.end, n.end + 12)))
    .map((n) => n.value);

/** Words worth comparing: no common words, no short ones, no figures. */
export function contentWords(text: string, stop: ReadonlySet<string>): string[] {
  const words = text.match(new RegExp(`[${LETTER}]+`, 'g')) ?? [];
  return words.filter((w) => w.length >= 3 && !/\d/.test(w) && !stop.has(w));
}

/** Two forms of one word: a common beginning long enough for the longer of the two. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const max = Math.max(a.length, b.length);
  let p = 0;
  while (p < max && a[p] === b[p]) p++;
  return p >= 7 || (p >= 4 && p >= max * 0.55) || (p === 3 && max <= 4);
}

/** How many of the first list's words (each once) occur in the second. */
export function shared(a: readonly string[], b: readonly string[]): string[] {
  const out: string[] = [];
  for (const w of a) if (!out.some((o) => sameWord(o, w)) && b.some((x) => sameWord(w, x))) out.push(w);
  return out;
}
