import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { BALLS, type Ball } from '../../../domain/request/words.ts';
import { FATES, type Fate } from '../../../domain/triage/words.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/light/fields.tsx';
import { listMembers } from '../doors.ts';

const PHASES = ['open', 'initiation', 'resolution', 'closing', 'closed', 'all'] as const;

/** What of the table is shown; what is left out is not asked for. */
export type Wanted = {
  readonly phase: (typeof PHASES)[number];
  readonly fate?: Fate;
  readonly ball?: Ball;
  readonly ownerId?: string;
};

type Props = { readonly wanted: Wanted; readonly onChange: (wanted: Wanted) => void };

export function Filters({ wanted, onChange }: Props): ReactNode {
  const t = useT();
  const { data } = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}) });
  const { phase, fate, ball, ownerId } = wanted;
  const all = <option value="">{t('desk-work.phase-filter.all')}</option>;
  /** Without the filter that was set before, with the one chosen now. */
  const change = (name: 'fate' | 'ball' | 'ownerId', value: string): void => {
    const { [name]: _before, ...rest } = wanted;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  return (
    <>
      <div className="sm:w-40">
        <Choice
          label={t('desk-work.show')}
          value={phase}
          onChange={(event) => onChange({ ...wanted, phase: event.target.value as Wanted['phase'] })}
        >
          {PHASES.map((p) => (
            <option key={p} value={p}>
              {t(`desk-work.phase-filter.${p}`)}
            </option>
          ))}
        </Choice>
      </div>
      <div className="sm:w-40">
        <Choice
          label={t('desk-work.col.fate')}
          value={fate ?? ''}
          onChange={(event) => change('fate', event.target.value)}
        >
          {all}
          {FATES.map((f) => (
            <option key={f} value={f}>
              {t(`shared.fate.${f}`)}
            </option>
          ))}
        </Choice>
      </div>
      <div className="sm:w-40">
        <Choice
          label={t('desk-work.col.ball')}
          value={ball ?? ''}
          onChange={(event) => change('ball', event.target.value)}
        >
          {all}
          {BALLS.map((b) => (
            <option key={b} value={b}>
              {t(`shared.ball.${b}`)}
            </option>
          ))}
        </Choice>
      </div>
      <div className="sm:w-40">
        <Choice
          label={t('desk-work.col.owner')}
          value={ownerId ?? ''}
          onChange={(event) => change('ownerId', event.target.value)}
        >
          {all}
          {data?.items.map((m) => (
            <option key={m.id} value={m.id}>
              {m.name}
            </option>
          ))}
        </Choice>
      </div>
    </>
  );
}
