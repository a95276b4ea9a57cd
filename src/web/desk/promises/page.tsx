import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/light/fields.tsx';
import { Empty, ProblemNotice } from '../../ui/light/notice.tsx';
import { useNow } from '../../ui/light/use-now.ts';
import { PromiseMark } from '../../ui/marks.tsx';
import { getPromiseFigures, listPromises } from '../doors.ts';
import { Months } from './months.tsx';

const STATES = ['open', 'settled', 'all'] as const;

/** Everything promised by either side, and how promises ended month by month. */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const [state, setState] = useState<(typeof STATES)[number]>('open');
  const { data, error } = useQuery({
    queryKey: ['promises', state],
    queryFn: () => listPromises({ query: { state, limit: 100 } }),
  });
  const now = useNow();
  const { data: figures } = useQuery({ queryKey: ['promise-figures'], queryFn: () => getPromiseFigures({}) });
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <h1 className="text-xl font-semibold">{t('desk-work.promises')}</h1>
        <Link to="/calibration" className="mr-auto text-muted underline">
          {t('desk-dates.calibration')}
        </Link>
        <div className="w-40">
          <Choice
            label={t('desk-work.show')}
            value={state}
            onChange={(event) => setState(event.target.value as 'open')}
          >
            {STATES.map((s) => (
              <option key={s} value={s}>
                {t(`desk-work.promise-filter.${s}`)}
              </option>
            ))}
          </Choice>
        </div>
      </div>
      <ProblemNotice problem={error} />
      {figures && figures.months.length > 0 ? <Months months={figures.months} /> : null}
      {data?.items.length === 0 ? <Empty>{t('desk-work.promises-empty')}</Empty> : null}
      <ul className="grid gap-1">
        {data?.items.map((p) => (
          <li key={p.id} className="grid grid-cols-[auto_1fr_auto] gap-3 rounded-md border border-line p-2">
            <PromiseMark state={p.state} labelled />
            <span>
              <Link to="/requests/$id" params={{ id: p.requestId }} className="font-medium hover:underline">
                {p.text}
              </Link>
              <span className="block text-muted">
                {p.ref} · {p.side === 'ours' ? p.makerName : (p.clientName ?? '')}
              </span>
            </span>
            <span className={Date.parse(p.due) < now && state === 'open' ? 'text-red' : 'text-muted'}>
              {format.when(p.due, p.dueZone)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
