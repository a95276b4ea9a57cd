import { Link, type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { Skeleton } from '../../ui/light/skeleton.tsx';

export const Pending = (): ReactNode => (
  <div className="p-4">
    <Skeleton lines={6} />
  </div>
);

export function NotFound(): ReactNode {
  const t = useT();
  return (
    <main className="grid justify-items-start gap-3 p-4">
      <h1 className="text-xl font-semibold">{t('desk-shell.not-found')}</h1>
      <Link to="/" className="text-accent underline">
        {t('desk-shell.to-today')}
      </Link>
    </main>
  );
}

/** A page that could not be opened: what happened in words, and another try. */
export function Trouble({ error, reset }: ErrorComponentProps): ReactNode {
  const t = useT();
  const router = useRouter();
  const again = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="mx-auto grid w-full max-w-xl justify-items-start gap-3 p-4">
      <h1 className="text-xl font-semibold">{t('desk-shell.trouble')}</h1>
      <ProblemNotice problem={error} />
      <Button onClick={again}>{t('desk-shell.try-again')}</Button>
    </div>
  );
}
