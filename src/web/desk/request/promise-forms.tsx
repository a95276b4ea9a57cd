import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import type { RequestPage } from '../../../contract/requests.ts';
import { PROMISE_KINDS, type PromiseKind } from '../../../domain/promises/words.ts';
import { useT } from '../../i18n/i18n.tsx';
import { DateTimeField } from '../../ui/light/date-time-field.tsx';
import { Area, Choice, Field } from '../../ui/light/fields.tsx';
import { useNow } from '../../ui/light/use-now.ts';
import { listMembers, makePromise, movePromise, settlePromise } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import type { Prefill } from './coach/undertakings.tsx';
import { Form } from './form.tsx';
import { SuggestedDate } from './suggested-date.tsx';

type Promised = RequestPage['promises'][number];
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** T15, P5, C5: a promise of either side. Beyond one's own authority it waits for a named colleague, and the client does not see it. */
export function PromiseForm({ page, done, prefill }: FormProps & { prefill?: Prefill | undefined }): ReactNode {
  const t = useT();
  const { data } = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}) });
  const [side, setSide] = useState<'ours' | 'theirs'>('ours');
  const [kind, setKind] = useState<PromiseKind>(prefill?.kind ?? 'work');
  const [text, setText] = useState(prefill?.text ?? '');
  const [due, setDue] = useState<string | null>(prefill?.due ?? null);
  const [ask, setAsk] = useState(prefill?.ask ?? '');
  const [hours, setHours] = useState('');
  const [approver, setApprover] = useState('');
  const [dependsOn, setDependsOn] = useState('');
  const [questionsWhy, setQuestionsWhy] = useState('');
  const take = useCallback((dates: { nineOfTen: string }) => setDue(dates.nineOfTen), []);
  const awaited = page.promises.filter((p) => p.side === 'theirs' && (p.state === 'given' || p.state === 'at-risk'));
  const open = page.entries.some((e) => e.kind === 'question' && e.state === 'open');
  return (
    <Form
      act={async (anyway) => {
        const body = {
          ...anyway,
          side,
          kind,
          text,
          due: due ?? '',
          dueZone: zone,
          source: 'message' as const,
          hours: Number(hours) || 0,
          moneyMinor: 0,
          openQuestionsWhy: questionsWhy.trim() || null,
          dependsOn: side === 'ours' && dependsOn ? dependsOn : null,
        };
        await makePromise({
          params: { id: page.id },
          body: { ...body, ...(approver ? { approver } : {}), ...(ask ? { askFirst: ask } : {}) },
        });
        await done();
      }}
    >
      <Choice
        label={t('desk-work.who-promises')}
        value={side}
        onChange={(event) => setSide(event.target.value as 'ours')}
      >
        <option value="ours">{t('desk-work.we')}</option>
        <option value="theirs">{t('desk-work.they')}</option>
      </Choice>
      <Choice
        label={t('desk-work.promise-kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as PromiseKind)}
      >
        {PROMISE_KINDS.map((k) => (
          <option key={k} value={k}>
            {t(`desk-work.kind.${k}`)}
          </option>
        ))}
      </Choice>
      <Field label={t('desk-work.what')} value={text} required onChange={(event) => setText(event.target.value)} />
      <DateTimeField label={t('desk-work.due')} value={due} required onChange={setDue} />
      {side === 'ours' ? <SuggestedDate requestId={page.id} due={due} onTake={take} /> : null}
      {side === 'ours' ? (
        <Field
          label={t('desk-work.hours')}
          type="number"
          min={0}
          step="0.25"
          value={hours}
          onChange={(event) => setHours(event.target.value)}
        />
      ) : null}
      {side === 'ours' && awaited.length > 0 ? (
        <Choice
          label={t('desk-people.waits-for')}
          value={dependsOn}
          onChange={(event) => setDependsOn(event.target.value)}
        >
          <option value="">{t('desk-people.waits-for-nothing')}</option>
          {awaited.map((p) => (
            <option key={p.id} value={p.id}>
              {p.text}
            </option>
          ))}
        </Choice>
      ) : null}
      {side === 'ours' ? (
        <Choice
          label={t('desk-work.approver')}
          hint={t('desk-work.approver-hint')}
          value={approver}
          required={ask !== ''}
          onChange={(event) => setApprover(event.target.value)}
        >
          <option value="">{t('desk-work.nobody')}</option>
          {data?.items
            .filter((m) => m.active)
            .map((m) => (
              <option key={m.id} value={m.id}>
                {m.name}
              </option>
            ))}
        </Choice>
      ) : null}
      {prefill?.ask ? (
        <Field
          label={t('desk-coach.ask')}
          hint={t('desk-coach.ask-hint')}
          value={ask}
          onChange={(event) => setAsk(event.target.value)}
        />
      ) : null}
      {open && side === 'ours' ? (
        <Field
          label={t('desk-work.questions-why')}
          value={questionsWhy}
          required
          onChange={(event) => setQuestionsWhy(event.target.value)}
        />
      ) : null}
    </Form>
  );
}

const OUTCOMES = ['kept', 'exceeded', 'broken', 'withdrawn'] as const;
const MISSES = ['estimate', 'capacity', 'third-party', 'client', 'knowledge', 'forgotten', 'other'] as const;

/** P1: what became of it, with the evidence; a miss says why. */
export function SettleForm({ done, promise }: FormProps & { promise: Promised }): ReactNode {
  const t = useT();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('kept');
  const [evidence, setEvidence] = useState('');
  const [miss, setMiss] = useState('');
  const late = Date.parse(promise.due) < useNow();
  const asksWhy = outcome === 'broken' || (late && outcome !== 'withdrawn');
  return (
    <Form
      act={async () => {
        const missReason = asksWhy && miss ? (miss as (typeof MISSES)[number]) : null;
        await settlePromise({ params: { id: promise.id }, body: { outcome, evidence, missReason } });
        await done();
      }}
    >
      <p>{promise.text}</p>
      <Choice
        label={t('desk-work.outcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as 'kept')}
      >
        {OUTCOMES.map((o) => (
          <option key={o} value={o}>
            {t(`shared.promise.${o}`)}
          </option>
        ))}
      </Choice>
      <Field
        label={t('desk-work.evidence')}
        value={evidence}
        required
        onChange={(event) => setEvidence(event.target.value)}
      />
      {asksWhy ? (
        <Choice
          label={t('desk-work.miss-reason')}
          value={miss}
          required
          onChange={(event) => setMiss(event.target.value)}
        >
          <option value="" />
          {MISSES.map((m) => (
            <option key={m} value={m}>
              {t(`desk-work.miss.${m}`)}
            </option>
          ))}
        </Choice>
      ) : null}
    </Form>
  );
}

/** P1: another date, before this one is due, and the client is told why in the same act. */
export function MoveForm({ done, promise }: FormProps & { promise: Promised }): ReactNode {
  const t = useT();
  const [due, setDue] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const [message, setMessage] = useState('');
  return (
    <Form
      send={t('desk-work.move-and-tell')}
      act={async (anyway) => {
        await movePromise({ params: { id: promise.id }, body: { due: due ?? '', why, message, ...anyway } });
        await done();
      }}
    >
      <p>{promise.text}</p>
      <DateTimeField label={t('desk-work.new-due')} value={due} required zone={promise.dueZone} onChange={setDue} />
      <Field
        label={t('desk-work.why')}
        value={why}
        required
        minLength={3}
        onChange={(event) => setWhy(event.target.value)}
      />
      <Area
        label={t('desk-work.tell-client')}
        hint={t('desk-work.tell-client-hint')}
        value={message}
        required
        onChange={(event) => setMessage(event.target.value)}
      />
    </Form>
  );
}
