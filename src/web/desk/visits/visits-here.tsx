import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useNow } from '../../ui/light/use-now.ts';
import { listVisits } from './doors.ts';
import { VisitCard } from './visit-card.tsx';
import { dateOf } from './week.ts';

const DAY = 86_400_000;
type Props = { of: { requestId: string } | { clientId: string } };

/** Visits of one request, or of one client: half a year back, half a year ahead. Nothing at all where there are none. */
export function VisitsHere({ of }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const today = Math.floor(useNow() / DAY) * DAY;
  const query = {
    from: new Date(today - 183 * DAY).toISOString(),
    to: new Date(today + 183 * DAY).toISOString(),
    ...of,
  };
  const { data } = useQuery({ queryKey: ['visits', of, today], queryFn: () => listVisits({ query }) });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h3 className="font-medium">{t('desk-visits.visits')}</h3>
      <ul className="grid gap-1">
        {data.items.map((v) => (
          <li key={v.id} className="grid gap-0.5">
            <span className="text-muted">{format.date(v.from, v.zone)}</span>
            <VisitCard
              visit={v}
              named={'requestId' in of ? 'people' : 'both'}
              onOpen={() => void navigate({ to: '/visits', search: { visit: v.id, day: dateOf(v.from, format.zone) } })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
