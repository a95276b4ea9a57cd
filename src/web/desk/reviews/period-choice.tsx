import { type ReactNode, useState } from 'react';
import { type Period } from '../../../domain/review/words.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Choice, Field } from '../../ui/light/fields.tsx';

const KINDS = ['last-quarter', 'this-quarter', 'last-year', 'own'] as const;
type Kind = (typeof KINDS)[number];
type Props = { suggested: Period; value: Period; onChange: (period: Period) => void };

const utc = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** Days of a kind of period, counted from the quarter that ended last. */
function daysOf(kind: Kind, suggested: Period): Period | null {
  const end = new Date(`${suggested.to}T00:00:00Z`);
  const [year, month] = [end.getUTCFullYear(), end.getUTCMonth()];
  if (kind === 'last-quarter') return suggested;
  if (kind === 'this-quarter') return { from: utc(year, month + 1, 1), to: utc(year, month + 4, 0) };
  if (kind === 'last-year') return { from: utc(year, month - 11, 1), to: suggested.to };
  return null;
}

export function PeriodChoice({ suggested, value, onChange }: Props): ReactNode {
  const t = useT();
  const known = KINDS.find((k) => {
    const days = daysOf(k, suggested);
    return days?.from === value.from && days.to === value.to;
  });
  const [own, setOwn] = useState(false);
  const kind = own ? 'own' : (known ?? 'own');
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Choice
        label={t('desk-review.period-choice')}
        value={kind}
        onChange={(event) => {
          const next = event.target.value as Kind;
          setOwn(next === 'own');
          onChange(daysOf(next, suggested) ?? value);
        }}
      >
        {KINDS.map((k) => (
          <option key={k} value={k}>
            {t(`desk-review.period.${k}`)}
          </option>
        ))}
      </Choice>
      {kind === 'own' ? (
        <>
          <Field
            label={t('desk-review.from')}
            type="date"
            value={value.from}
            max={value.to}
            onChange={(e) => e.target.value && onChange({ ...value, from: e.target.value })}
          />
          <Field
            label={t('desk-review.to')}
            type="date"
            value={value.to}
            min={value.from}
            onChange={(e) => e.target.value && onChange({ ...value, to: e.target.value })}
          />
        </>
      ) : null}
    </div>
  );
}
