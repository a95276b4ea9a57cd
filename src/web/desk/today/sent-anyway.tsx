import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { listSentAnyway } from '../doors.ts';
import { useMe } from '../session/me.ts';

/** T14, T15: what left against the coach's stop, with the reasons. Only a lead sees it; it is a list to talk about, not a count of people. */
export function SentAnyway({ days }: { days: number }): ReactNode {
  const t = useT();
  const format = useFormat();
  const lead = useMe().member.role !== 'agent';
  const { data } = useQuery({
    queryKey: ['sent-anyway', days],
    queryFn: () => listSentAnyway({ query: { days } }),
    enabled: lead,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="grid gap-2" aria-labelledby="sent-anyway">
      <h2 id="sent-anyway" className="font-semibold">
        {t('desk-coach.sent-anyway', { n: days })}
      </h2>
      <ul className="grid gap-1">
        {data.items.map((item) => (
          <li key={item.seq} className="grid gap-1 rounded-md border border-line p-2">
            <p>
              {item.requestId ? (
                <Link to="/requests/$id" params={{ id: item.requestId }} className="font-medium underline">
                  {item.ref}
                </Link>
              ) : null}{' '}
              · {item.byName} · <span className="text-muted">{format.when(item.at)}</span>
            </p>
            {item.findings.map((f) => (
              <p key={f.quote} className="wrap-anywhere text-muted">
                “{f.quote}” – {t(`coach.rule.${f.rule}`)}
              </p>
            ))}
            <p className="wrap-anywhere">{t('desk-coach.because', { reason: item.reason })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
