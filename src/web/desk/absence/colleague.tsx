import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Choice } from '../../ui/light/fields.tsx';
import { listMembers } from '../doors.ts';

type Props = { label: string; not: string; value: string; onChange: (id: string) => void };

/** Somebody else of ours who is active. */
export function Colleague({ label, not, value, onChange }: Props): ReactNode {
  const { data } = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}) });
  return (
    <Choice label={label} value={value} required onChange={(event) => onChange(event.target.value)}>
      <option value="" />
      {data?.items
        .filter((m) => m.active && m.id !== not)
        .map((m) => (
          <option key={m.id} value={m.id}>
            {m.name}
          </option>
        ))}
    </Choice>
  );
}
