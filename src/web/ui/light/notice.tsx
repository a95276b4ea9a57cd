import type { ReactNode } from 'react';
import { ApiProblem } from '../../api.ts';
import { useWords } from '../../i18n/i18n.tsx';

type Tone = 'plain' | 'good' | 'warn' | 'bad';
const TONE: Record<Tone, string> = {
  plain: 'border-line bg-panel',
  good: 'border-accent bg-accent-soft',
  warn: 'border-amber bg-amber-soft',
  bad: 'border-red bg-red-soft',
};

export function Notice({
  tone = 'plain',
  children,
  live = false,
}: {
  tone?: Tone;
  children: ReactNode;
  live?: boolean;
}): ReactNode {
  return (
    <div role={live ? 'alert' : undefined} className={`rounded-md border px-3 py-2 ${TONE[tone]}`}>
      {children}
    </div>
  );
}

/** A refusal in the reader's words, with what to do; nothing that was typed is lost meanwhile. */
export function ProblemNotice({ problem }: { problem: unknown }): ReactNode {
  const words = useProblemWords();
  return problem ? (
    <Notice tone="bad" live>
      {words(problem)}
    </Notice>
  ) : null;
}

function useProblemWords(): (problem: unknown) => string {
  const { t, perhaps } = useWords();
  return (problem) => {
    // Only where these words could not be fetched, for want of a connection, they are not there.
    const general = perhaps('refusals.unexpected') ?? t('shared.offline');
    if (!(problem instanceof ApiProblem)) return general;
    const said = Object.entries(problem.data).filter(
      (e): e is [string, string | number] => typeof e[1] === 'string' || typeof e[1] === 'number',
    );
    return perhaps(`refusals.${problem.code}`, Object.fromEntries(said)) ?? general;
  };
}

/** An empty screen is a lesson: what will be here, why it helps, one button. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }): ReactNode {
  return (
    <div className="grid justify-items-start gap-3 rounded-md border border-dashed border-line p-4 text-muted">
      <p>{children}</p>
      {action}
    </div>
  );
}
