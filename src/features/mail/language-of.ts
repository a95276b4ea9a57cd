const ours = new Set(['en', 'ru', 'pl', 'fr']);

/** The language a text is written in, where it is one of ours and long enough to tell; null otherwise. */
export async function languageOf(text: string): Promise<string | null> {
  if (text.trim().split(/\s+/).length < 4) return null;
  const { eld } = await import('eld/small'); // a third of a second: not at every start, only at the first mail
  const { language } = eld.detect(text.slice(0, 2_000));
  return ours.has(language) ? language : null;
}
