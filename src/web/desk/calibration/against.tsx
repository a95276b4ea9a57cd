import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';

export type Kept = { readonly key: string; readonly n: number; readonly kept: number; readonly stated: number };
type Props = {
  title: string;
  head: string;
  rows: readonly Kept[];
  name: (row: Kept) => string;
  /** Stated against kept as points around the line where both are the same; else a bar a group with a mark for what was stated. */
  dots?: boolean;
};

/** A picture of what was stated and what was kept, and the table it is drawn from. */
export function Against({ title, head, rows, name, dots = false }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{title}</h2>
      <div className="flex flex-wrap items-start gap-6">
        <figure role="img" aria-label={t('desk-dates.chart', { n: rows.length })} className="m-0">
          {dots ? <Dots rows={rows} /> : <Bars rows={rows} />}
        </figure>
        <table className="text-right tabular-nums">
          <thead className="text-muted">
            <tr>
              <th scope="col" className="pr-4 text-left font-medium">
                {head}
              </th>
              <th scope="col" className="px-2 font-medium">
                {t('desk-dates.stated')}
              </th>
              <th scope="col" className="px-2 font-medium">
                {t('desk-dates.kept')}
              </th>
              <th scope="col" className="pl-2 font-medium">
                {t('desk-dates.promises')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" className="pr-4 text-left font-normal">
                  {name(row)}
                </th>
                <td className="px-2">{format.percent(row.stated)}</td>
                <td className="px-2">{format.percent(row.kept / row.n)}</td>
                <td className="pl-2">{format.number(row.n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const SIZE = 180;
const PAD = 26;
const at = (share: number): number => PAD + share * (SIZE - PAD - 8);
const up = (share: number): number => SIZE - at(share);

/** On the line: true. Below it: more was stated than kept. A larger point stands for more dates. */
function Dots({ rows }: { rows: readonly Kept[] }): ReactNode {
  const most = Math.max(...rows.map((r) => r.n));
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} className="size-48" aria-hidden="true">
      <Axis />
      <line x1={at(0)} y1={up(0)} x2={at(1)} y2={up(1)} stroke="var(--line-strong)" strokeDasharray="3 3" />
      {rows.map((r) => (
        <circle
          key={r.key}
          cx={at(r.stated)}
          cy={up(r.kept / r.n)}
          r={3 + 5 * Math.sqrt(r.n / most)}
          fill="var(--accent)"
          fillOpacity="0.75"
        />
      ))}
    </svg>
  );
}

function Axis(): ReactNode {
  return (
    <g fontSize="9" fill="var(--muted)" stroke="none">
      {[0, 0.5, 1].map((s) => (
        <g key={s}>
          <line x1={at(0)} x2={at(1)} y1={up(s)} y2={up(s)} stroke="var(--line)" />
          <text x={PAD - 4} y={up(s) + 3} textAnchor="end">
            {s * 100}
          </text>
          <text x={at(s)} y={SIZE - PAD + 12} textAnchor="middle">
            {s * 100}
          </text>
        </g>
      ))}
    </g>
  );
}

/** A bar for what was kept, a line across it for what was stated; amber where less was kept than the chance of it allows for. */
function Bars({ rows }: { rows: readonly Kept[] }): ReactNode {
  const shown = rows.slice(-24);
  const step = 22;
  const wide = Math.max(6, shown.length) * step + PAD;
  return (
    <svg viewBox={`0 0 ${wide} 120`} className="h-32 max-w-full" aria-hidden="true">
      {[0, 0.5, 1].map((s) => (
        <g key={s} fontSize="9" fill="var(--muted)">
          <line x1={PAD} x2={wide} y1={110 - s * 100} y2={110 - s * 100} stroke="var(--line)" />
          <text x={PAD - 4} y={113 - s * 100} textAnchor="end">
            {s * 100}
          </text>
        </g>
      ))}
      {shown.map((r, i) => {
        const kept = r.kept / r.n;
        const short = kept < r.stated - 2 * Math.sqrt((r.stated * (1 - r.stated)) / r.n);
        const x = PAD + i * step + 3;
        return (
          <g key={r.key}>
            <rect
              x={x}
              width="16"
              y={110 - kept * 100}
              height={kept * 100}
              fill={short ? 'var(--amber)' : 'var(--accent)'}
            />
            <line
              x1={x - 2}
              x2={x + 18}
              y1={110 - r.stated * 100}
              y2={110 - r.stated * 100}
              stroke="var(--ink)"
              strokeWidth="2"
            />
          </g>
        );
      })}
    </svg>
  );
}
