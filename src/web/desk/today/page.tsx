import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Empty, ProblemNotice } from '../../ui/light/notice.tsx';
import { PhaseBar } from '../../ui/marks.tsx';
import { getToday } from '../doors.ts';
import { Approvals } from './approvals.tsx';
import { Lines } from './lines.tsx';
import { SentAnyway } from './sent-anyway.tsx';

/** What needs me, in one column, most urgent first; above it how many requests sit in each phase and how many are stuck (C1). */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const { data, error } = useQuery({ queryKey: ['today'], queryFn: () => getToday({}) });
  return (
    <div className="grid max-w-4xl gap-5">
      <h1 className="text-xl font-semibold">{t('desk-work.today')}</h1>
      <ProblemNotice problem={error} />
      <ul aria-label={t('desk-work.cycle')} className="grid grid-cols-3 gap-2 sm:flex sm:flex-wrap sm:gap-3">
        {data?.cycle.map((c) => (
          <li key={c.phase} className="grid content-start gap-1 rounded-lg bg-panel p-3 sm:min-w-40">
            <PhaseBar phase={c.phase} labelled />
            <span className="text-2xl font-semibold">{format.number(c.open)}</span>
            <span className={c.stuck > 0 ? 'text-red' : 'text-muted'}>{t('desk-work.stuck', { n: c.stuck })}</span>
          </li>
        ))}
      </ul>
      <Approvals />
      <SentAnyway days={7} />
      {data?.items.length === 0 ? <Empty>{t('desk-work.today-empty')}</Empty> : null}
      {data ? <Lines lines={data.items.filter((item) => item.kind !== 'approval')} /> : null}
    </div>
  );
}
