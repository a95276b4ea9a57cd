import { type ReactNode, useState } from 'react';
import { LANGS, LANG_NAMES, type Lang, useT } from '../../i18n/i18n.tsx';
import { Choice, Field, Tick } from '../../ui/light/fields.tsx';
import { addProduct, createContact, putAgreement } from '../doors.ts';
import { Form } from '../request/form.tsx';

type Props = { id: string; done: () => Promise<void> };

export function ContactForm({ id, done }: Props): ReactNode {
  const t = useT();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [lang, setLang] = useState<Lang>('en');
  const [may, setMay] = useState<'see' | 'talk' | 'decide'>('talk');
  return (
    <Form
      act={async () => {
        await createContact({ params: { id }, body: { name, email, lang, may, roleText: null } });
        await done();
      }}
    >
      <Field label={t('desk-work.name')} value={name} required onChange={(event) => setName(event.target.value)} />
      <Field
        label={t('desk-work.email')}
        type="email"
        value={email}
        required
        onChange={(event) => setEmail(event.target.value)}
      />
      <Choice label={t('shared.language')} value={lang} onChange={(event) => setLang(event.target.value as Lang)}>
        {LANGS.map((l) => (
          <option key={l} value={l}>
            {LANG_NAMES[l]}
          </option>
        ))}
      </Choice>
      <Choice label={t('desk-work.rights')} value={may} onChange={(event) => setMay(event.target.value as 'talk')}>
        {(['see', 'talk', 'decide'] as const).map((m) => (
          <option key={m} value={m}>
            {t(`desk-work.may.${m}`)}
          </option>
        ))}
      </Choice>
    </Form>
  );
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Coverage by day, its clause and the hours a month: what the product needs to say what is covered (T3). */
export function AgreementForm({ id, done }: Props): ReactNode {
  const t = useT();
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState('');
  const [days, setDays] = useState<string[]>(['mon', 'tue', 'wed', 'thu', 'fri']);
  const [opens, setOpens] = useState('09:00');
  const [closes, setCloses] = useState('18:00');
  const [clause, setClause] = useState('');
  const [hours, setHours] = useState('');
  return (
    <Form
      act={async () => {
        const week = Object.fromEntries(days.map((d) => [d, [[opens, closes]]]));
        const coverage = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, rules: { week }, clause };
        const allowances = hours
          ? [
              {
                key: 'hours',
                name: title,
                unit: 'minutes',
                amount: Number(hours) * 60,
                per: 'month',
                services: null,
                carryOver: null,
                overage: null,
                clause,
              },
            ]
          : [];
        await putAgreement({
          params: { id },
          body: {
            title,
            validFrom: new Date(`${from}T00:00`).toISOString(),
            validTo: null,
            terms: { coverage, allowances },
          },
        });
        await done();
      }}
    >
      <Field label={t('desk-work.title')} value={title} required onChange={(event) => setTitle(event.target.value)} />
      <Field
        label={t('desk-work.valid-from')}
        type="date"
        value={from}
        required
        onChange={(event) => setFrom(event.target.value)}
      />
      <fieldset className="grid gap-1">
        <legend className="font-medium">{t('desk-work.covered-days')}</legend>
        {DAYS.map((d) => (
          <Tick
            key={d}
            label={t(`desk-work.day.${d}`)}
            checked={days.includes(d)}
            onChange={(event) => setDays(event.target.checked ? [...days, d] : days.filter((x) => x !== d))}
          />
        ))}
      </fieldset>
      <Field
        label={t('desk-work.opens')}
        type="time"
        value={opens}
        required
        onChange={(event) => setOpens(event.target.value)}
      />
      <Field
        label={t('desk-work.closes')}
        type="time"
        value={closes}
        required
        onChange={(event) => setCloses(event.target.value)}
      />
      <Field
        label={t('desk-work.clause-label')}
        value={clause}
        required
        onChange={(event) => setClause(event.target.value)}
      />
      <Field
        label={t('desk-work.hours-a-month')}
        type="number"
        min={0}
        value={hours}
        onChange={(event) => setHours(event.target.value)}
      />
    </Form>
  );
}

export function ProductForm({ id, done }: Props): ReactNode {
  const t = useT();
  const [name, setName] = useState('');
  const [fromWhom, setFromWhom] = useState('');
  return (
    <Form
      act={async () => {
        await addProduct({ params: { id }, body: { name, productKey: null, fromWhom: fromWhom || null, since: null } });
        await done();
      }}
    >
      <Field label={t('desk-work.name')} value={name} required onChange={(event) => setName(event.target.value)} />
      <Field label={t('desk-work.from-whom')} value={fromWhom} onChange={(event) => setFromWhom(event.target.value)} />
    </Form>
  );
}
