import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { OutsideReady } from '../../../contract/outside.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { DateTimeField } from '../../ui/light/date-time-field.tsx';
import { Area, Field, Tick } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { answerOutside, getOutside } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** P3: an honest no with its two ways; the second one carries a price from the agreement's list. */
export function OutsideForm(props: FormProps): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['outside', props.page.id],
    queryFn: () => getOutside({ params: { id: props.page.id } }),
  });
  return data ? <Ready {...props} ready={data} /> : <ProblemNotice problem={error} />;
}

function Ready({ page, done, ready }: FormProps & { ready: OutsideReady }): ReactNode {
  const t = useT();
  const format = useFormat();
  const [subject, setSubject] = useState(ready.subject);
  const [body, setBody] = useState(ready.body);
  const [priced, setPriced] = useState(ready.prices.length > 0);
  const [title, setTitle] = useState(page.subject);
  const [text, setText] = useState('');
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const [hours, setHours] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const lines = ready.prices
    .map((p) => ({ key: p.key, quantity: p.unit === 'fixed' ? (amounts[p.key] ? 1 : 0) : Number(amounts[p.key] ?? 0) }))
    .filter((l) => l.quantity > 0);
  const total = lines.reduce((n, l) => n + l.quantity * (ready.prices.find((p) => p.key === l.key)?.minor ?? 0), 0);
  return (
    <Form
      send={t('desk-table.outside-send')}
      act={async (anyway) => {
        const option = { title, text, lines, hours: Number(hours) || 0, at };
        await answerOutside({
          params: { id: page.id },
          body: { subject, body, ...anyway, option: priced ? option : null },
        });
        await done();
      }}
    >
      <p className="text-muted">{t('desk-table.outside-hint', { name: ready.to })}</p>
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
        rows={12}
        onChange={(event) => setBody(event.target.value)}
      />
      {ready.prices.length === 0 ? (
        <Notice>{t('desk-table.outside-no-prices')}</Notice>
      ) : (
        <Tick
          label={t('desk-table.outside-priced', { title: ready.agreementTitle ?? '–' })}
          checked={priced}
          onChange={(event) => setPriced(event.target.checked)}
        />
      )}
      {priced && ready.prices.length > 0 ? (
        <fieldset className="grid gap-3">
          <legend className="font-medium">{t('desk-table.outside-option')}</legend>
          <Field
            label={t('desk-work.option-title')}
            value={title}
            required
            onChange={(event) => setTitle(event.target.value)}
          />
          <Area
            label={t('desk-work.option-text')}
            value={text}
            required
            rows={3}
            onChange={(event) => setText(event.target.value)}
          />
          {ready.prices.map((p) => {
            const price = `${format.money(p.minor, p.currency)} ${t(`desk-table.per.${p.unit}`)}`;
            return p.unit === 'fixed' ? (
              <Tick
                key={p.key}
                label={`${p.name} – ${price}`}
                checked={Boolean(amounts[p.key])}
                onChange={(event) => setAmounts({ ...amounts, [p.key]: event.target.checked ? '1' : '' })}
              />
            ) : (
              <Field
                key={p.key}
                label={p.name}
                hint={price}
                type="number"
                min={0}
                step="0.25"
                value={amounts[p.key] ?? ''}
                onChange={(event) => setAmounts({ ...amounts, [p.key]: event.target.value })}
              />
            );
          })}
          <p className="font-medium" aria-live="polite">
            {t('desk-table.outside-total', {
              total: format.money(Math.round(total), ready.prices[0]?.currency ?? 'EUR'),
            })}
          </p>
          <Field
            label={t('desk-work.effort')}
            type="number"
            min={0}
            step="0.25"
            value={hours}
            onChange={(event) => setHours(event.target.value)}
          />
          <DateTimeField label={t('desk-work.option-date')} value={at} onChange={setAt} />
        </fieldset>
      ) : null}
    </Form>
  );
}
