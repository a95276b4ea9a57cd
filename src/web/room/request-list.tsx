import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.tsx';
import { ProblemNotice } from '../ui/light/notice.tsx';
import { BallMark, PhaseBar } from '../ui/marks.tsx';
import { roomRequests, roomReviews } from './doors.ts';
import { useResource } from './use-resource.ts';
import { Visits } from './visits.tsx';

type Props = { may: string; onOpen: (id: string) => void; onReview: (id: string) => void };

export function RequestList({ may, onOpen, onReview }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const { value, problem } = useResource(() => roomRequests({}), 'all');
  const { value: reviews } = useResource(() => roomReviews({}), 'reviews');
  return (
    <>
      <section className="grid gap-3">
        <h1 className="text-2xl font-semibold">{t('room.all-requests')}</h1>
        <ProblemNotice problem={problem} />
        <ul className="grid gap-2">
          {value?.items.map((r) => (
            <li key={r.id}>
              <button
                type="button"
                onClick={() => onOpen(r.id)}
                className="grid w-full gap-1 rounded-md border border-line bg-panel p-3 text-left hover:border-strong"
              >
                <span className="font-medium">{t('room.title', { ref: r.ref, subject: r.subject })}</span>
                <span className="flex flex-wrap gap-3 text-muted">
                  <PhaseBar phase={r.phase} labelled />
                  {r.phase === 'closed' ? null : <BallMark ball={r.ball} />}
                  <span>{format.date(r.openedAt)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <Visits may={may} />
      {reviews && reviews.items.length > 0 ? (
        <section className="grid gap-3">
          <h2 className="text-lg font-semibold">{t('room.reviews')}</h2>
          <ul className="grid gap-2">
            {reviews.items.map((r) => (
              <li key={r.id}>
                <button
                  type="button"
                  onClick={() => onReview(r.id)}
                  className="w-full rounded-md border border-line bg-panel p-3 text-left font-medium hover:border-strong"
                >
                  {t('room.review-of', { from: format.day(r.period.from), to: format.day(r.period.to) })}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
