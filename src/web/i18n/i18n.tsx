import { type ReactNode, createContext, use, useEffect, useMemo, useState } from 'react';
import { type Values, formatMessage } from '../../messages/format.ts';
import { waitForConnection } from '../connection.ts';
import type { Key } from './keys.ts';

export type Lang = 'en' | 'ru' | 'pl' | 'fr';
export const LANGS: readonly Lang[] = ['en', 'ru', 'pl', 'fr'];
export const LANG_NAMES: Record<Lang, string> = { en: 'English', ru: 'Русский', pl: 'Polski', fr: 'Français' };

/** `t('shared.save')`; a key put together from a union, `t(`shared.fate.${fate}`)`, is checked by the compiler as well. */
export type Translate = (key: Key, values?: Values) => string;
export type Catalogue = Readonly<Record<string, string>>;
/** Loads one language: `namespace.key` → message. Each entry (desk, room) brings its own namespaces. */
export type LoadCatalogue = (lang: Lang) => Promise<Catalogue>;

type Words = {
  readonly lang: Lang;
  readonly t: Translate;
  /** Words for a key that only the server knows (a refusal, an event); null when there are none. */
  readonly perhaps: (key: string, values?: Values) => string | null;
  readonly setLang: (lang: Lang) => void;
};

const Context = createContext<Words | null>(null);

function browserLang(): Lang {
  const stored = localStorage.getItem('lang');
  const wanted = [stored ?? '', ...navigator.languages].map((l) => l.slice(0, 2).toLowerCase());
  return LANGS.find((l) => l === wanted.find((w) => (LANGS as readonly string[]).includes(w))) ?? 'en';
}

type Props = { load: LoadCatalogue; later?: LoadCatalogue; children: ReactNode };

/**
 * Words for everything inside. Another language replaces the present one only when its catalogue is there. `later`: words
 * that no first sight of the page needs; they come after it.
 */
export function Words({ load, later, children }: Props): ReactNode {
  const [lang, setLang] = useState(browserLang);
  const [loaded, setLoaded] = useState<{ lang: Lang; catalogue: Catalogue } | null>(null);
  useEffect(() => {
    let current = true;
    const get = async (): Promise<void> => {
      const catalogue = await load(lang).catch(() => null);
      if (!current) return;
      if (!catalogue) {
        await waitForConnection(2_000);
        return get();
      }
      document.documentElement.lang = lang;
      setLoaded({ lang, catalogue });
      const more = await later?.(lang).catch(() => null);
      if (current && more) setLoaded({ lang, catalogue: { ...catalogue, ...more } });
    };
    void get();
    return () => {
      current = false;
    };
  }, [lang, load, later]);
  const words = useMemo<Words | null>(
    () =>
      loaded &&
      speak(loaded, (next) => {
        localStorage.setItem('lang', next);
        setLang(next);
      }),
    [loaded],
  );
  return words ? <Context value={words}>{children}</Context> : null;
}

/** What is inside speaks another language than the page around it: a preview of what somebody else will read. */
export function WordsIn({ lang, load, children }: { lang: Lang; load: LoadCatalogue; children: ReactNode }): ReactNode {
  const around = useWords();
  const [loaded, setLoaded] = useState<{ lang: Lang; catalogue: Catalogue } | null>(null);
  useEffect(() => {
    let current = true;
    void load(lang).then((catalogue) => current && setLoaded({ lang, catalogue }));
    return () => {
      current = false;
    };
  }, [lang, load]);
  const words = useMemo(() => loaded && speak(loaded, around.setLang), [loaded, around.setLang]);
  return words ? (
    <Context value={words}>
      <div lang={words.lang}>{children}</div>
    </Context>
  ) : null;
}

const speak = ({ lang, catalogue }: { lang: Lang; catalogue: Catalogue }, setLang: Words['setLang']): Words => ({
  lang,
  t: (key, values) => formatMessage(catalogue[key] ?? key, lang, values),
  perhaps: (key, values) => {
    const message = catalogue[key];
    return message === undefined ? null : formatMessage(message, lang, values);
  },
  setLang,
});

export function useWords(): Words {
  const words = use(Context);
  if (!words) throw new Error('no words around this component');
  return words;
}

export const useT = (): Translate => useWords().t;

/** Flattens files of one language as Vite hands them over: '../../messages/en/room.json' → 'room.key'. */
export async function gather(files: Record<string, () => Promise<unknown>>, lang: Lang): Promise<Catalogue> {
  const all: Record<string, string> = {};
  await Promise.all(
    Object.entries(files).map(async ([path, read]) => {
      const [, of, namespace] = /\/(\w\w)\/([\w-]+)\.json$/.exec(path) ?? [];
      if (of !== lang) return;
      const { default: messages } = (await read()) as { default: Record<string, string> };
      for (const [key, message] of Object.entries(messages)) all[`${namespace}.${key}`] = message;
    }),
  );
  return all;
}
