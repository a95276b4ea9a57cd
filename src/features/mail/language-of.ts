import { eld } from 'eld/small';

const ours = new Set(['en', 'ru', 'pl', 'fr']);

/** The language a text is written in, where it is one of ours and long enough to tell; null otherwise. */
export function languageOf(text: string): string | null {
  if (text.trim().split(/\s+/).length < 4) return null;
  const { language } = eld.detect(text.slice(0, 2_000));
  return ours.has(language) ? language : null;
}
