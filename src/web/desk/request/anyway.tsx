import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/light/fields.tsx';

export type Anyway = { readonly sendAnyway?: { readonly reason: string } };

/** T14, T15: the coach has stopped these words. Who changes them just sends again; who does not says why, and the lead reads it. */
export function useAnyway(): { anyway: Anyway; fieldFor: (problem: unknown) => ReactNode; clear: () => void } {
  const t = useT();
  const [reason, setReason] = useState('');
  return {
    anyway: reason.trim() ? { sendAnyway: { reason: reason.trim() } } : {},
    clear: () => setReason(''),
    fieldFor: (problem) =>
      isStop(problem) || reason !== '' ? (
        <Field
          label={t('desk-coach.anyway')}
          hint={t('desk-coach.anyway-hint')}
          value={reason}
          minLength={3}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null,
  };
}

const isStop = (problem: unknown): boolean => problem instanceof ApiProblem && problem.code === 'coach-stops';
