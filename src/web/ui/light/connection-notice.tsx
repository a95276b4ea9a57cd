import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useConnection } from './use-connection.ts';

/** One line while the server cannot be reached: nothing is lost, we keep trying. */
export function ConnectionNotice(): ReactNode {
  const t = useT();
  const away = useConnection() === 'away';
  return (
    <div role="status" className="no-print">
      {away ? <p className="bg-amber-soft px-4 py-1.5 text-center text-sm text-ink">{t('shared.offline')}</p> : null}
    </div>
  );
}
