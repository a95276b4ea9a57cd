import { readFileSync, readdirSync } from 'node:fs';
import { type Values, formatMessage } from '../../messages/format.ts';

export type Lang = 'en' | 'ru' | 'pl' | 'fr';
/** `namespace.key`, e.g. `mail.closing-subject`. */
export type Translate = (key: string, values?: Values) => string;

const loaded = new Map<Lang, ReadonlyMap<string, string>>();

/** Words for mails, PDFs and suggested steps, from the same catalogues as the pages. A missing key is a bug and throws. */
export function translator(lang: string): Translate {
  const known = langOf(lang);
  const catalogue = loaded.get(known) ?? load(known);
  return (key, values) => {
    const message = catalogue.get(key);
    if (message === undefined) throw new Error(`there is no message ${key} in ${known}`);
    return formatMessage(message, known, values);
  };
}

const langOf = (lang: string): Lang =>
  (['en', 'ru', 'pl', 'fr'] as const).find((l) => l === lang.slice(0, 2).toLowerCase()) ?? 'en';

function load(lang: Lang): ReadonlyMap<string, string> {
  const folder = new URL(`../../messages/${lang}/`, import.meta.url);
  const catalogue = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const namespace = file.replace(/\.json$/, '');
    const messages = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>;
    for (const [key, message] of Object.entries(messages)) catalogue.set(`${namespace}.${key}`, message);
  }
  loaded.set(lang, catalogue);
  return catalogue;
}
