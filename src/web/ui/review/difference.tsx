import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';

/** ↑ 4 before: which way it went since the period before, in grey; more is not always worse. */
export function Difference({ now, before }: { now: number; before: number }): ReactNode {
  const t = useT();
  const format = useFormat();
  const arrow = now > before ? '↑' : now < before ? '↓' : '→';
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden="true">{arrow} </span>
      {t('review.before-n', { n: format.number(before) })}
    </span>
  );
}
