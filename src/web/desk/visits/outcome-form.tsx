import { type ReactNode, useState } from 'react';
import type { Visit, VisitLetter } from '../../../contract/visits.ts';
import { useT } from '../../i18n/i18n.tsx';
import { DateTimeField } from '../../ui/light/date-time-field.tsx';
import { Area, Field } from '../../ui/light/fields.tsx';
import { Form } from '../request/form.tsx';
import { useAgain } from '../request/request.ts';
import { endVisit, moveVisit } from './doors.ts';
import { HouseRules } from './house-rules.tsx';
import { Slots, type SlotDraft, later, ready } from './slots.tsx';

export const OUTCOMES = ['done', 'by-proxy', 'done-remotely', 'moved', 'blocked', 'called-off'] as const;
export type Outcome = (typeof OUTCOMES)[number];
type Next = Awaited<ReturnType<typeof endVisit>>['next'];
export type After = { about: VisitLetter; next: Next };

type Props = { visit: Visit; outcome: Outcome; done: (after: After) => void };

/** S8, S13: what became of the visit; the message to the client comes next, ready to be read and sent. */
export function OutcomeForm({ visit, outcome, done }: Props): ReactNode {
  const t = useT();
  const again = useAgain();
  const [words, setWords] = useState('');
  const [proxyName, setProxyName] = useState('');
  const [minutes, setMinutes] = useState('');
  if (outcome === 'moved') return <MoveForm visit={visit} done={done} />;
  const asksWhy = outcome === 'blocked' || outcome === 'called-off';
  return (
    <Form
      send={t(`desk-visits.outcome.${outcome}`)}
      act={async () => {
        const body = { outcome, words, proxyName, minutes: Math.round(Number(minutes)) || 0 };
        const { next } = await endVisit({ params: { id: visit.id }, body });
        await again();
        done({ about: outcome, next });
      }}
    >
      {outcome === 'blocked' ? (
        <details className="rounded-md border border-line p-2">
          <summary className="cursor-pointer font-medium">{t('desk-visits.house-rules')}</summary>
          <div className="pt-2">
            <HouseRules />
          </div>
        </details>
      ) : null}
      {outcome === 'by-proxy' ? (
        <Field
          label={t('desk-visits.proxy')}
          value={proxyName}
          required
          onChange={(event) => setProxyName(event.target.value)}
        />
      ) : null}
      <Area
        label={t(asksWhy ? 'desk-visits.what-blocked' : 'desk-visits.what-happened')}
        hint={t('desk-visits.ours-alone')}
        value={words}
        required={asksWhy}
        onChange={(event) => setWords(event.target.value)}
      />
      <Field
        label={t('desk-visits.minutes')}
        type="number"
        min={0}
        max={1440}
        value={minutes}
        onChange={(event) => setMinutes(event.target.value)}
      />
    </Form>
  );
}

function MoveForm({ visit, done }: Omit<Props, 'outcome'>): ReactNode {
  const t = useT();
  const again = useAgain();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const [drafts, setDrafts] = useState<readonly SlotDraft[]>([]);
  return (
    <Form
      send={t('desk-visits.outcome.moved')}
      act={async () => {
        const body = { from: from ?? '', to: to ?? '', why, slots: ready(drafts) };
        const { next } = await moveVisit({ params: { id: visit.id }, body });
        await again();
        done({ about: 'moved', next });
      }}
    >
      <DateTimeField
        label={t('desk-visits.from')}
        value={from}
        zone={visit.zone}
        required
        onChange={(value) => {
          setFrom(value);
          if (value && (!to || Date.parse(to) <= Date.parse(value))) setTo(later(value));
        }}
      />
      <DateTimeField label={t('desk-visits.to')} value={to} zone={visit.zone} required onChange={setTo} />
      <Field
        label={t('desk-visits.why')}
        value={why}
        required
        minLength={3}
        onChange={(event) => setWhy(event.target.value)}
      />
      <Slots value={drafts} onChange={setDrafts} />
    </Form>
  );
}
