import { ownLines } from './own-lines.ts';
import { fold } from './text.ts';
import { type Lang } from './types.ts';

const COMMON: readonly (readonly [Lang, RegExp])[] = [
  [
    'en',
    /(?<![\p{L}'])(?:the|and|you|your|is|are|we|will|to|of|for|that|it|with|have|not|on|this|be|i'll|can|from|at|was|please|hi|hello|dear)(?![\p{L}'])/gu,
  ],
  [
    'fr',
    /(?<![\p{L}])(?:le|la|les|des|une|est|nous|vous|votre|vos|pour|dans|avec|sur|que|qui|pas|je|et|du|au|ce|cette|bonjour|merci|sera|été|à)(?![\p{L}])/gu,
  ],
  [
    'pl',
    /(?<![\p{L}])(?:się|sie|nie|jest|na|do|że|ze|dla|jak|będzie|bedzie|pan|pani|państwa|państwo|dzień|dobry|proszę|prosze|czy|od|za|już|juz|po|są|przez|to|wam|jutro|oraz|tylko|mi|moje|cześć)(?![\p{L}])/gu,
  ],
];

/**
 * The language of the author's own words. Letters decide for Russian, common words (and Polish or French letters) for the rest;
 * below four words, or without a lead, the conversation's language stands.
 */
export function detectLanguage(draft: string, fallback: Lang): Lang {
  const text = fold(ownLines(draft));
  const words = text.match(/\p{L}+/gu) ?? [];
  if (words.length < 4) return fallback;
  const cyrillic = (text.match(/[а-я]/g) ?? []).length;
  if (cyrillic * 2 > (text.match(/\p{L}/gu) ?? []).length) return 'ru';
  const scores = new Map<Lang, number>(COMMON.map(([lang, re]) => [lang, (text.match(re) ?? []).length]));
  const add = (lang: Lang, n: number): void => void scores.set(lang, (scores.get(lang) ?? 0) + n);
  add('pl', (text.match(/[ąćęłńśźż]/g) ?? []).length);
  add('fr', (text.match(/[èêàçùîïœ]/g) ?? []).length + (text.match(/(?<!\p{L})[jldncsm]'\p{L}/gu) ?? []).length);
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best, next] = ranked;
  return best && next && best[1] > next[1] ? best[0] : fallback;
}
