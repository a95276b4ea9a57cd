import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Empty } from '../../ui/light/notice.tsx';
import { VisitCard } from './visit-card.tsx';
import { dateOf } from './week.ts';
import type { Shown } from './week-grid.tsx';

/** The same week on a phone: day after day. */
export function VisitList({ visits, week, onOpen }: Shown): ReactNode {
  const t = useT();
  const format = useFormat();
  if (visits.length === 0) return <Empty>{t('desk-visits.empty')}</Empty>;
  return (
    <div className="grid gap-4">
      {week.days.map((day) => {
        const mine = visits.filter((v) => dateOf(v.from, format.zone) === day);
        return mine.length === 0 ? null : (
          <section key={day} className="grid gap-2">
            <h2 className="font-semibold">{format.date(`${day}T12:00:00Z`, 'UTC')}</h2>
            <ul className="grid gap-2">
              {mine.map((v) => (
                <li key={v.id}>
                  <VisitCard visit={v} named="both" onOpen={() => onOpen(v.id)} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
