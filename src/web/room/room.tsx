import { type ReactNode, Suspense, lazy, useEffect, useState } from 'react';
import { ApiProblem } from '../api.ts';
import { LANGS, LANG_NAMES, type Lang, useWords } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { leaveRoom, openRoom, roomMe } from './doors.ts';
import { Proof } from './proof.tsx';
import { RequestList } from './request-list.tsx';
import { RequestPage } from './request-page.tsx';

// A review is looked at once a quarter; a request must not wait for its charts.
const Review = lazy(() => import('./review.tsx').then((m) => ({ default: m.Review })));

type Me = Awaited<ReturnType<typeof roomMe>>;
const tokenInLink = (): string | null => /[#&]t=([A-Za-z0-9_-]+)/.exec(location.hash)?.[1] ?? null;

/** A link, one click, the request. Opening the page does nothing: a mail scanner that follows the link changes nothing. */
export function Room(): ReactNode {
  const { t, setLang } = useWords();
  const [token, setToken] = useState(tokenInLink);
  const [me, setMe] = useState<Me | null | 'unknown'>(tokenInLink() ? null : 'unknown');
  const [problem, setProblem] = useState<unknown>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [review, setReview] = useState<string | null>(null);

  const enter = async (): Promise<void> => {
    try {
      const found = await roomMe({});
      setMe(found);
      setShown((before) => before ?? found.requestId);
    } catch (error) {
      setMe(null);
      if (!(error instanceof ApiProblem && error.status === 401)) setProblem(error);
    }
  };
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- who is reading is known to the server only
    if (!token) void enter();
  }, [token]);
  const open = useAction(async () => {
    const opened = await openRoom({ body: { token: token ?? '' } });
    history.replaceState(null, '', '/room');
    if (!localStorage.getItem('lang')) setLang(opened.lang);
    setShown(opened.requestId);
    setToken(null);
  });

  if (me === 'unknown') return <Frame>{null}</Frame>;
  if (!me) {
    return (
      <Frame>
        <section className="grid justify-items-start gap-4">
          <h1 className="text-2xl font-semibold">{t('room.open-heading')}</h1>
          <p>{token ? t('room.open-text') : t('room.link-missing')}</p>
          <ProblemNotice problem={open.problem ?? problem} />
          {token ? (
            <Button kind="primary" busy={open.busy} onClick={() => void open.run()}>
              {t('room.open')}
            </Button>
          ) : null}
        </section>
      </Frame>
    );
  }
  return (
    <Frame
      me={me}
      onLeave={() => void leaveRoom({}).then(() => setMe(null))}
      onAll={
        me.requestId
          ? undefined
          : () => {
              setShown(null);
              setReview(null);
            }
      }
      wide={review !== null}
    >
      {me.proven ? null : <Proof name={me.name} onProven={enter} />}
      {review ? (
        <Suspense>
          <Review id={review} may={me.may} />
        </Suspense>
      ) : shown ? (
        <RequestPage key={String(me.proven)} id={shown} me={me} />
      ) : me.proven ? (
        <RequestList may={me.may} onOpen={setShown} onReview={setReview} />
      ) : null}
    </Frame>
  );
}

function Frame({
  me,
  onLeave,
  onAll,
  wide = false,
  children,
}: {
  me?: Me;
  onLeave?: () => void;
  onAll?: (() => void) | undefined;
  wide?: boolean;
  children: ReactNode;
}): ReactNode {
  const { t, lang, setLang } = useWords();
  return (
    <div className={`mx-auto grid gap-6 px-4 py-5 ${wide ? 'max-w-4xl' : 'max-w-2xl'}`}>
      <header className="no-print flex flex-wrap items-center justify-between gap-3">
        <p className="font-semibold">{me ? me.firm : 'Parley'}</p>
        <label className="flex items-center gap-2">
          <span className="sr-only">{t('shared.language')}</span>
          <select
            value={lang}
            onChange={(event) => setLang(event.target.value as Lang)}
            className="min-h-11 rounded-md border border-line bg-paper px-2"
          >
            {LANGS.map((l) => (
              <option key={l} value={l}>
                {LANG_NAMES[l]}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main className="grid gap-8">{children}</main>
      {me ? (
        <footer className="no-print flex flex-wrap items-center gap-3 border-t border-line pt-4 text-muted">
          <span>{t('room.who', { name: me.name, client: me.clientName })}</span>
          {onAll ? (
            <Button kind="quiet" onClick={onAll}>
              {t('room.all-requests')}
            </Button>
          ) : null}
          <Button kind="quiet" onClick={onLeave}>
            {t('room.leave')}
          </Button>
        </footer>
      ) : null}
    </div>
  );
}
