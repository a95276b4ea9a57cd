import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Progress } from './progress.tsx';
import { useLater } from './use-later.ts';

/** Stands for rows that are on their way: nothing for 200 ms, grey lines then, a moving line after a second. */
export function Skeleton({ lines = 3 }: { lines?: number }): ReactNode {
  const t = useT();
  const visible = useLater(200);
  const slow = useLater(1_000);
  return (
    <div role="status" className="grid gap-3 py-2">
      <span className="sr-only">{visible ? t('shared.loading') : ''}</span>
      {slow ? <Progress /> : null}
      {visible
        ? Array.from({ length: lines }, (_, i) => (
            <span
              key={i}
              className={`block h-4 animate-breathe rounded-md bg-sunken ${['w-11/12', 'w-3/4', 'w-5/6'][i % 3]}`}
            />
          ))
        : null}
    </div>
  );
}
