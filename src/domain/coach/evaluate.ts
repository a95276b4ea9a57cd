import { type CheckContext, type CoachReport, type Firmness, type Lang, type RuleId, type Who } from './types.ts';

/** A labelled draft as FORMAT.md describes it. */
export type GoldDraft = CheckContext & {
  readonly id: string;
  readonly lang: Lang;
  readonly draft: string;
  readonly findings: readonly { readonly rule: RuleId; readonly quote: string }[];
  readonly promises: readonly {
    readonly quote: string;
    readonly who: Who;
    readonly firmness: Firmness;
    readonly due: string | null;
  }[];
};

export type Half = 'work' | 'test';

/** The fixed split of the gold drafts: FNV-1a of the id, bit 8. Rules are designed on `work` and reported on `test`. */
export function halfOf(id: string): Half {
  let h = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return (h >>> 8) & 1 ? 'work' : 'test';
}

export type Counts = { tp: number; fp: number; fn: number };

export type Score = {
  drafts: number;
  rules: Record<string, Counts>;
  promises: {
    gold: number;
    found: number;
    extra: number;
    who: number;
    firmness: number;
    due: number;
    dated: number;
    datedRight: number;
    exact: number;
  };
  clean: { drafts: number; silent: number };
};

/** One disagreement, for reading. */
export type Miss = { readonly id: string; readonly what: string; readonly quote: string };

export const emptyScore = (): Score => ({
  drafts: 0,
  rules: {},
  promises: { gold: 0, found: 0, extra: 0, who: 0, firmness: 0, due: 0, dated: 0, datedRight: 0, exact: 0 },
  clean: { drafts: 0, silent: 0 },
});

type Placed = { readonly start: number; readonly end: number };

const place = (draft: string, quote: string): Placed => {
  const start = Math.max(0, draft.indexOf(quote));
  return { start, end: start + quote.length };
};

/** Share of words in common, against the longer of the two quotes. */
function overlap(draft: string, a: Placed, b: Placed): number {
  const words = (p: Placed): number => (draft.slice(p.start, p.end).match(/[\p{L}\p{N}]+/gu) ?? []).length;
  const common = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
  return common.end <= common.start ? 0 : words(common) / Math.max(1, words(a), words(b));
}

/** Adds one draft's result to a score; findings match on rule and 30 % of words, promises on 50 % of words. */
export function tally(score: Score, gold: GoldDraft, report: CoachReport): Miss[] {
  const misses: Miss[] = [];
  const miss = (what: string, quote: string): void => void misses.push({ id: gold.id, what, quote });
  score.drafts += 1;
  const used = new Set<number>();
  for (const f of gold.findings) {
    const at = place(gold.draft, f.quote);
    const i = report.findings.findIndex(
      (x, k) => !used.has(k) && x.rule === f.rule && overlap(gold.draft, at, x) >= 0.3,
    );
    const counts = (score.rules[f.rule] ??= { tp: 0, fp: 0, fn: 0 });
    if (i >= 0) {
      used.add(i);
      counts.tp += 1;
    } else {
      counts.fn += 1;
      miss(`missed ${f.rule}`, f.quote);
    }
  }
  report.findings.forEach((x, k) => {
    if (used.has(k)) return;
    (score.rules[x.rule] ??= { tp: 0, fp: 0, fn: 0 }).fp += 1;
    miss(`false ${x.rule}`, x.quote);
  });
  if (gold.findings.length === 0) {
    score.clean.drafts += 1;
    if (report.findings.length === 0) score.clean.silent += 1;
  }
  promises(score, gold, report, miss);
  return misses;
}

function promises(
  score: Score,
  gold: GoldDraft,
  report: CoachReport,
  miss: (what: string, quote: string) => void,
): void {
  const p = score.promises;
  const used = new Set<number>();
  for (const g of gold.promises) {
    p.gold += 1;
    if (g.due !== null) p.dated += 1;
    const at = place(gold.draft, g.quote);
    const ranked = report.promises
      .map((x, k) => ({ x, k, o: used.has(k) ? 0 : overlap(gold.draft, at, x) }))
      .sort((a, b) => b.o - a.o);
    const best = ranked[0];
    if (!best || best.o < 0.5) {
      miss(`missed promise (${g.who}, ${g.firmness}, ${g.due ?? 'no date'})`, g.quote);
      continue;
    }
    used.add(best.k);
    p.found += 1;
    const { x } = best;
    if (x.who === g.who) p.who += 1;
    if (x.firmness === g.firmness) p.firmness += 1;
    if (x.due === g.due) p.due += 1;
    if (g.due !== null && x.due === g.due) p.datedRight += 1;
    if (x.who === g.who && x.firmness === g.firmness && x.due === g.due) p.exact += 1;
    else miss(`promise ${x.who}/${x.firmness}/${x.due ?? '-'} is ${g.who}/${g.firmness}/${g.due ?? '-'}`, g.quote);
  }
  report.promises.forEach((x, k) => {
    if (used.has(k)) return;
    p.extra += 1;
    miss(`extra promise ${x.who}/${x.firmness}/${x.due ?? '-'}`, x.quote);
  });
}

export const ratio = (n: number, of: number): number | null => (of === 0 ? null : n / of);
