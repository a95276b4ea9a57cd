import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { type Anyway, useAnyway } from './anyway.tsx';

/** A form in the panel: one act, one button, the refusal in words, nothing lost. `anyway` goes into the body where the coach may stop. */
export function Form({
  act,
  send,
  children,
}: {
  act: (anyway: Anyway) => Promise<void>;
  send?: string;
  children: ReactNode;
}): ReactNode {
  const t = useT();
  const run = useAction(act);
  const { anyway, fieldFor } = useAnyway();
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void run.run(anyway);
      }}
    >
      {children}
      <ProblemNotice problem={run.problem} />
      {fieldFor(run.problem)}
      <p>
        <Button type="submit" kind="primary" busy={run.busy}>
          {send ?? t('shared.save')}
        </Button>
      </p>
    </form>
  );
}
