import type { ReactNode } from 'react';
import type { Visit } from '../../../contract/visits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Empty } from '../../ui/light/notice.tsx';
import { VisitCard } from './visit-card.tsx';
import { type Week, dateOf } from './week.ts';

export type Shown = {
  readonly visits: readonly Visit[];
  readonly week: Week;
  readonly by: 'person' | 'client';
  readonly onOpen: (id: string) => void;
};

/** A line for each person or client, a column for each day. */
export function WeekGrid({ visits, week, by, onOpen }: Shown): ReactNode {
  const t = useT();
  const format = useFormat();
  if (visits.length === 0) return <Empty>{t('desk-visits.empty')}</Empty>;
  return (
    <div className="overflow-x-auto" role="region" aria-label={t('desk-visits.week')} tabIndex={0}>
      <table className="w-full min-w-220 table-fixed border-collapse">
        <thead>
          <tr>
            <th scope="col" className="w-36 border-b border-line p-2 text-left font-medium">
              {t(`desk-visits.by-${by}`)}
            </th>
            {week.days.map((day) => (
              <th key={day} scope="col" className="border-b border-line p-2 text-left font-medium">
                {format.date(`${day}T12:00:00Z`, 'UTC')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(visits, by).map(([id, { name, mine }]) => (
            <tr key={id}>
              <th scope="row" className="border-b border-line p-2 text-left align-top font-medium">
                {name}
              </th>
              {week.days.map((day) => (
                <td key={day} className="border-b border-line p-1 align-top">
                  <div className="grid gap-1">
                    {mine
                      .filter((v) => dateOf(v.from, format.zone) === day)
                      .map((v) => (
                        <VisitCard
                          key={v.id}
                          visit={v}
                          named={by === 'person' ? 'client' : 'people'}
                          onOpen={() => onOpen(v.id)}
                        />
                      ))}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Line = { name: string; mine: Visit[] };

function rowsOf(visits: readonly Visit[], by: 'person' | 'client'): [string, Line][] {
  const lines = new Map<string, Line>();
  for (const visit of visits) {
    const whose = by === 'person' ? visit.people : [{ id: visit.clientId, name: visit.clientName }];
    for (const { id, name } of whose) {
      const line = lines.get(id) ?? { name, mine: [] };
      line.mine.push(visit);
      lines.set(id, line);
    }
  }
  return [...lines].toSorted(([, a], [, b]) => a.name.localeCompare(b.name));
}
