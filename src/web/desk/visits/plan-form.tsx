import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { DateTimeField } from '../../ui/light/date-time-field.tsx';
import { Choice, Field, Tick } from '../../ui/light/fields.tsx';
import { Notice } from '../../ui/light/notice.tsx';
import { ClientPicker } from '../clients/client-picker.tsx';
import { getClient } from '../doors.ts';
import { Form } from '../request/form.tsx';
import { ClashLines } from './clashes.tsx';
import { checkVisit, planVisit } from './doors.ts';
import { PeopleTicks } from './people-ticks.tsx';
import { Slots, type SlotDraft, later, ready } from './slots.tsx';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
type Known = { client: { id: string; name: string }; requestId: string; contactId: string | null; purpose: string };
type Props = { known?: Known; done: (id: string, from: string) => Promise<void> };

/** A visit in one form; what it would clash with is said while it is typed (S3). */
export function PlanForm({ known, done }: Props): ReactNode {
  const t = useT();
  const [clientId, setClientId] = useState(known?.client.id ?? '');
  const [requestId, setRequestId] = useState(known?.requestId ?? '');
  const [contactId, setContactId] = useState(known?.contactId ?? '');
  const [purpose, setPurpose] = useState(known?.purpose ?? '');
  const [remote, setRemote] = useState(false);
  const [place, setPlace] = useState('');
  const [system, setSystem] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [memberIds, setMemberIds] = useState<readonly string[]>([]);
  const [drafts, setDrafts] = useState<readonly SlotDraft[]>([]);
  const [promise, setPromise] = useState(false);
  const [despite, setDespite] = useState('');
  const slots = ready(drafts);
  const { data: client } = useQuery({
    queryKey: ['client', clientId],
    queryFn: () => getClient({ params: { id: clientId } }),
    enabled: clientId !== '',
  });
  const when = from && to && Date.parse(from) < Date.parse(to) ? { from, to } : null;
  const look = { id: null, clientId, system: system.trim() || null, remote, memberIds: [...memberIds], slots };
  const { data: found } = useQuery({
    queryKey: ['visit-check', look, when],
    queryFn: () => checkVisit({ body: { ...look, ...(when ?? { from: '', to: '' }) } }),
    enabled: clientId !== '' && when !== null,
    placeholderData: keepPreviousData,
  });
  const clashes = when && found ? found.clashes : [];
  return (
    <Form
      send={t('desk-visits.plan-it')}
      act={async () => {
        const words = { purpose, remote, place: place.trim() || null, system: system.trim() || null };
        const whose = {
          clientId,
          requestId: requestId || null,
          contactId: contactId || null,
          memberIds: [...memberIds],
        };
        const body = { ...whose, ...words, from: from ?? '', to: to ?? '', zone, slots };
        const knowingly = clashes.length > 0 ? despite.trim() || null : null;
        const made = await planVisit({ body: { ...body, promise, despite: knowingly } });
        await done(made.id, from ?? '');
      }}
    >
      {known ? null : <ClientPicker value={clientId} onChange={setClientId} />}
      {known ? null : (
        <Choice
          label={t('desk-visits.request')}
          value={requestId}
          onChange={(event) => setRequestId(event.target.value)}
        >
          <option value="">{t('desk-visits.no-request')}</option>
          {client?.requests.map((r) => (
            <option key={r.id} value={r.id}>
              {r.ref} · {r.subject}
            </option>
          ))}
        </Choice>
      )}
      <Choice
        label={t('desk-visits.contact')}
        hint={t('desk-visits.contact-hint')}
        value={contactId}
        onChange={(event) => setContactId(event.target.value)}
      >
        <option value="">{t('desk-visits.nobody')}</option>
        {client?.contacts.map((c) => (
          <option key={c.id} value={c.id}>
            {c.name}
          </option>
        ))}
      </Choice>
      <Field
        label={t('desk-visits.purpose')}
        hint={t('desk-visits.purpose-hint')}
        value={purpose}
        required
        onChange={(event) => setPurpose(event.target.value)}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <DateTimeField
          label={t('desk-visits.from')}
          value={from}
          required
          onChange={(value) => {
            setFrom(value);
            if (value && (!to || Date.parse(to) <= Date.parse(value))) setTo(later(value));
          }}
        />
        <DateTimeField label={t('desk-visits.to')} value={to} required onChange={setTo} />
      </div>
      <PeopleTicks value={memberIds} onChange={setMemberIds} />
      {clashes.length > 0 ? (
        <Notice tone="warn" live>
          <ClashLines clashes={clashes} />
        </Notice>
      ) : null}
      {clashes.length > 0 ? (
        <Field
          label={t('desk-visits.despite')}
          hint={t('desk-visits.despite-hint')}
          value={despite}
          minLength={3}
          onChange={(event) => setDespite(event.target.value)}
        />
      ) : null}
      <Tick label={t('desk-visits.is-remote')} checked={remote} onChange={(event) => setRemote(event.target.checked)} />
      {remote ? null : (
        <Field label={t('desk-visits.place')} value={place} onChange={(event) => setPlace(event.target.value)} />
      )}
      <Field
        label={t('desk-visits.system')}
        hint={t('desk-visits.system-hint')}
        value={system}
        onChange={(event) => setSystem(event.target.value)}
      />
      <Slots value={drafts} onChange={setDrafts} />
      {requestId ? (
        <Tick
          label={t('desk-visits.promise')}
          checked={promise}
          onChange={(event) => setPromise(event.target.checked)}
        />
      ) : null}
    </Form>
  );
}
