import { type ReactNode, useId } from 'react';
import { isKnownZone } from '../../../domain/calendar/zone.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Labelled, described } from './fields.tsx';
import { BOX } from './look.ts';
import { localOf, momentOf } from './wall-time.ts';

type Props = {
  label: string;
  /** ISO 8601, or null while it is empty. */
  value: string | null;
  onChange: (iso: string | null) => void;
  /** The zone the clock is read in: the client's for what is promised to them. Named when it is not the reader's own. */
  zone?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  min?: string | null;
};

/** Date and time of a promise or a step, typed as people read a clock, kept as an instant. */
export function DateTimeField({ label, value, onChange, zone, hint, error, required, min }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const id = useId();
  const place = zone && isKnownZone(zone) ? zone : format.zone;
  const moved = value !== null && momentOf(localOf(value, place), place)?.moved === true;
  const words = [hint, place === format.zone ? '' : t('shared.time-of', { zone: place.replaceAll('_', ' ') })];
  const said = words.filter(Boolean).join(' · ') || undefined;
  return (
    <Labelled {...{ id, label, hint: said, error: error ?? (moved ? t('shared.clock-moved') : undefined) }}>
      <input
        id={id}
        type="datetime-local"
        className={BOX}
        required={required}
        value={value === null ? '' : localOf(value, place)}
        min={min ? localOf(min, place) : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, said, error)}
        onChange={(event) => onChange(momentOf(event.target.value, place)?.iso ?? null)}
      />
    </Labelled>
  );
}
