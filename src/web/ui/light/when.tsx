import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useNow } from './use-now.ts';

type Props = { at: string; zone?: string | undefined; as?: 'date' | 'when' | 'time' | 'ago'; className?: string };

/** A moment, readable by people and by machines; the full date and time is one hover away. */
export function When({ at, zone, as = 'when', className }: Props): ReactNode {
  const format = useFormat();
  useNow();
  const text = as === 'ago' ? format.ago(at) : format[as](at, zone);
  return (
    <time dateTime={at} title={as === 'when' ? format.ago(at) : format.when(at, zone)} className={className}>
      {text}
    </time>
  );
}
