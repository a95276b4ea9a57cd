import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Tick } from '../../ui/light/fields.tsx';
import { listMembers } from '../doors.ts';

type Props = { value: readonly string[]; onChange: (ids: readonly string[]) => void };

/** Who of ours comes: one or more. */
export function PeopleTicks({ value, onChange }: Props): ReactNode {
  const t = useT();
  const { data } = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}) });
  return (
    <fieldset className="grid gap-1">
      <legend className="font-medium">{t('desk-visits.people')}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {data?.items
          .filter((m) => m.active || value.includes(m.id))
          .map((m) => (
            <Tick
              key={m.id}
              label={m.name}
              checked={value.includes(m.id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, m.id] : value.filter((id) => id !== m.id))
              }
            />
          ))}
      </div>
    </fieldset>
  );
}
