import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Area, Choice, Field, Tick } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { endHeated, getClaimsLetter, logHeated } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';
import type { Seen } from './request.ts';

const FACTS = ['happened', 'when', 'expected', 'effect', 'evidence'] as const;

/** S1: a heated talk while machines keep quiet, and the claims that came in writing. */
export function Heated({ page, again }: Seen): ReactNode {
  const t = useT();
  const format = useFormat();
  const end = useAction(async (heatedId: string) => {
    await endHeated({ params: { id: page.id, heatedId }, body: {} });
    await again();
  });
  const { heated, claims } = page.situations;
  const quiet = heated.filter((h) => h.quiet);
  if (quiet.length === 0 && claims.length === 0) return null;
  return (
    <Notice tone={quiet.length > 0 ? 'warn' : 'plain'}>
      {quiet.map((h) => (
        <div key={h.id}>
          <p className="wrap-anywhere">
            {t('desk-situations.heated-is', { name: h.contactName, date: format.date(h.at), words: h.words })}
          </p>
          <p className="text-muted">
            {t('desk-situations.heated-quiet-until', { date: format.date(h.quietUntil) })}{' '}
            {h.form === 'none' ? '' : t(`desk-situations.heated-form.${h.form}`)}
          </p>
          <p className="no-print">
            <Button busy={end.busy} onClick={() => void end.run(h.id)}>
              {t('desk-situations.heated-end')}
            </Button>
          </p>
        </div>
      ))}
      <ProblemNotice problem={end.problem} />
      {claims.map((c) => (
        <details key={c.id} open={quiet.length > 0}>
          <summary className="font-medium">
            {t('desk-situations.claims')}: {c.contactName}, {format.date(c.at)}
          </summary>
          <dl className="grid gap-1">
            {FACTS.map((fact) => {
              const words = fact === 'when' ? c.happenedAt : c[fact];
              return words ? (
                <div key={fact}>
                  <dt className="text-muted">{t(`desk-situations.claim.${fact}`)}</dt>
                  <dd className="wrap-anywhere whitespace-pre-line">{words}</dd>
                </div>
              ) : null;
            })}
          </dl>
        </details>
      ))}
    </Notice>
  );
}

/** S1: what was said, how long no machine writes to them, and the offer to put the claims in writing. */
export function HeatedForm(props: FormProps): ReactNode {
  const t = useT();
  const people = props.page.contacts.filter((c) => c.status === 'active');
  const [contactId, setContactId] = useState(props.page.contact?.id ?? people[0]?.id ?? '');
  const { data, error } = useQuery({
    queryKey: ['claims-letter', props.page.id, contactId],
    queryFn: () => getClaimsLetter({ params: { id: props.page.id, contactId } }),
    enabled: contactId !== '',
  });
  return (
    <div className="grid gap-3">
      <p className="text-muted">{t('desk-situations.heated-hint')}</p>
      <Choice
        label={t('desk-situations.heated-who')}
        value={contactId}
        onChange={(event) => setContactId(event.target.value)}
      >
        {people.map((c) => (
          <option key={c.id} value={c.id}>
            {c.name}
          </option>
        ))}
      </Choice>
      <ProblemNotice problem={error} />
      {data ? <Ready key={contactId} {...props} contactId={contactId} letter={data} /> : null}
    </div>
  );
}

function Ready({
  page,
  done,
  contactId,
  letter,
}: FormProps & { contactId: string; letter: { subject: string; body: string } }): ReactNode {
  const t = useT();
  const [words, setWords] = useState('');
  const [minutes, setMinutes] = useState('');
  const [days, setDays] = useState('3');
  const [offer, setOffer] = useState(true);
  const [subject, setSubject] = useState(letter.subject);
  const [body, setBody] = useState(letter.body);
  return (
    <Form
      send={t(offer ? 'desk-situations.heated-save-send' : 'desk-situations.heated-save')}
      act={async (anyway) => {
        await logHeated({
          params: { id: page.id },
          body: {
            contactId,
            words,
            minutes: Number(minutes) || 0,
            quietDays: Number(days) || 3,
            letter: offer ? { subject, body, ...anyway } : null,
          },
        });
        await done();
      }}
    >
      <Area
        label={t('desk-situations.heated-words')}
        value={words}
        required
        minLength={3}
        rows={4}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="grid grid-cols-2 items-end gap-2">
        <Field
          label={t('desk-work.minutes-spent')}
          type="number"
          min={0}
          max={1440}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <Field
          label={t('desk-situations.heated-quiet')}
          type="number"
          min={1}
          max={30}
          required
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </div>
      <Tick
        label={t('desk-situations.heated-offer')}
        checked={offer}
        onChange={(event) => setOffer(event.target.checked)}
      />
      {offer ? (
        <>
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
            rows={10}
            onChange={(event) => setBody(event.target.value)}
          />
        </>
      ) : null}
    </Form>
  );
}
