import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, Suspense, lazy, useState } from 'react';
import type { Period } from '../../../domain/review/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Empty, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { listReviews, openReview } from '../doors.ts';
import { PeriodChoice } from './period-choice.tsx';

const ClientPicker = lazy(() => import('../clients/client-picker.tsx').then((m) => ({ default: m.ClientPicker })));

/** T17: the reviews there are; a client and a period have one. */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const { data, error } = useQuery({ queryKey: ['reviews'], queryFn: () => listReviews({}) });
  const [adding, setAdding] = useState(false);
  const days = ({ from, to }: Period): string => t('review.period', { from: format.day(from), to: format.day(to) });
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-xl font-semibold">{t('desk-review.reviews')}</h1>
        <Button kind="primary" onClick={() => setAdding(true)}>
          {t('desk-review.new-review')}
        </Button>
      </div>
      <ProblemNotice problem={error} />
      {data?.items.length === 0 ? <Empty>{t('desk-review.reviews-empty')}</Empty> : null}
      <ul className="grid gap-2">
        {data?.items.map((r) => (
          <li key={r.id}>
            <Link
              to="/reviews/$id"
              params={{ id: r.id }}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1 rounded-md border border-line bg-panel p-3 hover:border-strong"
            >
              <span className="font-medium">{r.clientName}</span>
              <span>{days(r.period)}</span>
              <span className="text-muted">
                {r.sharedAt ? t('desk-review.shared-on', { date: format.date(r.sharedAt) }) : t('desk-review.draft')} ·{' '}
                {t('desk-review.steps', { n: r.actions })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {adding && data ? <NewReview suggested={data.suggested} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function NewReview({ suggested, onClose }: { suggested: Period; onClose: () => void }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [clientId, setClientId] = useState('');
  const [period, setPeriod] = useState(suggested);
  const open = useAction(async () => {
    const { id } = await openReview({ body: { clientId, ...period } });
    await navigate({ to: '/reviews/$id', params: { id } });
  });
  return (
    <SidePanel title={t('desk-review.new-review')} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (clientId) void open.run();
        }}
      >
        <Suspense>
          <ClientPicker value={clientId} onChange={setClientId} />
        </Suspense>
        <PeriodChoice suggested={suggested} value={period} onChange={setPeriod} />
        <ProblemNotice problem={open.problem} />
        <p>
          <Button type="submit" busy={open.busy}>
            {t('desk-review.open')}
          </Button>
        </p>
      </form>
    </SidePanel>
  );
}
