import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useNow } from '../../ui/light/use-now.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useIsWide } from '../../ui/use-width.ts';
import { useAgain } from '../request/request.ts';
import { listVisits } from './doors.ts';
import { HouseRules } from './house-rules.tsx';
import { PlanForm } from './plan-form.tsx';
import { VisitList } from './visit-list.tsx';
import { VisitPanel } from './visit-panel.tsx';
import { WeekGrid } from './week-grid.tsx';
import { type VisitsSearch, dayAfter, weekOf } from './week.ts';

/** The week of visits by person or by client; what clashes is marked, also while one is being planned (S3). */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const wide = useIsWide();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as VisitsSearch;
  const now = useNow();
  const week = weekOf(search.day, format.zone, now);
  const { data, error } = useQuery({
    queryKey: ['visits', week.from],
    queryFn: () => listVisits({ query: { from: week.from, to: week.to } }),
  });
  const again = useAgain();
  const [beside, setBeside] = useState<'plan' | 'rules' | null>(null);
  const go = (change: VisitsSearch): void => void navigate({ to: '/visits', search: { ...search, ...change } });
  const close = (): void => void navigate({ to: '/visits', search: withoutVisit(search) });
  const items = data?.items ?? [];
  const open = search.visit ? items.find((v) => v.id === search.visit) : undefined;
  const shown = { visits: items, week, by: search.by ?? ('person' as const), onOpen: (visit: string) => go({ visit }) };
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-center gap-2">
        <h1 className="mr-auto text-xl font-semibold">{t('desk-visits.visits')}</h1>
        <Button kind="quiet" onClick={() => setBeside('rules')}>
          {t('desk-visits.house-rules')}
        </Button>
        <Button kind="primary" onClick={() => setBeside('plan')}>
          {t('desk-visits.plan')}
        </Button>
      </header>
      <nav className="flex flex-wrap items-center gap-2" aria-label={t('desk-visits.week')}>
        <Button onClick={() => go({ day: dayAfter(week.days[0] ?? '', -7) })}>{t('desk-visits.week-before')}</Button>
        <strong>
          {t('desk-visits.week-of', { from: format.date(week.from), to: format.day(week.days[6] ?? '') })}
        </strong>
        <Button onClick={() => go({ day: dayAfter(week.days[0] ?? '', 7) })}>{t('desk-visits.week-after')}</Button>
        <Button
          kind="quiet"
          onClick={() => void navigate({ to: '/visits', search: search.by ? { by: search.by } : {} })}
        >
          {t('desk-visits.this-week')}
        </Button>
        <span className="ml-auto flex gap-1 max-md:hidden" role="group" aria-label={t('desk-visits.by')}>
          {(['person', 'client'] as const).map((by) => (
            <Button
              key={by}
              aria-pressed={shown.by === by}
              onClick={() => go({ by: by === 'client' ? by : undefined } as VisitsSearch)}
            >
              {t(`desk-visits.by-${by}`)}
            </Button>
          ))}
        </span>
      </nav>
      <ProblemNotice problem={error} />
      {data ? wide('md') ? <WeekGrid {...shown} /> : <VisitList {...shown} /> : null}
      {beside === 'plan' ? (
        <SidePanel title={t('desk-visits.plan')} onClose={() => setBeside(null)} wide>
          <PlanForm
            done={async (id, from) => {
              await again();
              setBeside(null);
              go({ visit: id, day: from.slice(0, 10) });
            }}
          />
        </SidePanel>
      ) : null}
      {beside === 'rules' ? (
        <SidePanel title={t('desk-visits.house-rules')} onClose={() => setBeside(null)}>
          <HouseRules />
        </SidePanel>
      ) : null}
      {open && !beside ? <VisitPanel key={open.id} visit={open} onClose={close} /> : null}
    </div>
  );
}

const withoutVisit = ({ day, by }: VisitsSearch): VisitsSearch => ({ ...(day ? { day } : {}), ...(by ? { by } : {}) });
