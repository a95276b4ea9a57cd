import { type Deadline } from '../deadline/read-deadlines.ts';
import { type Sentence } from '../sentences.ts';
import { has, spansOf } from '../text.ts';
import { type Firmness, type Who } from '../types.ts';
import { type Clause, type ClauseEvent } from './clauses.ts';
import { type Reading } from './undertakings.ts';

/** An event that counts as an undertaking. */
export type Judged = {
  readonly at: number;
  readonly end: number;
  readonly who: Who;
  readonly firmness: Firmness;
  readonly unconfirmed: boolean;
  /** The subject or auxiliary is said again, so the clause could stand alone. */
  readonly explicit: boolean;
  /** Known by its wording alone: it may only underline the undertaking before it. */
  readonly bare: boolean;
};

export type Verdict = {
  readonly kept: readonly Judged[];
  /** The clause has a finite verb of its own, kept or not. */
  readonly finite: boolean;
  /** Where the clause stops being an undertaking and gives its reason. */
  readonly end: number;
};

/** Which events of a clause are undertakings, whose, and how firm. */
export function judge(
  r: Reading,
  s: Sentence,
  clause: Clause,
  near: readonly Deadline[],
  conditional: boolean,
  reported: boolean,
): Verdict {
  const f = r.lexicon.frames;
  const body = r.text.slice(clause.start, clause.end);
  const noPromise = spansOf(f.noPromise, body).at(-1);
  const limit = subordinator(r, clause);
  const trailing = limit !== null && has(f.afterwards, r.text.slice(limit, clause.end));
  const kept: Judged[] = [];
  let finite = false;
  for (const e of r.reader(clause, r.text, r.lexicon)) {
    if (limit !== null && e.at > limit) continue;
    finite = true;
    if (noPromise && clause.start + noPromise.start < e.at) continue;
    const who = whose(r, s, clause, e, near, reported);
    if (who === null) continue;
    const hedged = e.mood === 'hedged' || has(f.hedge, body);
    const firmness = hedged ? 'hedged' : conditional || trailing ? 'conditional' : 'firm';
    const third = who === 'other' && !reported && firmness === 'firm';
    kept.push({
      at: e.at,
      end: e.end,
      who,
      firmness,
      unconfirmed: third,
      explicit: isExplicit(e, r.text),
      bare: false,
    });
  }
  const named = kept.some((k) => k.who === 'other');
  if (!named && limit === null && firmOnOthers(r, body, conditional, reported))
    kept.splice(0, kept.length, bound(clause));
  if (kept.length === 0) kept.push(...bare(r, clause, conditional), ...confirmed(clause, near, reported, r.clock.day));
  const [cause] = limit === null ? [] : spansOf(f.cause, r.text.slice(limit, clause.end));
  return {
    kept,
    finite,
    end: cause && limit !== null && kept.some((k) => k.at < limit + cause.start) ? limit + cause.start : clause.end,
  };
}

/** A choice is spelled out: "or", or a list after a colon. */
const CHOICE = /\s(?:or|ou|soit|albo|lub|или|либо|czy)\s|:\s/;

const isExplicit = (e: ClauseEvent, text: string): boolean =>
  /^(?:i'll|we'll|i |we |will |je |j'|nous |you'll|я |мы |ja |my )/.test(text.slice(e.at, e.at + 6));

/** "I am sure that …": what is believed is stated, not merely mentioned. */
export const COMPLEMENT = /^(?:że|что|que|qu'|that)/;

/** Where a subordinate or condition opens inside the clause: what follows states no undertaking of its own. */
function subordinator(r: Reading, clause: Clause): number | null {
  const f = r.lexicon.frames;
  const from = clause.tokens[1]?.start ?? clause.end;
  const rest = r.text.slice(from, clause.end);
  const believed = has(f.belief, r.text.slice(clause.start, clause.end));
  const hits = [...spansOf(f.subordinate, rest), ...spansOf(f.condition, rest)]
    .filter((h) => !(believed && COMPLEMENT.test(rest.slice(h.start, h.end))))
    .map((h) => from + h.start);
  return hits.length > 0 ? Math.min(...hits) : null;
}

function whose(
  r: Reading,
  s: Sentence,
  clause: Clause,
  e: ClauseEvent,
  near: readonly Deadline[],
  reported: boolean,
): Who | null {
  const f = r.lexicon.frames;
  const rest = r.text.slice(e.at, clause.end);
  const dated = near.some((d) => d.kind !== 'skip') || has(f.soon, r.text.slice(clause.start, clause.end));
  if (e.negated || (has(f.options, s.text) && CHOICE.test(s.text))) return null;
  if (e.who === 'i' || e.who === 'we') {
    if (has(f.persuade, s.text)) return 'other';
    if (has(f.courtesy, rest) && !spansOf(f.hedge, r.text.slice(e.at, clause.end)).some((h) => h.start === 0))
      return null;
    return e.tense === 'future' || dated || spansOf(f.performs, rest).some((h) => h.start <= e.end - e.at)
      ? e.who
      : null;
  }
  const predicate = r.text.slice(clause.start, clause.end);
  if (has(f.bad, predicate) && e.who !== 'human') return null;
  if (e.who === 'you') {
    if (!has(f.good, rest) || (e.tense === 'present' && !dated)) return null;
    return has(f.fromMe, s.text) ? 'i' : 'we';
  }
  if (e.tense === 'present' && !near.some((d) => d.kind === 'date'))
    return has(f.belief, s.text) && e.who === 'human' ? 'other' : null;
  if (e.who === 'thing') {
    if (!has(f.good, predicate)) return null;
    return reported ? 'other' : 'we';
  }
  if (has(f.bad, predicate) && !has(f.good, predicate)) return null;
  return has(f.neutral, r.text.slice(e.at, e.end + 12)) && !has(f.belief, s.text) ? null : 'other';
}

const firmOnOthers = (r: Reading, body: string, conditional: boolean, reported: boolean): boolean => {
  const f = r.lexicon.frames;
  return (
    !conditional &&
    !reported &&
    (has(f.bound, body) || has(f.persuade, body)) &&
    !has(f.hedge, body) &&
    !has(f.noPromise, body) &&
    !has(f.asks, body)
  );
};

const bound = (clause: Clause): Judged => ({
  at: clause.start,
  end: clause.end,
  who: 'other',
  firmness: 'firm',
  unconfirmed: true,
  explicit: false,
  bare: false,
});

/** "The carrier has confirmed Friday": another's undertaking, already confirmed. */
function confirmed(clause: Clause, near: readonly Deadline[], reported: boolean, today: number): Judged[] {
  const ahead = near.some((d) => d.start >= clause.start && d.end <= clause.end && d.day !== null && d.day > today);
  return reported && ahead
    ? [
        {
          at: clause.start,
          end: clause.end,
          who: 'other',
          firmness: 'firm',
          unconfirmed: false,
          explicit: false,
          bare: false,
        },
      ]
    : [];
}

/** Undertakings by wording alone ("at our expense", "ready on Tuesday"). */
function bare(r: Reading, clause: Clause, conditional: boolean): Judged[] {
  const f = r.lexicon.frames;
  const body = r.text.slice(clause.start, clause.end);
  const [own] = spansOf(f.bareI, body);
  const [ours] = spansOf(f.bare, body);
  const hit = own ?? ours;
  if (!hit || has(f.noPromise, body)) return [];
  const firmness = has(f.hedge, body) ? 'hedged' : conditional ? 'conditional' : 'firm';
  return [
    {
      at: clause.start + hit.start,
      end: clause.start + hit.end,
      who: own ? 'i' : 'we',
      firmness,
      unconfirmed: false,
      explicit: false,
      bare: true,
    },
  ];
}
