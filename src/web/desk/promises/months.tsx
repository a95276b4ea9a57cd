import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';

type Month = { month: string; kept: number; early: number; exceeded: number; renegotiated: number; broken: number };
const PARTS = [
  ['kept', 'var(--accent)'],
  ['early', 'color-mix(in srgb, var(--accent) 55%, var(--paper))'],
  ['exceeded', 'var(--ink)'],
  ['renegotiated', 'var(--line-strong)'],
  ['broken', 'var(--red)'],
] as const;

/** Kept, early, broken by month, as a picture with its table beneath for those who do not see it. */
export function Months({ months }: { months: readonly Month[] }): ReactNode {
  const t = useT();
  const most = Math.max(1, ...months.map((m) => PARTS.reduce((n, [part]) => n + m[part], 0)));
  return (
    <figure className="grid gap-2">
      <svg
        viewBox={`0 0 ${months.length * 36} 100`}
        className="h-28 max-w-3xl"
        aria-hidden="true"
        preserveAspectRatio="xMinYMax meet"
      >
        {months.map((m, i) => {
          let y = 88;
          return PARTS.map(([part, colour]) => {
            const height = (m[part] / most) * 84;
            y -= height;
            return <rect key={`${m.month}${part}`} x={i * 36 + 4} y={y} width="26" height={height} fill={colour} />;
          });
        })}
        {months.map((m, i) => (
          <text key={m.month} x={i * 36 + 17} y="98" fontSize="8" textAnchor="middle" fill="var(--muted)">
            {m.month.slice(2)}
          </text>
        ))}
      </svg>
      <details>
        <summary className="text-muted">{t('desk-work.as-table')}</summary>
        <table className="mt-2 text-right">
          <thead>
            <tr>
              <th scope="col" className="pr-4 text-left">
                {t('desk-work.month')}
              </th>
              {PARTS.map(([part]) => (
                <th key={part} scope="col" className="px-2">
                  {t(`desk-work.part.${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((m) => (
              <tr key={m.month}>
                <th scope="row" className="pr-4 text-left font-normal">
                  {m.month}
                </th>
                {PARTS.map(([part]) => (
                  <td key={part} className="px-2">
                    {m[part]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
