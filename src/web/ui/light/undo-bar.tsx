import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from './button.tsx';
import { ProblemNotice } from './notice.tsx';
import { useAction } from './use-action.ts';

type Props = { words: string; until: string; onUndo: () => Promise<unknown>; onGone: () => void };

/** Done already, and still to be taken back: instead of “are you sure”. Says how many seconds are left and goes away by itself. */
export function UndoBar({ words, until, onUndo, onGone }: Props): ReactNode {
  const t = useT();
  const left = useSecondsLeft(until);
  const undo = useAction(async () => {
    await onUndo();
    onGone();
  });
  useEffect(() => {
    if (left === 0 && !undo.busy && !undo.problem) onGone();
  }, [left, onGone, undo.busy, undo.problem]);
  return (
    <div className="no-print sticky bottom-3 z-20 mx-auto grid w-full max-w-xl gap-2 rounded-lg border border-strong bg-paper p-3 shadow-(--shadow-float)">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status">{words}</p>
        <span className="flex items-center gap-3">
          <span aria-hidden="true" className="text-muted">
            {t('shared.seconds', { n: left })}
          </span>
          <Button busy={undo.busy} disabled={left === 0} onClick={() => void undo.run()}>
            {t('shared.undo')}
          </Button>
        </span>
      </div>
      <ProblemNotice problem={undo.problem} />
    </div>
  );
}

function useSecondsLeft(until: string): number {
  const seconds = (): number => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft(seconds()), 250);
    return () => clearInterval(timer);
    // The date is the only thing that the count depends on.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [until]);
  return left;
}
