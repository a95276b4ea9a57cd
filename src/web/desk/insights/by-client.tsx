import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InsightsPage } from '../../../contract/review.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';

type Props = { clients: InsightsPage['clients']; period: InsightsPage['period'] };
type Row = Props['clients'][number];
const AWKWARD = 'reasonable-not-possible,possible-not-reasonable,neither';
const ALL = `do-it,not-placed,${AWKWARD}`;
const ENDED = 'kept,kept-early,exceeded,broken';
const HEADS = ['requests', 'time', 'awkward', 'talk-time', 'repeats', 'kept'] as const;

/** T20: where the time goes, by client; most time in talks first. */
export function ByClient({ clients, period }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const open = (client: Row, metric: string, key: string, text: string): ReactNode =>
    client.id && text !== '0' ? (
      <Link
        to="/requests"
        search={{ metric, key, ...period, clientId: client.id }}
        className="underline decoration-strong underline-offset-4 hover:decoration-accent"
      >
        {text}
      </Link>
    ) : (
      text
    );
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('desk-review.by-client')}>
      <table className="w-full text-right">
        <thead className="text-sm text-muted">
          <tr className="align-bottom">
            <th scope="col" className="py-1 text-left font-normal">
              {t('desk-review.col.client')}
            </th>
            {HEADS.map((head) => (
              <th key={head} scope="col" className="py-1 pl-4 font-normal">
                {t(`desk-review.col.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clients.map((c) => (
            <tr key={c.id ?? ''} className="border-t border-line">
              <th scope="row" className="py-1.5 text-left font-normal">
                {c.id ? (
                  <Link to="/clients/$id" params={{ id: c.id }} className="hover:underline">
                    {c.name}
                  </Link>
                ) : (
                  t('desk-review.unknown-client')
                )}
              </th>
              <td className="pl-4">{open(c, 'fate', ALL, format.number(c.n))}</td>
              <td className="pl-4 whitespace-nowrap">{format.minutes(c.minutes)}</td>
              <td className="pl-4">{open(c, 'fate', AWKWARD, format.number(c.awkward))}</td>
              <td className="pl-4 whitespace-nowrap">{format.minutes(c.awkwardMinutes)}</td>
              <td className="pl-4">{open(c, 'repeat', 'times', format.number(c.repeats))}</td>
              <td className="pl-4">
                {c.kept + c.broken > 0 ? open(c, 'promise-ours', ENDED, `${c.kept} / ${c.kept + c.broken}`) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
