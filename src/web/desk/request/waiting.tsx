import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { DateTimeField } from '../../ui/light/date-time-field.tsx';
import { Area, Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { getClientPromises, offerShift, remindClient } from '../doors.ts';
import type { Act, FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';
import type { Seen } from './request.ts';

const useWaiting = (id: string) =>
  useQuery({ queryKey: ['client-promises', id], queryFn: () => getClientPromises({ params: { id } }) });
type Waiting = NonNullable<ReturnType<typeof useWaiting>['data']>;

/** P5, S7: what they are late with, and which dates of ours have moved with it. Nothing is shown while everything is in time. */
export function WaitingFor({ page, onAct }: Seen & { onAct: (act: Act) => void }): ReactNode {
  const t = useT();
  const { data } = useWaiting(page.id);
  const late = data?.waited.filter((w) => w.late) ?? [];
  if (!data || late.length === 0 || page.phase === 'closed') return null;
  return (
    <Notice tone="warn">
      <h2 className="mb-1 font-semibold">{t('desk-people.late-title')}</h2>
      <Waited waited={late} onRemind={(promiseId) => onAct({ kind: 'remind', promiseId })} />
      <Shifts shifts={data.shifts} />
      {data.offered ? (
        <p>{t('desk-people.shift-offered')}</p>
      ) : data.shifts.length > 0 ? (
        <p className="mt-2">
          <Button onClick={() => onAct({ kind: 'shift' })}>{t('desk-people.shift-offer')}</Button>
        </p>
      ) : null}
    </Notice>
  );
}

function Waited({ waited, onRemind }: { waited: Waiting['waited']; onRemind?: (id: string) => void }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <ul>
      {waited.map((w) => (
        <li key={w.promiseId} className="flex flex-wrap items-center gap-x-2">
          <span className={w.late ? 'text-red' : ''}>
            {t(w.late ? 'desk-people.waited-late' : 'desk-people.waited-soon', {
              text: w.text,
              date: format.when(w.due),
            })}
          </span>
          {w.remindedAt ? (
            <span className="text-muted">{t('desk-people.reminded', { date: format.date(w.remindedAt) })}</span>
          ) : null}
          {w.reminder && onRemind ? (
            <Button kind="quiet" onClick={() => onRemind(w.promiseId)}>
              {t('desk-people.remind')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Shifts({ shifts }: { shifts: Waiting['shifts'] }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <ul>
      {shifts.map((s) => (
        <li key={s.promiseId}>
          {t('desk-people.shift-line', {
            text: s.text,
            from: format.when(s.from),
            to: format.when(s.to),
            because: s.because,
          })}
        </li>
      ))}
    </ul>
  );
}

/** A friendly word in their language, to be looked at and sent. */
export function RemindForm({ page, done, promiseId }: FormProps & { promiseId: string }): ReactNode {
  const { data, error } = useWaiting(page.id);
  const waited = data?.waited.find((w) => w.promiseId === promiseId);
  if (!waited?.reminder) return <ProblemNotice problem={error} />;
  return <Reminder id={promiseId} ready={waited.reminder} done={done} />;
}

type Ready = NonNullable<Waiting['waited'][number]['reminder']>;

function Reminder({ id, ready, done }: { id: string; ready: Ready; done: () => Promise<void> }): ReactNode {
  const t = useT();
  const [subject, setSubject] = useState(ready.subject);
  const [body, setBody] = useState(ready.body);
  return (
    <Form
      send={t('desk-people.remind-send', { name: ready.to })}
      act={async (anyway) => {
        await remindClient({ params: { id }, body: { subject, body, ...anyway } });
        await done();
      }}
    >
      <Field
        label={t('desk-work.subject')}
        value={subject}
        required
        onChange={(event) => setSubject(event.target.value)}
      />
      <Area
        label={t('desk-work.body')}
        value={body}
        required
        rows={9}
        onChange={(event) => setBody(event.target.value)}
      />
    </Form>
  );
}

/** The moved dates as an amendment: when they will be ready decides by how much. */
export function ShiftForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const { data, error } = useWaiting(page.id);
  const [theirDue, setTheirDue] = useState<string | null>(null);
  if (!data) return <ProblemNotice problem={error} />;
  return (
    <Form
      send={t('desk-people.shift-offer')}
      act={async () => {
        await offerShift({ params: { id: page.id }, body: { theirDue: theirDue ?? '' } });
        await done();
      }}
    >
      <p className="text-muted">{t('desk-people.shift-hint')}</p>
      <Waited waited={data.waited.filter((w) => w.late)} />
      <Shifts shifts={data.shifts} />
      <DateTimeField label={t('desk-people.their-due')} value={theirDue} required onChange={setTheirDue} />
    </Form>
  );
}
