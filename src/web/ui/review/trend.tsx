import { type ReactNode, useState } from 'react';
import type { Fate } from '../../../domain/triage/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import type { Shown } from './matrix.tsx';

type Month = Shown['months'][number];
const PARTS: readonly (readonly [fate: Fate, colour: string])[] = [
  ['do-it', 'var(--sunken)'],
  ['possible-not-reasonable', 'color-mix(in srgb, var(--accent) 35%, var(--paper))'],
  ['reasonable-not-possible', 'color-mix(in srgb, var(--accent) 65%, var(--paper))'],
  ['neither', 'var(--accent-strong)'],
];

/** Month by month, the period before in a paler row; a month that is chosen says its figures. */
export function Trend({ months, from }: { months: readonly Month[]; from: string }): ReactNode {
  const t = useT();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const most = Math.max(1, ...months.map((m) => PARTS.reduce((n, [fate]) => n + (m.cells[fate] ?? 0), 0)));
  const one = months.find((m) => m.month === chosen);
  const words = (m: Month): string =>
    PARTS.map(([fate]) => `${t(`review.cell.${fate}`)}: ${m.cells[fate] ?? 0}`).join(' · ');
  return (
    <figure className="grid gap-3">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {PARTS.map(([fate, colour]) => (
          <li key={fate} className="flex items-center gap-2">
            <span
              aria-hidden="true"
              className="size-3 rounded-sm border border-strong"
              style={{ background: colour }}
            />
            {t(`review.cell.${fate}`)}
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-1">
        {months.map((m) => (
          <button
            key={m.month}
            type="button"
            aria-pressed={m.month === chosen}
            onClick={() => setChosen(m.month === chosen ? null : m.month)}
            className={`grid min-w-0 flex-1 gap-1 rounded-md px-0.5 pt-1 hover:bg-panel ${m.month < from ? 'opacity-60' : ''} ${m.month === chosen ? 'bg-panel' : ''}`}
          >
            <span className="mx-auto flex h-36 w-full max-w-14 flex-col justify-end" aria-hidden="true">
              {PARTS.map(([fate, colour]) => (
                <span
                  key={fate}
                  className="border-x border-strong first:border-t"
                  style={{
                    background: colour,
                    height: `${((m.cells[fate] ?? 0) / most) * 100}%`,
                    borderTopWidth: m.cells[fate] ? 1 : 0,
                  }}
                />
              ))}
            </span>
            <span className="truncate border-t border-strong text-center text-sm">
              {format.month(m.month, 'short')}
            </span>
            <span className="sr-only">{words(m)}</span>
          </button>
        ))}
      </div>
      <p role="status" className="no-print min-h-6 text-sm text-muted">
        {one
          ? `${format.month(one.month)} – ${words(one)} · ${t('review.talk-time')}: ${format.minutes(one.minutes)}`
          : t('review.trend-hint')}
      </p>
      <details>
        <summary className="text-muted">{t('review.as-table')}</summary>
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('review.trend')}>
          <table className="mt-2 w-full text-right text-sm">
            <thead>
              <tr className="align-bottom">
                <th scope="col" className="pr-4 text-left font-medium">
                  {t('review.month')}
                </th>
                {PARTS.map(([fate]) => (
                  <th key={fate} scope="col" className="px-2 font-medium">
                    {t(`review.cell.${fate}`)}
                  </th>
                ))}
                <th scope="col" className="pl-2 font-medium">
                  {t('review.talk-time')}
                </th>
              </tr>
            </thead>
            <tbody>
              {months.map((m) => (
                <tr key={m.month} className="border-t border-line">
                  <th scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap">
                    {format.month(m.month)}
                  </th>
                  {PARTS.map(([fate]) => (
                    <td key={fate} className="px-2">
                      {format.number(m.cells[fate] ?? 0)}
                    </td>
                  ))}
                  <td className="pl-2 whitespace-nowrap">{format.minutes(m.minutes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
