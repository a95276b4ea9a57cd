import type { ReactNode } from 'react';
import type { PromiseState } from '../../domain/promises/words.ts';
import type { Ball, Phase } from '../../domain/request/words.ts';
import type { Fate } from '../../domain/triage/words.ts';
import { useFormat } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.tsx';
import { useNow } from './light/use-now.ts';

/**
 * The signature marks: the same four pictures from the list to the PDF, each with words for those who do not see it.
 * Every edge lies on a whole pixel at 16 px. `labelled` writes the words beside the picture instead of hiding them in it.
 */
type MarkProps = { label: string; labelled: boolean; width: number; height: number; box: string; className?: string };

function Mark({
  label,
  labelled,
  width,
  height,
  box,
  className = '',
  children,
}: MarkProps & { children: ReactNode }): ReactNode {
  const words = labelled ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <span className={`inline-flex items-center gap-1.5 align-middle ${className}`} title={labelled ? undefined : label}>
      <svg {...words} width={width} height={height} viewBox={box} fill="none" className="shrink-0">
        {children}
      </svg>
      {labelled ? <span>{label}</span> : null}
    </span>
  );
}

/** Right = possible, upper = reasonable: “do it” is upper right, “neither” lower left. */
const CELLS: readonly (readonly [x: number, y: number, fate: Fate])[] = [
  [0, 0, 'reasonable-not-possible'],
  [9, 0, 'do-it'],
  [0, 9, 'neither'],
  [9, 9, 'possible-not-reasonable'],
];

type FateProps = { fate: Fate; size?: number; labelled?: boolean };

/** A 2 × 2 square with one cell filled; all four dotted while the request is not placed. */
export function FateGlyph({ fate, size = 16, labelled = false }: FateProps): ReactNode {
  const t = useT();
  const dotted = fate === 'not-placed' ? '1 1' : undefined;
  return (
    <Mark label={t(`shared.fate.${fate}`)} labelled={labelled} width={size} height={size} box="0 0 16 16">
      {CELLS.map(([x, y, cell]) =>
        cell === fate ? (
          <rect key={cell} x={x} y={y} width="7" height="7" rx="1.5" fill="currentColor" />
        ) : (
          <rect
            key={cell}
            x={x + 0.5}
            y={y + 0.5}
            width="6"
            height="6"
            rx={dotted ? 0 : 1}
            stroke="var(--line-strong)"
            strokeDasharray={dotted}
          />
        ),
      )}
    </Mark>
  );
}

const PHASES: readonly Phase[] = ['initiation', 'resolution', 'closing'];

/** Three segments: what is behind is grey, where we are is in the accent colour, what is ahead is empty. */
export function PhaseBar({ phase, labelled = false }: { phase: Phase; labelled?: boolean }): ReactNode {
  const t = useT();
  const at = phase === 'closed' ? PHASES.length : PHASES.indexOf(phase);
  return (
    <Mark
      label={t(`shared.phase.${phase}`)}
      labelled={labelled}
      width={35}
      height={8}
      box="0 0 35 8"
      className="whitespace-nowrap"
    >
      {PHASES.map((name, i) =>
        i <= at ? (
          <rect
            key={name}
            x={i * 12}
            y={i === at ? 0 : 1}
            width="11"
            height={i === at ? 8 : 6}
            rx="2"
            fill={i === at ? 'var(--accent)' : 'var(--line-strong)'}
          />
        ) : (
          <rect key={name} x={i * 12 + 0.5} y="1.5" width="10" height="5" rx="1.5" stroke="var(--line-strong)" />
        ),
      )}
    </Mark>
  );
}

type BallProps = { ball: Ball; due?: string | null; zone?: string | undefined; labelled?: boolean };

/** ● ours, ○ theirs, ◌ a third party's – and until when. A passed date is red and says so. */
export function BallMark({ ball, due, zone, labelled = true }: BallProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const late = due != null && Date.parse(due) < now;
  return (
    <span className={`inline-flex items-center gap-1.5 align-middle whitespace-nowrap ${late ? 'text-red' : ''}`}>
      <Mark label={t(`shared.ball.${ball}`)} labelled={labelled} width={12} height={12} box="0 0 12 12">
        {ball === 'ours' ? (
          <circle cx="6" cy="6" r="5" fill="currentColor" />
        ) : (
          <circle
            cx="6"
            cy="6"
            r="4.25"
            stroke="currentColor"
            strokeWidth="1.5"
            pathLength="16"
            strokeDasharray={ball === 'third' ? '1 1' : undefined}
          />
        )}
      </Mark>
      {due ? (
        <time dateTime={due} title={format.when(due, zone)} className={late ? 'font-medium' : 'text-muted'}>
          {format.date(due, zone)}
        </time>
      ) : null}
      {late ? <span className="sr-only">{t('shared.late')}</span> : null}
    </span>
  );
}

const PROMISE_COLOUR: Partial<Record<PromiseState, string>> = {
  broken: 'text-red',
  'at-risk': 'text-amber',
  withdrawn: 'text-muted',
  renegotiated: 'text-muted',
};

/** Open ring; kept = filled, early = filled with a notch, more than promised = filled with a plus, broken = crossed, renegotiated = ring with an arrow. */
export function PromiseMark({ state, labelled = false }: { state: PromiseState; labelled?: boolean }): ReactNode {
  const t = useT();
  const colour = PROMISE_COLOUR[state] ?? '';
  return (
    <Mark
      label={t(`shared.promise.${state}`)}
      labelled={labelled}
      width={16}
      height={16}
      box="0 0 16 16"
      className={colour}
    >
      <PromiseShape state={state} />
    </Mark>
  );
}

const RING = { cx: 8, cy: 8, r: 5.25, stroke: 'currentColor', strokeWidth: 1.5 };
const LINE = { stroke: 'currentColor', strokeWidth: 1.5, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

function PromiseShape({ state }: { state: PromiseState }): ReactNode {
  switch (state) {
    case 'kept':
      return <circle cx="8" cy="8" r="6" fill="currentColor" />;
    case 'kept-early':
      return <path d="M8 7.75 5.1 2.75a6 6 0 1 0 5.8 0Z" fill="currentColor" />;
    case 'exceeded':
      return (
        <>
          <circle cx="8" cy="8" r="6" fill="currentColor" />
          <path d="M8 5v6M5 8h6" {...LINE} stroke="var(--paper)" />
        </>
      );
    case 'broken':
      return (
        <>
          <circle {...RING} />
          <path d="M3 13 13 3" {...LINE} />
        </>
      );
    case 'renegotiated':
      return (
        <>
          <path d="M12.9 6.2A5.25 5.25 0 1 0 13.2 8.6" {...LINE} />
          <path d="M13.5 2.8v3.6H9.9" {...LINE} />
        </>
      );
    case 'at-risk':
      return (
        <>
          <circle {...RING} />
          <path d="M8 5.25v3.25M8 10.9v.1" {...LINE} />
        </>
      );
    case 'withdrawn':
      return (
        <>
          <circle {...RING} />
          <path d="M5.75 8h4.5" {...LINE} />
        </>
      );
    case 'proposed':
      return <circle {...RING} pathLength="16" strokeDasharray="1 1" />;
    case 'awaiting-approval':
      return (
        <>
          <circle {...RING} pathLength="16" strokeDasharray="1 1" />
          <circle cx="8" cy="8" r="1.5" fill="currentColor" />
        </>
      );
    case 'given':
      return <circle {...RING} />;
  }
}
