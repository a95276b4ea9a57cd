import type { ReactNode } from 'react';
import type { ReviewDocument } from '../../../contract/review.ts';
import type { Fate } from '../../../domain/triage/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { FateGlyph } from '../marks.tsx';
import { Num } from './behind.tsx';
import { Difference } from './difference.tsx';

export type Shown = ReviewDocument['figures'];
/** Reasonable above, possible right: where the eye reads the glyph. */
const GRID: readonly Fate[] = ['reasonable-not-possible', 'do-it', 'neither', 'possible-not-reasonable'];

/** T17: the picture first – four cells, as large a tint as their share, with counts, shares and time in talks. */
export function Matrix({ figures }: { figures: Shown }): ReactNode {
  const t = useT();
  const axis = 'text-center text-sm text-muted';
  const upright = `${axis} hidden sm:block [writing-mode:vertical-rl] rotate-180`;
  const rest = figures.cells.find((c) => c.fate === 'not-placed');
  return (
    <div className="grid gap-2">
      <div className="grid gap-2 sm:grid-cols-[1.5rem_1fr_1fr]">
        <span className="hidden sm:block" />
        <p className={`${axis} hidden sm:block`} aria-hidden="true">
          {t('review.axis.not-possible')}
        </p>
        <p className={`${axis} hidden sm:block`} aria-hidden="true">
          {t('review.axis.possible')}
        </p>
        <p className={upright} aria-hidden="true">
          {t('review.axis.reasonable')}
        </p>
        {GRID.slice(0, 2).map((fate) => (
          <OneCell key={fate} fate={fate} figures={figures} />
        ))}
        <p className={upright} aria-hidden="true">
          {t('review.axis.not-reasonable')}
        </p>
        {GRID.slice(2).map((fate) => (
          <OneCell key={fate} fate={fate} figures={figures} />
        ))}
      </div>
      {rest && rest.n > 0 ? (
        <p className="flex flex-wrap items-center gap-2 text-muted sm:pl-8">
          <FateGlyph fate="not-placed" /> {t('review.cell.not-placed')}{' '}
          <Num metric="fate" key_="not-placed">
            {String(rest.n)}
          </Num>
        </p>
      ) : null}
    </div>
  );
}

function OneCell({ fate, figures }: { fate: Fate; figures: Shown }): ReactNode {
  const t = useT();
  const format = useFormat();
  const cell = figures.cells.find((c) => c.fate === fate);
  if (!cell) return null;
  const tint = Math.round(Math.sqrt(cell.share) * 26);
  return (
    <section
      className="grid min-h-32 content-between gap-3 rounded-lg border border-line p-4"
      style={{ background: `color-mix(in srgb, var(--accent) ${tint}%, var(--paper))` }}
    >
      <h3 className="flex items-start gap-2 font-medium">
        <span aria-hidden="true" className="mt-0.5">
          <FateGlyph fate={fate} size={18} />
        </span>
        {t(`review.cell.${fate}`)}
      </h3>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-[2rem] leading-none font-semibold">
          <Num metric="fate" key_={fate}>
            {format.number(cell.n)}
          </Num>
        </span>
        <span>{t('review.cell-share', { share: format.percent(cell.share) })}</span>
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm">
        {fate === 'do-it' ? null : <span>{t('review.days-a-week', { days: format.days(cell.daysPerWeek) })}</span>}
        <Difference now={cell.n} before={cell.before.n} />
      </p>
    </section>
  );
}
