import type { ReactNode } from 'react';
import { When } from './when.tsx';

type Side = 'theirs' | 'ours' | 'inside' | 'system';
const LOOK: Record<Side, { dot: string; body: string }> = {
  theirs: { dot: 'border-strong bg-paper', body: 'border-line bg-panel' },
  ours: { dot: 'border-accent bg-accent', body: 'border-line bg-paper' },
  inside: { dot: 'border-amber bg-note', body: 'border-line bg-note' },
  system: { dot: 'border-line bg-line', body: 'border-transparent bg-transparent text-muted' },
};

type Props = { at: string; who: ReactNode; side: Side; mark?: ReactNode; children?: ReactNode };

/** One thing that happened: who, when, what. Goes into an `<ol>`; the line runs from the first to the last. */
export function TimelineItem({ at, who, side, mark, children }: Props): ReactNode {
  const look = LOOK[side];
  return (
    <li className="group relative grid gap-1 pb-4 pl-6">
      <span aria-hidden="true" className="absolute top-2 bottom-0 left-[5.5px] w-px bg-line group-last:hidden" />
      <span aria-hidden="true" className={`absolute top-1.5 left-0.5 size-2 rounded-full border ${look.dot}`} />
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        {mark}
        <span className="font-medium text-ink">{who}</span>
        <When at={at} />
      </p>
      {children ? (
        <div className={`min-w-0 rounded-md border ${side === 'system' ? '' : 'px-3 py-2'} ${look.body}`}>
          {children}
        </div>
      ) : null}
    </li>
  );
}
