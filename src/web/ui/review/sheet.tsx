import type { ReactNode } from 'react';
import type { ReviewDocument } from '../../../contract/review.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { FateGlyph } from '../marks.tsx';
import { Asked, Closed } from './lines.tsx';
import { Matrix } from './matrix.tsx';
import { Causes, PromisesBothWays } from './tables.tsx';
import { Trend } from './trend.tsx';

type Props = {
  document: ReviewDocument;
  /** Beside an example, at the desk. */
  besideExample?: (id: string) => ReactNode;
};

/** T17: the review as both sides see it; the desk previews this very component. */
export function ReviewSheet({ document: d, besideExample }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const { figures } = d;
  return (
    <article className="grid gap-8">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('review.title', { client: d.clientName })}</h1>
        <p className="text-muted">
          {t('review.period', { from: format.day(d.period.from), to: format.day(d.period.to) })} ·{' '}
          {t('review.compared', { from: format.day(d.before.from), to: format.day(d.before.to) })}
        </p>
        <p className="mt-2 text-lg">
          {t('review.lead', {
            n: figures.requests,
            awkward: figures.discussion.n,
            days: format.days(figures.discussion.daysPerWeek),
          })}
        </p>
        <p className="text-sm text-muted">{t('review.day-hint')}</p>
      </header>
      <Part title={t('review.matrix')}>
        <Matrix figures={figures} />
      </Part>
      {d.commentary ? (
        <Part title={t('review.commentary')}>
          <p className="max-w-prose whitespace-pre-line">{d.commentary}</p>
        </Part>
      ) : null}
      <Part title={t('review.trend')}>
        <Trend months={figures.months} from={d.period.from} />
      </Part>
      {figures.causes.length > 0 ? (
        <Part title={t('review.causes')}>
          <Causes causes={figures.causes} firm={d.firm} />
        </Part>
      ) : null}
      {d.since.length > 0 ? (
        <Part title={t('review.since')}>
          <Since d={d} />
        </Part>
      ) : null}
      <Part title={t('review.ask')}>
        <Asked figures={figures} />
      </Part>
      <Part title={t('review.promises')}>
        <PromisesBothWays promises={figures.promises} names={{ ours: d.firm, theirs: d.clientName }} />
      </Part>
      <Part title={t('review.listening')}>
        <p>{t('review.repeats', { times: figures.repeats.times, before: figures.repeats.before })}</p>
      </Part>
      <Part title={t('review.closing')}>
        <Closed figures={figures} />
      </Part>
      {d.neverPossible.length > 0 ? (
        <Part title={t('review.never')}>
          <ul className="grid gap-1">
            {d.neverPossible.map((n) => (
              <li key={n.id}>
                {n.ref} · {n.subject}{' '}
                <span className="text-muted">– {t(`review.cause.${n.limit}`, { firm: d.firm })}</span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {d.examples.length > 0 ? (
        <Part title={t('review.examples')}>
          <ul className="grid gap-3 sm:grid-cols-2">
            {d.examples.map((e) => (
              <li key={e.id} className="grid content-start gap-2 rounded-lg bg-panel p-4">
                <p className="flex items-center gap-2 text-sm text-muted">
                  <FateGlyph fate={e.fate} /> {e.ref} · {e.subject} · {format.minutes(e.minutes)}
                </p>
                <blockquote className="border-l-2 border-accent pl-3">{e.words}</blockquote>
                {e.agreed ? <p>{t('review.agreed-title', { title: e.agreed })}</p> : null}
                {besideExample?.(e.id)}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </article>
  );
}

export function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="grid content-start gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** T18: before and after of every cause that both sides agreed to do something about. */
function Since({ d }: { d: ReviewDocument }): ReactNode {
  const t = useT();
  return (
    <ul className="grid gap-3">
      {d.since.map((s) => {
        const most = Math.max(s.counts.beforeAMonth, s.counts.afterAMonth) || 1;
        return (
          <li key={s.id} className="grid gap-1">
            <p>
              {s.text}{' '}
              <span className="text-muted">
                – {s.ownerName} ({s.side === 'ours' ? d.firm : d.clientName})
              </span>
            </p>
            <p className="flex flex-wrap items-center gap-x-3 text-sm">
              <span className="font-medium">{t(`review.cause.${s.cause}`, { firm: d.firm })}</span>
              <span>{t('review.since-row', { before: s.counts.before, after: s.counts.after })}</span>
              <span className="text-muted">{t(`review.than.${s.counts.trend}`)}</span>
            </p>
            <span aria-hidden="true" className="grid max-w-md gap-0.5">
              <span
                className="h-2 rounded-sm bg-strong"
                style={{ width: `${(s.counts.beforeAMonth / most) * 100}%` }}
              />
              <span className="h-2 rounded-sm bg-accent" style={{ width: `${(s.counts.afterAMonth / most) * 100}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
