import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Carried } from '../../../contract/handover.ts';
import { MOODS, SEVERITIES } from '../../../domain/request/handover.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Area, Choice, Field, Tick } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { getHandover, handOver, listMembers, tellWhoHasIt } from '../doors.ts';
import { useMe } from '../session/me.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** What the ledger gives along: conditions, what they have, open questions, and – for reading – the promises with their owners. */
export function Carries({ carried, promises = false }: { carried: Carried; promises?: boolean }): ReactNode {
  const t = useT();
  const format = useFormat();
  const line = (p: Carried['promises'][number]): string =>
    t(p.goes ? 'desk-people.promise-goes' : 'desk-people.promise-line', {
      text: p.text,
      name: p.ownerName,
      date: format.when(p.due),
    });
  return (
    <dl className="grid gap-1">
      {(['conditions', 'has', 'questions'] as const).map((part) => (
        <div key={part}>
          <dt className="inline font-medium">{t(`desk-people.carried.${part}`)}: </dt>
          <dd className="inline">
            {carried[part].length > 0 ? (
              carried[part].join(' · ')
            ) : (
              <span className="text-muted">{t('desk-people.carried.none')}</span>
            )}
          </dd>
        </div>
      ))}
      {promises && carried.promises.length > 0 ? (
        <div>
          <dt className="font-medium">{t('desk-people.handover-promises-open')}</dt>
          {carried.promises.map((p) => (
            <dd key={p.id}>{line(p)}</dd>
          ))}
        </div>
      ) : null}
    </dl>
  );
}

export function HandoverForm(props: FormProps): ReactNode {
  const { id } = props.page;
  const { data, error } = useQuery({ queryKey: ['handover', id], queryFn: () => getHandover({ params: { id } }) });
  return data ? <Ready {...props} ready={data.ready} /> : <ProblemNotice problem={error} />;
}

/** P7, after I-PASS: how serious, the summary, what is to be done and by whom, what if; the receiver's part comes back on the page. */
function Ready({ page, done, ready }: FormProps & { ready: Carried & { summary: string } }): ReactNode {
  const t = useT();
  const format = useFormat();
  const me = useMe().member.id;
  const { data: members } = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}) });
  const ours = ready.promises.filter((p) => p.side === 'ours');
  const [toId, setToId] = useState('');
  const [severity, setSeverity] = useState<(typeof SEVERITIES)[number]>('steady');
  const [mood, setMood] = useState<(typeof MOODS)[number]>('neutral');
  const [summary, setSummary] = useState(ready.summary);
  const [stays, setStays] = useState<readonly string[]>([]);
  const [ifThen, setIfThen] = useState([{ when: '', we: '' }]);
  const change = (i: number, part: Partial<(typeof ifThen)[number]>): void =>
    setIfThen(ifThen.map((x, n) => (n === i ? { ...x, ...part } : x)));
  return (
    <Form
      send={t('desk-people.handover')}
      act={async () => {
        const said = ifThen.filter((x) => x.when.trim() && x.we.trim());
        const promiseIds = ours.map((p) => p.id).filter((p) => !stays.includes(p));
        await handOver({ params: { id: page.id }, body: { toId, severity, mood, summary, ifThen: said, promiseIds } });
        await done();
      }}
    >
      <p className="text-muted">{t('desk-people.handover-hint')}</p>
      <Choice
        label={t('desk-people.handover-to')}
        value={toId}
        required
        onChange={(event) => setToId(event.target.value)}
      >
        <option value="" />
        {members?.items
          .filter((m) => m.active && m.id !== me)
          .map((m) => (
            <option key={m.id} value={m.id}>
              {m.name}
            </option>
          ))}
      </Choice>
      <Choice
        label={t('desk-people.severity')}
        value={severity}
        onChange={(event) => setSeverity(event.target.value as 'steady')}
      >
        {SEVERITIES.map((s) => (
          <option key={s} value={s}>
            {t(`desk-people.severity.${s}`)}
          </option>
        ))}
      </Choice>
      <Choice label={t('desk-people.mood')} value={mood} onChange={(event) => setMood(event.target.value as 'neutral')}>
        {MOODS.map((m) => (
          <option key={m} value={m}>
            {t(`desk-people.mood.${m}`)}
          </option>
        ))}
      </Choice>
      <Area
        label={t('desk-people.handover-summary')}
        value={summary}
        required
        minLength={20}
        rows={6}
        onChange={(event) => setSummary(event.target.value)}
      />
      <section className="grid gap-1">
        <h3 className="font-medium">{t('desk-people.handover-carried')}</h3>
        <Carries carried={ready} />
      </section>
      {ours.length > 0 ? (
        <fieldset className="grid gap-1">
          <legend className="font-medium">{t('desk-people.handover-promises')}</legend>
          {ours.map((p) => (
            <Tick
              key={p.id}
              label={t('desk-people.promise-line', { text: p.text, name: p.ownerName, date: format.when(p.due) })}
              checked={!stays.includes(p.id)}
              onChange={(event) => setStays(event.target.checked ? stays.filter((s) => s !== p.id) : [...stays, p.id])}
            />
          ))}
        </fieldset>
      ) : null}
      <fieldset className="grid gap-2">
        <legend className="font-medium">{t('desk-people.if-then')}</legend>
        {ifThen.map((x, i) => (
          <div key={i} className="grid gap-2 sm:grid-cols-2">
            <Field
              label={t('desk-people.if-when')}
              value={x.when}
              onChange={(event) => change(i, { when: event.target.value })}
            />
            <Field
              label={t('desk-people.if-do')}
              value={x.we}
              onChange={(event) => change(i, { we: event.target.value })}
            />
          </div>
        ))}
        <p>
          <Button kind="quiet" onClick={() => setIfThen([...ifThen, { when: '', we: '' }])}>
            {t('desk-people.if-add')}
          </Button>
        </p>
      </fieldset>
    </Form>
  );
}

/** The word to the client in their language, to be looked at and sent with one click. */
export function TellHandoverForm({ page, done }: FormProps): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['handover', page.id],
    queryFn: () => getHandover({ params: { id: page.id } }),
  });
  if (!data?.letter || !data.latest) return <ProblemNotice problem={error} />;
  return <Letter id={data.latest.id} letter={data.letter} done={done} />;
}

type LetterProps = {
  id: string;
  letter: { to: string; subject: string; body: string };
  done: () => Promise<void>;
};

function Letter({ id, letter, done }: LetterProps): ReactNode {
  const t = useT();
  const [subject, setSubject] = useState(letter.subject);
  const [body, setBody] = useState(letter.body);
  return (
    <Form
      send={t('desk-people.tell-client', { name: letter.to })}
      act={async (anyway) => {
        await tellWhoHasIt({ params: { id }, body: { subject, body, ...anyway } });
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
