import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';

/** Something takes longer than a second. With a share between 0 and 1 it says how far it is, without one only that it goes on. */
export function Progress({ label, share }: { label?: string; share?: number }): ReactNode {
  const t = useT();
  const words = label ?? t('shared.loading');
  return (
    <span className="grid gap-1">
      {label ? <span className="text-sm text-muted">{label}</span> : null}
      <span
        role="progressbar"
        aria-label={words}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
        className="block h-1 overflow-hidden rounded-full bg-sunken"
      >
        {share === undefined ? (
          <span className="block h-full w-1/3 animate-slide rounded-full bg-accent" />
        ) : (
          <span className="block h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
        )}
      </span>
    </span>
  );
}
