import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { getListeningTrend, listMembers } from '../doors.ts';
import { useMe } from '../session/me.ts';

type Month = Awaited<ReturnType<typeof getListeningTrend>>['months'][number];
const LINES = ['repeats', 'askedAgain', 'againstWords', 'shown', 'wrong', 'overridden'] as const;

/** L9: one's own listening as a trend. A lead may look at a colleague's or the team's; nobody is put beside anybody. */
export function Page(): ReactNode {
  const t = useT();
  const me = useMe().member;
  const lead = me.role !== 'agent';
  const [who, setWho] = useState<string>(me.id);
  const members = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}), enabled: lead });
  const { data, error } = useQuery({
    queryKey: ['listening', who],
    queryFn: () => getListeningTrend({ query: { who } }),
  });
  return (
    <div className="grid max-w-4xl gap-5">
      <p className="no-print">
        <Link to="/settings" className="text-accent underline">
          {t('desk-work.settings')}
        </Link>
      </p>
      <h1 className="text-xl font-semibold">{t('desk-standard.listening')}</h1>
      <p className="text-muted">{t('desk-standard.listening-hint')}</p>
      {lead ? (
        <div className="max-w-60">
          <Choice label={t('desk-standard.whose')} value={who} onChange={(event) => setWho(event.target.value)}>
            <option value="team">{t('desk-standard.team')}</option>
            {members.data?.items
              .filter((m) => m.active)
              .map((m) => (
                <option key={m.id} value={m.id}>
                  {m.name}
                </option>
              ))}
          </Choice>
        </div>
      ) : null}
      <ProblemNotice problem={error} />
      {data ? <Trend months={data.months} /> : null}
    </div>
  );
}

function Trend({ months }: { months: readonly Month[] }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('desk-standard.listening')}>
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-line text-left text-muted">
            <th scope="col" className="p-2 font-normal">
              {t('desk-standard.month')}
            </th>
            {months.map((m) => (
              <th key={m.month} scope="col" className="p-2 text-right font-normal whitespace-nowrap">
                {m.month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LINES.map((line) => {
            const most = Math.max(1, ...months.map((m) => m[line]));
            return (
              <tr key={line} className="border-b border-line">
                <th scope="row" className="min-w-40 p-2 text-left font-normal">
                  {t(`desk-standard.line.${line}`)}
                </th>
                {months.map((m) => (
                  <td key={m.month} className="p-2 text-right align-bottom">
                    <span className="grid justify-items-end gap-1">
                      <span
                        aria-hidden="true"
                        className="w-8 rounded-sm bg-accent"
                        style={{ height: `${Math.round((m[line] / most) * 28)}px` }}
                      />
                      {format.number(m[line])}
                    </span>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
