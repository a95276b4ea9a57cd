import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Fate } from '../../../domain/triage/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Empty, ProblemNotice } from '../../ui/light/notice.tsx';
import { FateGlyph, PhaseBar } from '../../ui/marks.tsx';
import { getToday } from '../doors.ts';
import { dateOf } from '../visits/week.ts';
import { Approvals } from './approvals.tsx';
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
      <ul aria-label={t('desk-work.cycle')} className="flex flex-wrap gap-3">
        {data?.cycle.map((c) => (
          <li key={c.phase} className="grid min-w-40 gap-1 rounded-lg bg-panel p-3">
            <PhaseBar phase={c.phase} labelled />
            <span className="text-2xl font-semibold">{format.number(c.open)}</span>
            <span className={c.stuck > 0 ? 'text-red' : 'text-muted'}>{t('desk-work.stuck', { n: c.stuck })}</span>
          </li>
        ))}
      </ul>
      <Approvals />
      <SentAnyway days={7} />
      {data?.items.length === 0 ? <Empty>{t('desk-work.today-empty')}</Empty> : null}
      <ol aria-label={t('desk-work.needs-me')} className="grid gap-1">
        {data?.items
          .filter((item) => item.kind !== 'approval')
          .map((item) => (
            <li
              key={item.id}
              className="grid grid-cols-[auto_1fr_auto] items-start gap-3 rounded-md border border-line p-2"
            >
              {item.fate ? <FateGlyph fate={item.fate as Fate} /> : <span aria-hidden="true">·</span>}
              <span>
                {item.kind === 'visit' || item.kind === 'visit-clash' ? (
                  <Link
                    to="/visits"
                    search={{ visit: item.id.split(':')[1] ?? '', day: dateOf(item.due ?? '', format.zone) }}
                    className="font-medium hover:underline"
                  >
                    {item.subject}
                  </Link>
                ) : item.requestId ? (
                  <Link to="/requests/$id" params={{ id: item.requestId }} className="font-medium hover:underline">
                    {item.ref} · {item.subject}
                  </Link>
                ) : (
                  <Link to="/mail" className="font-medium hover:underline">
                    {item.subject}
                  </Link>
                )}
                <span className="block text-muted">
                  {t(`desk-work.today-kind.${item.kind}`)}: {item.text} {item.clientName ? `· ${item.clientName}` : ''}
                </span>
              </span>
              {item.due ? (
                <span className={item.late ? 'font-medium text-red' : 'text-muted'}>{format.when(item.due)}</span>
              ) : null}
            </li>
          ))}
      </ol>
    </div>
  );
}
