import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Lower case, no diacritics, ё = е, ł = l: the same word however it was typed. */
export function foldWord(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss');
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a text in order, folded; marks and spaces dropped. French elisions (l', d') are cut off. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const part of segmenter.segment(text.normalize('NFC'))) {
    if (part.isWordLike)
      words.push(
        ...foldWord(part.segment)
          .split(/['’]/)
          .filter((w) => w !== ''),
      );
  }
  return words;
}

/** What a text is about: the stems of its words without the small words of the four languages. */
export function stemsOf(text: string): string[] {
  return wordsOf(text)
    .filter((w) => !STOP_WORDS.has(w) && (w.length > 1 || /\d/.test(w)))
    .map(stem);
}
