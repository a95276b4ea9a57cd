import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { DateTimeField } from '../../ui/light/date-time-field.tsx';

export type SlotDraft = { readonly from: string | null; readonly to: string | null };
type Slot = { from: string; to: string };

/** Two hours later, the usual length of a visit. */
export const later = (iso: string): string => new Date(Date.parse(iso) + 7_200_000).toISOString();

export const ready = (drafts: readonly SlotDraft[]): Slot[] =>
  drafts.flatMap(({ from, to }) => (from && to ? { from, to } : []));

/** Other times the client may pick from on their page; each is held until one is taken. */
export function Slots({
  value,
  onChange,
}: {
  value: readonly SlotDraft[];
  onChange: (slots: readonly SlotDraft[]) => void;
}): ReactNode {
  const t = useT();
  const put = (at: number, slot: SlotDraft): void => onChange(value.map((s, i) => (i === at ? slot : s)));
  return (
    <fieldset className="grid gap-2">
      <legend className="font-medium">{t('desk-visits.slots')}</legend>
      <p className="text-muted">{t('desk-visits.slots-hint')}</p>
      {value.map((slot, i) => (
        <div key={i} className="grid gap-2 sm:grid-cols-2">
          <DateTimeField
            label={t('desk-visits.slot-from', { n: i + 1 })}
            value={slot.from}
            onChange={(from) => put(i, { from, to: from && !slot.to ? later(from) : slot.to })}
          />
          <DateTimeField
            label={t('desk-visits.slot-to', { n: i + 1 })}
            value={slot.to}
            onChange={(to) => put(i, { ...slot, to })}
          />
        </div>
      ))}
      {value.length < 5 ? (
        <p>
          <Button kind="quiet" onClick={() => onChange([...value, { from: null, to: null }])}>
            {t('desk-visits.add-slot')}
          </Button>
        </p>
      ) : null}
    </fieldset>
  );
}
