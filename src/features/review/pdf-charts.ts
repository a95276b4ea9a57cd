import type { ReviewDocument } from '../../contract/review.ts';
import type { Fate } from '../../domain/triage/words.ts';
import type { Translate } from '../../platform/i18n/translator.ts';
import { INK, type Paper, WIDE, tint } from './paper.ts';
import { type InWords, difference } from './review-words.ts';

type Figures = ReviewDocument['figures'];
/** Reasonable above, possible right, as on the pages. */
const GRID: readonly Fate[] = ['reasonable-not-possible', 'do-it', 'neither', 'possible-not-reasonable'];
const TALL = 92;
const SIDE = 16;

/** The picture first: four cells, tinted by their share, with counts, shares and time in talks. */
export function drawMatrix(p: Paper, t: Translate, w: InWords, figures: Figures): void {
  const wide = (WIDE - SIDE - 8) / 2;
  const axis = { size: 8, colour: INK.muted, width: wide, align: 'center' as const };
  p.at(t('review.axis.not-possible'), p.left + SIDE, p.y, axis);
  p.at(t('review.axis.possible'), p.left + SIDE + wide + 8, p.y, axis);
  const top = p.y + 14;
  for (const [i, key] of ['review.axis.reasonable', 'review.axis.not-reasonable'].entries()) {
    const y = top + i * (TALL + 8) + TALL;
    p.pdf.save().rotate(-90, { origin: [p.left, y] });
    p.at(t(key), p.left, y, { ...axis, width: TALL });
    p.pdf.restore();
  }
  for (const [i, fate] of GRID.entries()) {
    const cell = figures.cells.find((c) => c.fate === fate);
    if (!cell) continue;
    const x = p.left + SIDE + (i % 2) * (wide + 8);
    const y = top + Math.floor(i / 2) * (TALL + 8);
    p.pdf.roundedRect(x, y, wide, TALL, 6).fillAndStroke(tint(Math.sqrt(cell.share) * 0.3), INK.line);
    glyph(p, fate, x + 12, y + 13);
    p.at(t(`review.cell.${fate}`), x + 34, y + 11, { size: 9.5, width: wide - 46 });
    const number = w.number(cell.n);
    p.at(number, x + 12, y + 42, { size: 24, heavy: true, width: 70 });
    const after = p.pdf.widthOfString(number) + 22;
    p.at(t('review.cell-share', { share: w.percent(cell.share) }), x + after, y + 53, {
      size: 9.5,
      width: wide - after - 8,
    });
    const days = fate === 'do-it' ? '' : `${t('review.days-a-week', { days: w.days(cell.daysPerWeek) })}   `;
    p.at(`${days}${difference(t, w, cell.n, cell.before.n)}`, x + 12, y + 73, {
      size: 8.5,
      colour: INK.muted,
      width: wide - 20,
    });
  }
  p.y = top + 2 * TALL + 16;
  const rest = figures.cells.find((c) => c.fate === 'not-placed');
  if (rest && rest.n > 0) p.line(`${t('review.cell.not-placed')}: ${w.number(rest.n)}`, { size: 9, colour: INK.muted });
}

/** The mark of the product: 2 × 2, one cell filled. */
function glyph(p: Paper, fate: Fate, x: number, y: number): void {
  for (const [i, cell] of GRID.entries()) {
    const [cx, cy] = [x + (i % 2) * 8, y + Math.floor(i / 2) * 8];
    if (cell === fate) p.pdf.roundedRect(cx, cy, 6.5, 6.5, 1.2).fill(INK.ink);
    else
      p.pdf
        .lineWidth(0.7)
        .roundedRect(cx + 0.35, cy + 0.35, 5.8, 5.8, 1)
        .stroke(INK.strong);
  }
  p.pdf.lineWidth(1);
}

const PARTS: readonly (readonly [fate: Fate, share: number])[] = [
  ['neither', 1],
  ['reasonable-not-possible', 0.65],
  ['possible-not-reasonable', 0.35],
  ['do-it', 0.08],
];

/** Month by month, stacked; the period before stands apart. */
export function drawTrend(p: Paper, t: Translate, w: InWords, months: Figures['months'], from: string): void {
  const most = Math.max(1, ...months.map((m) => PARTS.reduce((n, [fate]) => n + (m.cells[fate] ?? 0), 0)));
  const gap = 18;
  const step = (WIDE - gap) / Math.max(1, months.length);
  const [tall, width] = [90, Math.min(44, step * 0.7)];
  const floor = p.y + tall + 10;
  for (const [i, m] of months.entries()) {
    const x = p.left + i * step + (m.month >= from ? gap : 0) + (step - width) / 2;
    let y = floor;
    for (const [fate, share] of PARTS) {
      const height = ((m.cells[fate] ?? 0) / most) * tall;
      if (height === 0) continue;
      y -= height;
      p.pdf.lineWidth(0.5).rect(x, y, width, height).fillAndStroke(tint(share), INK.strong);
    }
    const all = PARTS.reduce((n, [fate]) => n + (m.cells[fate] ?? 0), 0);
    p.at(w.number(all), x - 10, y - 12, { size: 8, width: width + 20, align: 'center' });
    p.at(w.month(m.month), x - 10, floor + 4, { size: 8, width: width + 20, align: 'center', colour: INK.muted });
  }
  p.pdf
    .moveTo(p.left, floor)
    .lineTo(p.left + WIDE, floor)
    .lineWidth(0.7)
    .stroke(INK.strong)
    .lineWidth(1);
  p.y = floor + 20;
  for (const [fate, share] of PARTS.toReversed()) {
    p.pdf
      .lineWidth(0.5)
      .rect(p.left, p.y + 1.5, 7, 7)
      .fillAndStroke(tint(share), INK.strong)
      .lineWidth(1);
    p.at(t(`review.cell.${fate}`), p.left + 14, p.y, { size: 8.5, width: WIDE - 14 });
    p.y += 13;
  }
}
