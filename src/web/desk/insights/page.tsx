import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InsightsPage } from '../../../contract/review.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { PhaseBar } from '../../ui/marks.tsx';
import { Behind } from '../../ui/review/behind.tsx';
import { Asked, Closed, NumberList } from '../../ui/review/lines.tsx';
import { Matrix } from '../../ui/review/matrix.tsx';
import { Part } from '../../ui/review/sheet.tsx';
import { Causes, PromisesBothWays } from '../../ui/review/tables.tsx';
import { Trend } from '../../ui/review/trend.tsx';
import { getInsights, listReviews } from '../doors.ts';
import type { Period } from '../requests/behind.ts';
import { PeriodChoice } from '../reviews/period-choice.tsx';
import { useMe } from '../session/me.ts';
import { ByClient } from './by-client.tsx';
import { Missed } from './missed.tsx';

/** The same figures for all clients, and what we only ask ourselves. Every number opens the requests behind it. */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const { workspace } = useMe();
  const search = useSearch({ strict: false }) as Period;
  const { data, error } = useQuery({
    queryKey: ['insights', search.from, search.to],
    queryFn: () => getInsights({ query: search }),
    placeholderData: keepPreviousData,
  });
  const { data: reviews } = useQuery({ queryKey: ['reviews'], queryFn: () => listReviews({}) });
  if (!data || !reviews) return <ProblemNotice problem={error} />;
  const days = new URLSearchParams(data.period).toString();
  return (
    <div className="grid max-w-5xl gap-6">
      <div className="flex flex-wrap items-end gap-3">
        <div className="mr-auto">
          <h1 className="text-xl font-semibold">{t('desk-review.insights')}</h1>
          <p className="text-muted">
            {t('review.period', { from: format.day(data.period.from), to: format.day(data.period.to) })} ·{' '}
            {t('review.compared', { from: format.day(data.before.from), to: format.day(data.before.to) })}
          </p>
        </div>
        <div className="no-print flex flex-wrap items-end gap-3">
          <PeriodChoice
            suggested={reviews.suggested}
            value={data.period}
            onChange={(period) => void navigate({ to: '/insights', search: period })}
          />
          <a className="py-1.5 hover:underline" href={`/api/insights.csv?${days}`} download>
            {t('review.download-csv')}
          </a>
          <Button onClick={() => window.print()}>{t('desk-review.print')}</Button>
        </div>
      </div>
      <p>
        {t('review.lead', {
          n: data.requests,
          awkward: data.discussion.n,
          days: format.days(data.discussion.daysPerWeek),
        })}{' '}
        <span className="no-print text-muted">{t('desk-review.insights-hint')}</span>
      </p>
      <Behind
        value={(counted, text) => (
          <Link
            to="/requests"
            search={{ ...counted, ...data.period }}
            className="underline decoration-strong underline-offset-4 hover:decoration-accent"
          >
            {text}
          </Link>
        )}
      >
        <Figures data={data} firm={workspace.name} />
      </Behind>
      <Part title={t('desk-review.by-client')}>
        <ByClient clients={data.clients} period={data.period} />
      </Part>
    </div>
  );
}

function Figures({ data, firm }: { data: InsightsPage; firm: string }): ReactNode {
  const t = useT();
  const { firstAnswers: f, rounds } = data;
  return (
    <>
      <Part title={t('review.matrix')}>
        <Matrix figures={data} />
      </Part>
      <Part title={t('desk-review.stuck')}>
        <ul className="flex flex-wrap gap-x-8 gap-y-2">
          {data.phases.map(({ phase, open, stuck }) => (
            <li key={phase} className="flex items-center gap-3">
              <PhaseBar phase={phase} labelled />
              <span className="text-muted">{t('desk-review.stuck-line', { open, stuck })}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('review.trend')}>
        <Trend months={data.months} from={data.period.from} />
      </Part>
      <Part title={t('review.causes')}>
        <Causes causes={data.causes} firm={firm} />
      </Part>
      <Part title={t('review.promises')}>
        <PromisesBothWays promises={data.promises} names={{ ours: firm, theirs: t('desk-review.clients') }} />
        <Missed missed={data.missed} />
      </Part>
      <div className="grid gap-6 md:grid-cols-2">
        <Part title={t('desk-review.first-answers')}>
          <NumberList
            items={(['opened', 'written', 'none'] as const).map((key) => ({
              metric: 'first',
              key: key === 'opened' ? 'invitation,talk' : key,
              n: f[key],
              words: t(`desk-review.first.${key}`),
            }))}
          />
        </Part>
        <Part title={t('desk-review.choices')}>
          <NumberList
            items={[
              { metric: 'round', key: 'choice', n: rounds.choice, words: t('desk-review.choice.several') },
              { metric: 'round', key: 'one-option', n: rounds.oneOption, words: t('desk-review.choice.one') },
            ]}
          />
        </Part>
        <Part title={t('review.ask')}>
          <Asked figures={data} />
        </Part>
        <Part title={t('review.closing')}>
          <Closed figures={data} />
        </Part>
        <Part title={t('desk-review.favours')}>
          <NumberList
            items={[{ metric: 'favour', key: 'done', n: data.favours, words: t('desk-review.favours-line') }]}
          />
        </Part>
        <Part title={t('review.listening')}>
          <p>{t('review.repeats', { times: data.repeats.times, before: data.repeats.before })}</p>
        </Part>
      </div>
    </>
  );
}
