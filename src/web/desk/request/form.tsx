import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';

/** A form in the panel: one act, one button, the refusal in words, nothing lost. */
export function Form({
  act,
  send,
  children,
}: {
  act: () => Promise<void>;
  send?: string;
  children: ReactNode;
}): ReactNode {
  const t = useT();
  const run = useAction(act);
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void run.run();
      }}
    >
      {children}
      <ProblemNotice problem={run.problem} />
      <p>
        <Button type="submit" kind="primary" busy={run.busy}>
          {send ?? t('shared.save')}
        </Button>
      </p>
    </form>
  );
}
