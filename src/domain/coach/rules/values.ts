import { LETTER } from '../text.ts';

const CURRENCY = `(?:eur|euros?|€|евро|usd|\\$|gbp|£|pln|zł|złotych|руб(?:лей|\\.)?|chf)`;
const AMOUNT = new RegExp(
  `(?:(\\d{1,3}(?:[ .,]\\d{3})+|\\d+)(?:[.,](\\d{1,2}))?\\s*(тысяч|тыс\\.?|tys\\.?|k)?\\s*${CURRENCY}(?![${LETTER}]))|(?:[€£$]\\s*(\\d{1,3}(?:[ ,.]\\d{3})+|\\d+))`,
  'g',
);

/** Sums of money in a text, in whole units of whatever currency is named. */
export function amounts(text: string): number[] {
  return Array.from(text.matchAll(AMOUNT), (m) => {
    const whole = Number((m[1] ?? m[4] ?? '0').replace(/[ .,]/g, ''));
    return whole * (m[3] ? 1000 : 1) + (m[2] ? Number(m[2].padEnd(2, '0')) / 100 : 0);
  });
}

const PERCENT = new RegExp(
  `(\\d{1,3}(?:[.,]\\d)?|[${LETTER}]+)(?:\\s|-)*(?:%|per ?cent|percent|pour ?cent|procent\\S*|процент\\S*)`,
  'g',
);

/** Percentages in a text, in figures or in words. */
export function percents(text: string, numbers: ReadonlyMap<string, number>): number[] {
  return Array.from(text.matchAll(PERCENT), (m) => numberOf(m[1] ?? '', numbers)).filter((n) => n > 0);
}

export const numberOf = (word: string, numbers: ReadonlyMap<string, number>): number =>
  /^\d/.test(word)
    ? Number(word.replace(',', '.'))
    : (numbers.get(word) ?? word.split('-').reduce((sum, part) => sum + (numbers.get(part) ?? 0), 0));

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
