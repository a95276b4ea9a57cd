import { type CivilDay } from '../deadline/civil.ts';
import { type Deadline } from '../deadline/read-deadlines.ts';
import { type Sentence } from '../sentences.ts';
import { has, type Span } from '../text.ts';
import { type Judged, WAITS } from './judge.ts';
import { type JudgedClause, type Reading, type Undertaking } from './undertakings.ts';

type Piece = {
  start: number;
  end: number;
  readonly lead: Judged;
  deadlines: readonly Deadline[];
  readonly inherits: boolean;
  readonly words: number;
};

const AND: Readonly<Record<string, RegExp>> = {
  en: /[\s,](?:and|then)\s+(?:then )?/g,
  fr: /[\s,](?:et|puis)\s+(?:ensuite |puis )?/g,
  ru: /[\s,](?:и|а)\s+(?:потом )?/g,
  pl: /[\s,](?:i|oraz|a)\s+(?:potem )?/g,
};

/**
 * Groups the kept events of a sentence into undertakings: what stands without a verb joins its neighbour, coordinated deeds
 * under one date are one undertaking, two dates are two.
 */
export function piecesOf(
  r: Reading,
  s: Sentence,
  judged: readonly JudgedClause[],
  context: CivilDay | null,
): Undertaking[] {
  const pieces: Piece[] = [];
  let pending: Pending | null = null;
  let open = false;
  for (const j of judged) {
    const { clause, kept, deadlines } = j;
    const last = pieces.at(-1);
    if (kept.length === 0) {
      if (last && open && repeats(j, last)) {
        const { start, end } = clause;
        pieces.push({ start, end, lead: last.lead, deadlines, inherits: false, words: clause.tokens.length });
      } else if (last && open && trails(j, last)) {
        last.end = clause.end;
        if (clause.role === 'main') last.deadlines = [...last.deadlines, ...deadlines];
      } else {
        open = false;
        pending = leads(j, s) ? joinPending(clause.strong ? null : pending, j) : null;
      }
      continue;
    }
    if (last && open && pending === null && underlines(j, last)) {
      last.end = j.end;
      continue;
    }
    const fits = pending !== null && (!clause.strong || pending.timeOnly);
    const start = pending !== null && fits && (pending.condition || !clause.joined) ? pending.start : ownStart(r, j);
    const lead: Lead = {
      start,
      deadlines: pending !== null && fits ? pending.deadlines : [],
      clause: { start: clause.start, end: j.end },
    };
    pending = null;
    split(r, lead, kept, deadlines, pieces);
    open = j.end === clause.end;
  }
  return finish(r, s, pieces, context);
}

type Pending = {
  readonly start: number;
  readonly deadlines: readonly Deadline[];
  readonly condition: boolean;
  /** Nothing but a day and an hour: "Friday, 15:00: I'll drop in". */
  readonly timeOnly: boolean;
};

const joinPending = (before: Pending | null, j: JudgedClause): Pending => ({
  start: before?.start ?? j.clause.start,
  condition: (before?.condition ?? false) || j.clause.role === 'condition' || j.clause.given,
  timeOnly: (before?.timeOnly ?? true) && j.clause.tokens.length <= 3 && (before !== null || j.deadlines.length > 0),
  deadlines: [...(before?.deadlines ?? []), ...(j.clause.role === 'main' ? j.deadlines : [])],
});

/** Words after an undertaking belong to it when they are no clause of their own and not the longer part. */
const trails = (j: JudgedClause, last: Piece): boolean =>
  !j.clause.strong &&
  (latest(j) ||
    (!j.clause.joined &&
      (j.clause.role !== 'main' || (!j.finite && j.clause.tokens.length <= Math.max(4, last.words)))));

/** "…, and by Thursday at the latest": a date added to the deed before it. */
const latest = (j: JudgedClause): boolean =>
  !j.finite &&
  j.clause.joined &&
  j.clause.tokens.length <= 10 &&
  (j.deadlines[0]?.start ?? j.clause.end) - j.clause.start < 16;

/** "As for the fine, …": what is spoken of, not what is undertaken. */
const TOPIC =
  /^(?:as (?:for|to|regards)|regarding|concerning|about|quant (?:à|a|aux?)|pour ce qui|concernant|s'agissant|du côté)(?:\s|$)/;

/** "The first one goes out on Monday, the second on 22 June": the verb of the undertaking before, with a date of its own. */
function repeats(j: JudgedClause, last: Piece): boolean {
  const [date] = j.deadlines.filter((d) => d.kind === 'date');
  const before = last.deadlines.find((d) => d.kind === 'date');
  if (!date || !before || date.day === before.day || j.finite || j.clause.role !== 'main' || j.clause.strong)
    return false;
  return j.clause.tokens.length <= 6 && j.clause.tokens.some((t) => t.end <= date.start || t.start >= date.end);
}

/** Words before an undertaking belong to it when they are short, or its condition; the name of the reader never does. */
const leads = (j: JudgedClause, s: Sentence): boolean => {
  const { clause } = j;
  if (clause.role === 'condition' || clause.given) return true;
  const address =
    clause.start === s.start &&
    s.index === 0 &&
    j.deadlines.length === 0 &&
    clause.tokens.length <= 4 &&
    clause.tokens.slice(1).every((t) => t.name);
  return (
    !address &&
    !TOPIC.test(clause.tokens.map((t) => t.w).join(' ')) &&
    !j.finite &&
    clause.tokens.length <= (clause.role === 'main' ? 7 : 9)
  );
};

/** "…, you have my word": a clause that only underlines the undertaking before it. */
function underlines(j: JudgedClause, last: Piece): boolean {
  const [first, ...more] = j.kept;
  if (!first || more.length > 0 || j.deadlines.length > 0 || j.clause.strong || j.clause.joined) return false;
  if (j.clause.tokens.length <= 2 && first.who !== 'other') return true;
  return first.bare || (first.who === last.lead.who && first.firmness === last.lead.firmness);
}

/** "The head is on order and we will fit it": a fact before the conjunction stays outside. */
function ownStart(r: Reading, j: JudgedClause): number {
  const first = j.kept[0];
  if (!first) return j.clause.start;
  const cut = lastAnd(r, j.clause.start, first.at);
  const outside = cut === null ? 0 : j.clause.tokens.filter((t) => t.start < cut).length;
  const dated = j.deadlines.some((d) => cut !== null && d.start < cut);
  return cut !== null && outside > 4 && !dated ? cut : j.clause.start;
}

type Lead = { readonly start: number; readonly deadlines: readonly Deadline[]; readonly clause: Span };

function split(r: Reading, lead: Lead, kept: readonly Judged[], deadlines: readonly Deadline[], out: Piece[]): void {
  const dates = deadlines.filter((d) => d.kind === 'date');
  let start = lead.start;
  let group: Judged | undefined;
  let front = [...lead.deadlines];
  const close = (end: number): void => {
    if (!group) return;
    const own = deadlines.filter((d) => d.start >= start && d.start < end);
    const inherits = out.length > 0 && start > lead.clause.start && !WAITS.test(r.text.slice(start, end));
    out.push({
      start,
      end,
      lead: group,
      deadlines: [...front, ...own],
      inherits,
      words: r.text.slice(start, end).split(/\s+/).length,
    });
    front = [];
  };
  for (const e of kept) {
    if (group && separates(r, group, e, deadlines, lead)) {
      const cut = lastAnd(r, group.end, e.at) ?? e.at;
      close(cut);
      start = cut;
      group = e;
    } else group ??= e;
  }
  // "an update tonight and a written account on Monday": one verb, two dates
  const tail = group;
  const later = tail ? dates.filter((d) => d.start > tail.end) : [];
  const [a, b] = later;
  if (tail && a && b && a.day !== b.day) {
    const cut = lastAnd(r, a.end, b.start);
    if (cut !== null) {
      close(cut);
      start = cut;
    }
  }
  close(lead.clause.end);
}

/** A second deed is an undertaking of its own when it has another date, or when it is a full clause after a date said at the end. */
function separates(r: Reading, first: Judged, e: Judged, deadlines: readonly Deadline[], lead: Lead): boolean {
  const dates = deadlines.filter((d) => d.kind === 'date');
  if (lastAnd(r, first.end, e.at) === null) return e.who !== first.who;
  const before = dates.find((d) => d.start < e.at);
  const after = dates.find((d) => d.start > e.at);
  if (before && after && before.day !== after.day) return true;
  if (e.who !== first.who || has(r.lexicon.frames.sameTime, r.text.slice(first.end, e.at + 1))) return true;
  const fronted = lead.deadlines.length > 0 || deadlines.some((d) => d.kind !== 'skip' && d.end <= first.at + 1);
  return e.explicit && deadlines.some((d) => d.kind !== 'skip' && d.start < e.at) && !fronted;
}

function lastAnd(r: Reading, from: number, to: number): number | null {
  const and = AND[r.lexicon.pack.lang] ?? /(?!)/g;
  let at: number | null = null;
  for (const m of r.text.slice(from, to + 1).matchAll(and)) at = from + m.index + m[0].length;
  return at !== null && at <= to ? at : null;
}

function finish(r: Reading, s: Sentence, pieces: readonly Piece[], context: CivilDay | null): Undertaking[] {
  let last = context;
  return pieces.map((p) => {
    const live = p.deadlines.filter((d) => d.kind !== 'skip');
    const date = live.find((d) => d.day !== null && d.day >= r.clock.day);
    const time = live.some((d) => d.kind === 'time');
    const inSame = pieces.length > 1 && p.inherits && last !== null;
    const anchor = last !== null && last > r.clock.day ? last : r.clock.day;
    const body = r.text.slice(p.start, p.end);
    const day = date ? date.day : time ? anchor : inSame || has(r.lexicon.frames.sameTime, body) ? last : null;
    const soon =
      date === undefined && !time && (live.some((d) => d.kind === 'soon') || has(r.lexicon.frames.soon, body));
    last = day;
    const minutes = live.flatMap((d) => (d.minute === null ? [] : [d.minute]));
    return {
      start: p.start,
      end: tidy(r.text, p),
      sentence: s,
      who: p.lead.who,
      firmness: p.lead.firmness,
      day,
      minutes,
      soon,
      unconfirmed: p.lead.unconfirmed,
    };
  });
}

function tidy(text: string, p: Span): number {
  const tail = /(?:[\s,]+(?:and|et|и|oraz|then|puis))?[\s,]*$/.exec(text.slice(p.start, p.end));
  return p.end - (tail?.[0].length ?? 0);
}
