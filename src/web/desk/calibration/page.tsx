import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Empty, Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { getCalibration } from '../doors.ts';
import { kindWords } from '../request/suggested-date.tsx';
import { Against, type Kept } from './against.tsx';

const REASONS = ['no-history', 'too-few-similar', 'tail-too-thin', 'too-many-still-open'] as const;

/** P2: chance stated against chance kept. When the last dates drift, it says so first. */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const { data, error } = useQuery({ queryKey: ['calibration'], queryFn: () => getCalibration({}) });
  const tenth = (k: Kept): string =>
    `${format.percent(Number(k.key) / 10)}–${format.percent((Number(k.key) + 1) / 10)}`;
  const nothing = data && data.chances.length === 0 && data.refusals.length === 0;
  return (
    <div className="grid max-w-4xl gap-6">
      <header className="grid gap-2">
        <h1 className="text-xl font-semibold">{t('desk-dates.calibration')}</h1>
        <p className="text-muted">{t('desk-dates.calibration-lead')}</p>
      </header>
      <ProblemNotice problem={error} />
      {nothing ? (
        <Empty
          action={
            <Link to="/requests" className="underline">
              {t('desk-work.requests')}
            </Link>
          }
        >
          {t('desk-dates.calibration-empty')}
        </Empty>
      ) : null}
      {data && !nothing ? (
        <>
          {data.guard.drifts ? (
            <Notice tone="warn">{t('desk-dates.drifts', { kept: data.guard.kept, scored: data.guard.scored })}</Notice>
          ) : (
            <p>
              {data.guard.scored < 60
                ? t('desk-dates.too-early', { scored: data.guard.scored })
                : t('desk-dates.steady', { kept: data.guard.kept, scored: data.guard.scored })}{' '}
              {t('desk-dates.given', data.suggestions)}
            </p>
          )}
          {data.chances.length > 0 ? (
            <>
              <Against
                title={t('desk-dates.by-chance')}
                head={t('desk-dates.chance')}
                rows={data.chances}
                name={tenth}
                dots
              />
              <Against
                title={t('desk-dates.by-month')}
                head={t('desk-dates.month')}
                rows={data.months}
                name={(k) => k.key}
              />
              <Against
                title={t('desk-dates.by-kind')}
                head={t('desk-dates.kind')}
                rows={data.kinds}
                name={(k) => kindWords(t, k.key)}
              />
            </>
          ) : null}
          {data.refusals.length > 0 ? (
            <section className="grid gap-2">
              <h2 className="font-semibold">{t('desk-dates.refusals')}</h2>
              <ul className="grid gap-1">
                {data.refusals.map((r) => {
                  const known = REASONS.find((code) => code === r.code);
                  return (
                    <li key={r.code} className="flex max-w-md justify-between gap-4">
                      <span>{known ? t(`desk-dates.no-short.${known}`) : r.code}</span>
                      <span className="tabular-nums">{format.number(r.n)}</span>
                    </li>
                  );
                })}
              </ul>
            </section>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
