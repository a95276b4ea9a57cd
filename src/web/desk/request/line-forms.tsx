import { type ReactNode, useState } from 'react';
import { BALLS, type Ball } from '../../../domain/request/words.ts';
import { useT } from '../../i18n/i18n.tsx';
import { DateTimeField } from '../../ui/light/date-time-field.tsx';
import { Area, Choice, Field } from '../../ui/light/fields.tsx';
import { morning } from '../../ui/light/morning.ts';
import { useNow } from '../../ui/light/use-now.ts';
import { collectForReview, movePhase, setDifficulty, setNextStep, startPause } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** C7: what happens next, whose move it is, by when. */
export function NextStepForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const [text, setText] = useState(page.nextStep);
  const [ball, setBall] = useState<Ball>(page.ball);
  const now = useNow();
  // A date that has passed is no answer to “by when”: tomorrow is.
  const [due, setDue] = useState<string | null>(Date.parse(page.nextDue) > now ? page.nextDue : morning(now, 1));
  return (
    <Form
      act={async () => {
        await setNextStep({
          params: { id: page.id },
          ifMatch: page.version,
          body: { text, ball, due: due ?? '', ownerId: page.ownerId },
        });
        await done();
      }}
    >
      <Field label={t('desk-work.step')} value={text} required onChange={(event) => setText(event.target.value)} />
      <Choice label={t('desk-work.whose-move')} value={ball} onChange={(event) => setBall(event.target.value as Ball)}>
        {BALLS.map((b) => (
          <option key={b} value={b}>
            {t(`shared.ball.${b}`)}
          </option>
        ))}
      </Choice>
      <DateTimeField label={t('desk-work.by-when')} value={due} required onChange={setDue} />
    </Form>
  );
}

export function BeginForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const [why, setWhy] = useState('');
  return (
    <Form
      act={async () => {
        await movePhase({ params: { id: page.id }, ifMatch: page.version, body: { to: 'resolution', why } });
        await done();
      }}
    >
      <Field
        label={t('desk-work.why')}
        value={why}
        required
        minLength={3}
        onChange={(event) => setWhy(event.target.value)}
      />
    </Form>
  );
}

export function DifficultyForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const [text, setText] = useState(page.ourDifficulty ?? '');
  return (
    <Form
      act={async () => {
        await setDifficulty({ params: { id: page.id }, body: { text } });
        await done();
      }}
    >
      <Area
        label={t('desk-work.difficulty')}
        hint={t('desk-work.never-leaves')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Form>
  );
}

export function CollectForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const [why, setWhy] = useState('');
  return (
    <Form
      act={async () => {
        await collectForReview({ params: { id: page.id }, body: { why } });
        await done();
      }}
    >
      <Field
        label={t('desk-work.why')}
        value={why}
        required
        minLength={3}
        onChange={(event) => setWhy(event.target.value)}
      />
    </Form>
  );
}

/** T13: what is missing, named people of both sides, a date on which it comes back by itself. */
export function PauseForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const [missing, setMissing] = useState('');
  const [ours, setOurs] = useState('');
  const [theirs, setTheirs] = useState(page.contact?.name ?? '');
  const [resumeAt, setResumeAt] = useState<string | null>(null);
  const names = (text: string): string[] =>
    text
      .split(',')
      .map((n) => n.trim())
      .filter(Boolean);
  return (
    <Form
      act={async (anyway) => {
        const people = { ourPeople: names(ours), theirPeople: names(theirs) };
        await startPause({
          params: { id: page.id },
          body: { missing, ...people, resumeAt: resumeAt ?? '', ...anyway },
        });
        await done();
      }}
    >
      <Field
        label={t('desk-work.missing')}
        value={missing}
        required
        onChange={(event) => setMissing(event.target.value)}
      />
      <Field
        label={t('desk-work.our-people')}
        value={ours}
        required
        onChange={(event) => setOurs(event.target.value)}
      />
      <Field
        label={t('desk-work.their-people')}
        value={theirs}
        required
        onChange={(event) => setTheirs(event.target.value)}
      />
      <DateTimeField label={t('desk-work.resume-at')} value={resumeAt} required onChange={setResumeAt} />
    </Form>
  );
}
