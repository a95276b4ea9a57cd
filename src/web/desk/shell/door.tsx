import type { ReactNode } from 'react';
import { LANGS, LANG_NAMES, type Lang, useWords } from '../../i18n/i18n.tsx';
import { ConnectionNotice } from '../../ui/light/connection-notice.tsx';

/** The frame of pages in front of the desk: sign-in, the first start, an invitation. */
export function Door({ title, intro, children }: { title: string; intro?: string; children: ReactNode }): ReactNode {
  const { t, lang, setLang } = useWords();
  return (
    <>
      <ConnectionNotice />
      <div className="mx-auto grid min-h-dvh w-full max-w-md content-start gap-6 px-4 py-[8vh]">
        <header className="flex items-center justify-between gap-3">
          <p className="flex items-center gap-2 text-lg font-semibold">
            <img src="/icon.svg" alt="" width="24" height="24" />
            Parley
          </p>
          <select
            aria-label={t('shared.language')}
            value={lang}
            onChange={(event) => setLang(event.target.value as Lang)}
            className="min-h-8 rounded-md border border-line bg-paper px-2"
          >
            {LANGS.map((l) => (
              <option key={l} value={l}>
                {LANG_NAMES[l]}
              </option>
            ))}
          </select>
        </header>
        <main className="grid gap-5">
          <div className="grid gap-1">
            <h1 className="text-2xl font-semibold">{title}</h1>
            {intro ? <p className="text-muted">{intro}</p> : null}
          </div>
          {children}
        </main>
      </div>
    </>
  );
}
