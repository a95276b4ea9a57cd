import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { UndoBar } from '../../ui/light/undo-bar.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { useAgain } from '../request/request.ts';
import { AwayForm } from './away-form.tsx';
import { endAbsence, getTheirs, undoPassOn } from './doors.ts';
import { Letters } from './letters.tsx';
import { type Passed, PassOn } from './pass-on.tsx';

/** S6: one screen with everything of a colleague who is away: passed on or moved at once, clients told, taken back for a minute. */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const again = useAgain();
  const { data, error } = useQuery({ queryKey: ['theirs', id], queryFn: () => getTheirs({ params: { id } }) });
  const [passed, setPassed] = useState<Passed | null>(null);
  const [undoable, setUndoable] = useState(false);
  const back = useAction(async () => {
    await endAbsence({ params: { id } });
    await again();
  });
  if (!data) return <ProblemNotice problem={error} />;
  const { absence } = data;
  return (
    <div className="grid max-w-4xl gap-5">
      <h1 className="text-xl font-semibold">{t('desk-absence.of', { name: data.name })}</h1>
      <section className="grid gap-2" aria-label={t('desk-absence.away')}>
        {absence ? (
          <>
            <p>
              {t('desk-absence.is-away', {
                from: format.when(absence.from),
                until: format.when(absence.until),
                name: absence.substituteName,
              })}
            </p>
            <ProblemNotice problem={back.problem} />
            <p>
              <Button busy={back.busy} onClick={() => void back.run()}>
                {t('desk-absence.back')}
              </Button>
            </p>
          </>
        ) : (
          <AwayForm id={id} />
        )}
      </section>
      {passed ? <Letters letters={passed.letters} /> : null}
      <PassOn
        key={absence?.substituteId ?? ''}
        id={id}
        theirs={data}
        done={(made) => {
          setPassed(made);
          setUndoable(true);
        }}
      />
      {passed && undoable ? (
        <UndoBar
          words={t('desk-absence.passed', { n: passed.n, name: passed.toName })}
          until={passed.undoUntil}
          onUndo={async () => {
            await undoPassOn({ params: { id: passed.id } });
            setPassed(null);
            await again();
          }}
          onGone={() => setUndoable(false)}
        />
      ) : null}
    </div>
  );
}
