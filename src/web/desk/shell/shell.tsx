import { Outlet, useNavigate } from '@tanstack/react-router';
import { type ReactNode, Suspense, lazy, useMemo, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { type Command, useCommands, useKeyboard } from '../../ui/commands.ts';
import { ConnectionNotice } from '../../ui/light/connection-notice.tsx';
import { useConnection } from '../../ui/light/use-connection.ts';
import { useLive } from '../live.ts';
import { PLACES } from './places.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

const Palette = lazy(() => import('./palette.tsx').then((m) => ({ default: m.Palette })));
const KeyList = lazy(() => import('./key-list.tsx').then((m) => ({ default: m.KeyList })));
const SignInAgain = lazy(() => import('./sign-in-again.tsx').then((m) => ({ default: m.SignInAgain })));

type Open = 'palette' | 'keys' | null;

/** Around every page of the desk: where one can go, what can be done, whether the connection holds, who sits here. */
export function Shell(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>(null);
  const signedOut = useConnection() === 'signed-out';
  useLive();
  useKeyboard();
  const commands = useMemo<Command[]>(
    () => [
      { id: 'palette', label: t('desk-shell.palette'), keys: 'mod+k', run: () => setOpen('palette'), inPalette: false },
      { id: 'search', label: t('desk-shell.search'), keys: '/', run: () => setOpen('palette'), inPalette: false },
      { id: 'keys', label: t('desk-shell.keys'), keys: '?', run: () => setOpen('keys') },
      ...PLACES.map(({ to, name }): Command => ({
        id: `go-${name}`,
        label: t(`desk-shell.nav.${name}`),
        group: 'go',
        run: () => void navigate({ to }),
      })),
    ],
    [t, navigate],
  );
  useCommands(commands);
  const close = (): void => setOpen(null);
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr] md:grid-cols-[auto_minmax(0,1fr)] print:block">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-paper focus:p-2"
      >
        {t('shared.skip-to-content')}
      </a>
      <Rail />
      <div className="grid grid-rows-[auto_auto_1fr] max-md:pb-14">
        <TopBar onSearch={() => setOpen('palette')} onKeys={() => setOpen('keys')} />
        <ConnectionNotice />
        <main id="content" tabIndex={-1} className="min-w-0 p-4 outline-none lg:px-6 print:p-0">
          <Outlet />
        </main>
      </div>
      <Suspense>
        {open === 'palette' ? <Palette onClose={close} /> : null}
        {open === 'keys' ? <KeyList onClose={close} /> : null}
        {signedOut ? <SignInAgain /> : null}
      </Suspense>
    </div>
  );
}
