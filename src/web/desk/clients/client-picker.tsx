import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { listClients } from '../doors.ts';

type Props = {
  value: string;
  onChange: (id: string) => void;
  known?: { id: string; name: string } | null;
  required?: boolean;
};

/** One client of thousands, found by typing; the server looks for the name. */
export function ClientPicker({ value, onChange, known = null, required = true }: Props): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['clients', 'picker', q],
    queryFn: () => listClients({ query: { q, limit: 20 } }),
    placeholderData: keepPreviousData,
  });
  const found = data?.items ?? [];
  const all = known && !found.some((c) => c.id === known.id) ? [known, ...found] : found;
  return (
    <ComboBox
      label={t('desk-work.client')}
      required={required}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      onSearch={setTyped}
      options={all.map((c) => ({ id: c.id, label: c.name }))}
    />
  );
}
