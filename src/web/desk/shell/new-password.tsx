import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/light/fields.tsx';

export function NewPassword({ value, onChange }: { value: string; onChange: (text: string) => void }): ReactNode {
  const t = useT();
  return (
    <Field
      label={t('desk-shell.password')}
      hint={t('desk-shell.password-hint')}
      type="password"
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
