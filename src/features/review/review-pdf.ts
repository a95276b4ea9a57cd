import type { ReviewAction, ReviewDocument } from '../../contract/review.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { drawMatrix, drawTrend } from './pdf-charts.ts';
import { INK, type Paper, WIDE, paper } from './paper.ts';
import { type InWords, inWords } from './review-words.ts';

type T = ReturnType<typeof translator>;
type On = { p: Paper; t: T; w: InWords; d: ReviewDocument };

/** T17: the review on paper, in the client's language: the picture first, then causes, promises, their own words, and what we do. */
export async function reviewPdf(d: ReviewDocument, actions: readonly ReviewAction[], at: number): Promise<Buffer> {
  const t = translator(d.lang);
  const w = inWords(d.lang);
  const title = t('review.title', { client: d.clientName });
  const p = await paper({ title, lang: d.lang, at });
  const on = { p, t, w, d };
  head(on, title);
  p.heading(t('review.matrix'), 250);
  drawMatrix(p, t, w, d.figures);
  if (d.commentary) {
    p.heading(t('review.commentary'));
    p.line(d.commentary);
  }
  p.heading(t('review.trend'), 150);
  drawTrend(p, t, w, d.figures.months, d.period.from);
  causes(on);
  since(on);
  asked(on);
  promises(on);
  p.heading(t('review.listening'));
  p.line(t('review.repeats', { times: d.figures.repeats.times, before: d.figures.repeats.before }));
  p.heading(t('review.closing'));
  const { opened, closed, before } = d.figures.closing;
  p.line(t('review.closing-line', { opened, closed, before }));
  never(on);
  examples(on);
  steps(on, actions);
  return p.finish(t, `${title} · ${t('review.prepared-by', { firm: d.firm })}`);
}

function head({ p, t, w, d }: On, title: string): void {
  p.pdf.rect(0, 0, 595.28, 8).fill(INK.accent);
  p.line(d.firm, { size: 9, colour: INK.muted });
  p.line(title, { size: 20, heavy: true });
  const days = t('review.period', { from: w.day(d.period.from), to: w.day(d.period.to) });
  p.line(`${days} · ${t('review.compared', { from: w.day(d.before.from), to: w.day(d.before.to) })}`, {
    colour: INK.muted,
    size: 9,
  });
  p.y += 6;
  const { requests, discussion } = d.figures;
  p.line(t('review.lead', { n: requests, awkward: discussion.n, days: w.days(discussion.daysPerWeek) }), { size: 12 });
  p.line(t('review.day-hint'), { size: 8, colour: INK.muted });
}

function causes({ p, t, w, d }: On): void {
  const shown = d.figures.causes;
  if (shown.length === 0) return;
  p.heading(t('review.causes'), 80);
  const most = Math.max(1, ...shown.map((c) => Math.max(c.n, c.before)));
  const columns = [WIDE - 150, WIDE - 90, WIDE - 60];
  const right = (text: string, x: number, width: number, heavy = false, colour = INK.ink): number =>
    p.at(text, p.left + x, p.y, { size: 9, width, align: 'right', heavy, colour });
  right(t('review.col.now'), columns[0] ?? 0, 40, false, INK.muted);
  right(t('review.col.before'), (columns[1] ?? 0) - 10, 45, false, INK.muted);
  right(t('review.col.time'), columns[2] ?? 0, 60, false, INK.muted);
  p.y += 16;
  for (const c of shown) {
    p.room(30);
    p.at(t(`review.cause.${c.cause}`, { firm: d.firm }), p.left, p.y, { width: WIDE - 160 });
    right(w.number(c.n), columns[0] ?? 0, 40, true);
    right(w.number(c.before), (columns[1] ?? 0) - 10, 45, false, INK.muted);
    right(c.minutes > 0 ? w.minutes(c.minutes) : '', columns[2] ?? 0, 60, false, INK.muted);
    const long = WIDE - 170;
    if (c.n > 0) p.pdf.roundedRect(p.left, p.y + 15, (c.n / most) * long, 5, 1).fill(INK.accent);
    if (c.before > 0) p.pdf.rect(p.left, p.y + 21.5, (c.before / most) * long, 1.5).fill(INK.strong);
    p.y += 29;
  }
}

function since({ p, t, d }: On): void {
  if (d.since.length === 0) return;
  p.heading(t('review.since'), 60);
  for (const s of d.since) {
    p.room(52);
    p.line(s.text, { heavy: true });
    const row = t('review.since-row', { before: s.counts.before, after: s.counts.after });
    const cause = t(`review.cause.${s.cause}`, { firm: d.firm });
    p.line(`${cause} – ${row} (${t(`review.than.${s.counts.trend}`)})`, { size: 9 });
    const most = Math.max(s.counts.beforeAMonth, s.counts.afterAMonth) || 1;
    p.pdf.rect(p.left, p.y + 1, (s.counts.beforeAMonth / most) * 240, 4).fill(INK.strong);
    p.pdf.rect(p.left, p.y + 6, (s.counts.afterAMonth / most) * 240, 4).fill(INK.accent);
    p.y += 18;
  }
}

function asked({ p, t, w, d }: On): void {
  const { ask, conditions } = d.figures;
  const rows = [
    [ask.asAsked, 'as-asked'],
    [ask.conditionsKept, 'conditions-kept'],
    [ask.changed, 'changed'],
    [ask.declined, 'declined'],
    [ask.noAgreement, 'no-agreement'],
    [ask.open, 'open'],
  ] as const;
  p.heading(t('review.ask'));
  for (const [n, key] of rows) if (n > 0) numbered(p, w.number(n), t(`review.ask.${key}`));
  if (conditions.asked > 0) p.line(t('review.conditions', conditions), { size: 9, colour: INK.muted });
}

function numbered(p: Paper, n: string, words: string): void {
  p.room(16);
  p.at(n, p.left, p.y, { heavy: true, width: 28, align: 'right' });
  p.y += p.at(words, p.left + 38, p.y, { width: WIDE - 38 }) + 2;
}

const ENDS = [
  ['kept', 'kept'],
  ['early', 'kept-early'],
  ['exceeded', 'exceeded'],
  ['moved', 'renegotiated'],
  ['broken', 'broken'],
] as const;

/** P1, P5: two columns, ours and theirs. */
function promises({ p, t, w, d }: On): void {
  p.heading(t('review.promises'), 110);
  const top = p.y;
  const half = (WIDE - 20) / 2;
  let lowest = top;
  for (const [i, side] of (['ours', 'theirs'] as const).entries()) {
    const outcomes = d.figures.promises[side];
    const x = p.left + i * (half + 20);
    let y = top;
    y +=
      p.at(t('review.promised-by', { name: side === 'ours' ? d.firm : d.clientName }), x, y, {
        width: half,
        colour: INK.muted,
        size: 9,
      }) + 2;
    const big =
      outcomes.keptShare === null
        ? t('review.no-promises')
        : t('review.kept-share', { share: w.percent(outcomes.keptShare) });
    y +=
      p.at(big, x, y, {
        width: half,
        size: outcomes.keptShare === null ? 10 : 15,
        heavy: outcomes.keptShare !== null,
      }) + 4;
    for (const [name, state] of ENDS) {
      if (outcomes[name] === 0) continue;
      p.at(w.number(outcomes[name]), x, y, { width: 24, align: 'right', heavy: true });
      y += p.at(t(`shared.promise.${state}`), x + 32, y, { width: half - 32 }) + 1;
    }
    lowest = Math.max(lowest, y);
  }
  p.y = lowest;
}

function never({ p, t, d }: On): void {
  if (d.neverPossible.length === 0) return;
  p.heading(t('review.never'));
  for (const n of d.neverPossible)
    p.line(`${n.ref} · ${n.subject} – ${t(`review.cause.${n.limit}`, { firm: d.firm })}`);
}

function examples({ p, t, w, d }: On): void {
  if (d.examples.length === 0) return;
  p.heading(t('review.examples'), 90);
  for (const e of d.examples) {
    const inner = WIDE - 16;
    const tall = p.height(e.words, { width: inner }) + (e.agreed ? 14 : 0) + 20;
    p.room(tall + 8);
    p.pdf.rect(p.left, p.y, 2, tall).fill(INK.accent);
    p.at(`${e.ref} · ${e.subject} · ${w.minutes(e.minutes)}`, p.left + 12, p.y, {
      size: 8.5,
      colour: INK.muted,
      width: inner,
    });
    const below = p.y + 15 + p.at(e.words, p.left + 12, p.y + 15, { width: inner });
    if (e.agreed)
      p.at(t('review.agreed-title', { title: e.agreed }), p.left + 12, below, { width: inner, size: 9, heavy: true });
    p.y += tall + 8;
  }
}

function steps({ p, t, w, d }: On, actions: readonly ReviewAction[]): void {
  if (actions.length === 0) return;
  p.heading(t('review.actions'), 60);
  for (const a of actions) {
    p.room(34);
    p.line(a.text, { heavy: true });
    const organisation = a.side === 'ours' ? d.firm : d.clientName;
    const who = t('review.action-who', { owner: a.ownerName, organisation, date: w.day(a.dueOn) });
    const waits = a.oursAgreed ? d.clientName : d.firm;
    const both = a.oursAgreed && a.theirsAgreed;
    const state = a.done
      ? t('review.action.done')
      : both
        ? t('review.action.agreed')
        : t('review.action.waits', { name: waits });
    p.line(`${t(`review.cause.${a.cause}`, { firm: d.firm })} · ${who} · ${state}`, { size: 9, colour: INK.muted });
    p.y += 4;
  }
}
