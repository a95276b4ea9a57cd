import { type Deadline } from '../deadline/read-deadlines.ts';
import { type Sentence } from '../sentences.ts';
import { has, spansOf } from '../text.ts';
import { type Firmness, type Who } from '../types.ts';
import { type Clause, type ClauseEvent } from './clauses.ts';
import { type Reading } from './undertakings.ts';

/** A deed that waits for an event of its own. */
export const WAITS =
  /(?<![a-zà-ÿ])(?:the moment|as soon as|once|when|dès que|quand|lorsque|une fois|gdy|jak tylko|kiedy|w chwili)(?![a-zà-ÿ])|когда|как только|в ту же минуту/;

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
  aside = '',
): Verdict {
  const f = r.lexicon.frames;
  const body = r.text.slice(clause.start, clause.end);
  const noPromise = spansOf(f.noPromise, body).at(-1);
  const limit = subordinator(r, clause);
  // "I'll ask whether / if it can be done": what is asked is no condition
  const asks = limit !== null && has(f.asks, r.text.slice(clause.start, limit));
  const trailing = limit !== null && !asks && has(f.afterwards, r.text.slice(limit, clause.end));
  const kept: Judged[] = [];
  let finite = false;
  for (const e of r.reader(clause, r.text, r.lexicon)) {
    if (limit !== null && e.at > limit) continue;
    finite = true;
    if (noPromise && clause.start + noPromise.start < e.at) continue;
    const who = whose(r, s, clause, e, near, conditional || trailing, reported);
    if (who === null) continue;
    const hedged = e.mood === 'hedged' || has(f.hedge, body) || has(f.hedge, aside);
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
  if (kept.length === 0)
    kept.push(...bare(r, clause, conditional), ...confirmed(clause, near, has(f.reported, body), r.clock.day));
  if (kept.length === 0 && !finite && !noPromise && !conditional && isPlan(r, clause)) kept.push(planned(r, clause));
  const [cause] = limit === null ? [] : spansOf(f.cause, r.text.slice(limit, clause.end));
  return {
    kept,
    finite,
    end: cause && limit !== null && kept.some((k) => k.at < limit + cause.start) ? limit + cause.start : clause.end,
  };
}

/** The verb of an event and the word after it, without "be done": a deed done to a thing names no doer. */
const verbOf = (e: ClauseEvent, text: string): string =>
  /(?:^|\s)(?:be|ser(?:a|ont)|es?t|sont)\s/.test(text.slice(e.at, e.end)) ? '' : e.verb;

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
  conditional: boolean,
  reported: boolean,
): Who | null {
  const f = r.lexicon.frames;
  const rest = r.text.slice(e.at, clause.end);
  const dated = near.some((d) => d.kind !== 'skip') || has(f.soon, r.text.slice(clause.start, clause.end));
  if (e.negated || (has(f.options, s.text) && CHOICE.test(s.text))) return null;
  if (e.who === 'i' || e.who === 'we') {
    if (has(f.persuade, s.text)) return 'other';
    const word = e.end - e.at;
    const polite = spansOf(f.courtesy, rest).some((h) => h.start <= word);
    if (
      polite &&
      !spansOf(f.hedge, rest).some(
        (h) =>
          (h.start === 0 || (h.start <= word && e.mood === 'hedged' && near.some((d) => d.kind === 'date'))) &&
          rest.slice(0, h.end).trim().includes(' '),
      )
    )
      return null;
    if (e.tense === 'able') return has(f.hedge, r.text.slice(s.start, clause.end)) ? e.who : null;
    return e.tense === 'future' ||
      dated ||
      conditional ||
      has(f.fromMe, rest) ||
      (r.lexicon.pack.lang === 'fr' && has(r.lexicon.values.free, rest)) ||
      WAITS.test(rest) ||
      spansOf(f.performs, rest).some((h) => h.start <= e.end - e.at)
      ? e.who
      : null;
  }
  const predicate = r.text.slice(clause.start, clause.end);
  const subject = r.text.slice(s.start, e.at);
  const person =
    e.who === 'human'
      ? !(e.pronoun && has(f.good, rest) && !has(f.deeds, rest))
      : e.who === 'thing' &&
        has(f.deeds, verbOf(e, r.text)) &&
        (e.pronoun ? has(f.role, subject) : !has(f.machine, subject));
  if (has(f.bad, predicate) && !person) return null;
  if (e.who === 'you') {
    if (!has(f.good, rest) || (e.tense === 'present' && !dated)) return null;
    return has(f.fromMe, s.text) ? 'i' : 'we';
  }
  if (e.tense === 'present' && !near.some((d) => d.kind === 'date'))
    return has(f.belief, s.text) && person ? 'other' : null;
  if (!person) {
    // outside bad news a dated future of a thing is an undertaking even where the predicate is not a known one
    const expected = !r.badNews && e.tense === 'future' && near.some((d) => d.kind === 'date' || d.kind === 'time');
    if (!has(f.good, predicate) && !expected) return null;
    return reported ? 'other' : has(f.fromMe, s.text) ? 'i' : 'we';
  }
  if (has(f.bad, predicate) && !has(f.good, predicate)) return null;
  return has(f.neutral, rest.split(/\s+/).slice(0, 4).join(' ')) && !has(f.belief, s.text) ? null : 'other';
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

/** „Druk w poniedziałek”: a deed as a noun beside a day to come, without a verb. */
function isPlan(r: Reading, clause: Clause): boolean {
  const f = r.lexicon.frames;
  const body = r.text.slice(clause.start, clause.end);
  const dated = r.deadlines.some(
    (d) => d.start >= clause.start && d.end <= clause.end && d.day !== null && d.day >= r.clock.day,
  );
  return (
    dated && clause.tokens.length <= 9 && has(f.nominal ?? NONE, body) && !has(f.bad, body) && !has(f.reported, body)
  );
}

const NONE = /(?!)/g;

const planned = (r: Reading, clause: Clause): Judged => {
  const hedged = has(r.lexicon.frames.hedge, r.text.slice(clause.start, clause.end));
  return { ...bound(clause), who: 'we', firmness: hedged ? 'hedged' : 'firm', unconfirmed: false };
};
/** "Delivery on Tuesday" without a person or a verb: in bad news it is as often the news itself. */
const NOMINAL =
  /^(?!(?:.*\s)?(?:we|our|us|you|your|i|my|me|expect|ready|with|nous|vous|votre|vos|on|je|nos|notre|prête?s?|no|stays|remains)(?:\s|$))[a-z' -]*(?:\s(?:on|by|before|tomorrow|today|tonight|this|next|le|la|au|demain|ce|pour|dès)(?:\s|$)|\s\d)/;

/** Undertakings by wording alone ("at our expense", "ready on Tuesday"). */
function bare(r: Reading, clause: Clause, conditional: boolean): Judged[] {
  const f = r.lexicon.frames;
  const body = r.text.slice(clause.start, clause.end);
  const [own] = spansOf(f.bareI, body);
  const [ours] = spansOf(f.bare, body);
  const hit = own ?? ours;
  if (
    !hit ||
    (!own && r.badNews && NOMINAL.test(body.slice(hit.start, hit.end))) ||
    has(f.noPromise, body) ||
    denied(r, body.slice(0, hit.start))
  )
    return [];
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

/** "will not be ready on Friday": a negation in the last three words before the wording takes it back. */
const denied = (r: Reading, before: string): boolean =>
  has(r.lexicon.values.never, /(?:[^\s,.;:!?]+\s+){0,3}$/.exec(before)?.[0] ?? '');
