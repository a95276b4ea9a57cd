import { type Message } from '../frames/message.ts';
import { type Undertaking } from '../frames/undertakings.ts';
import { type Sentence } from '../sentences.ts';
import { has, spansOf } from '../text.ts';
import { type Condition, isWeekday, longest, readCondition } from './conditions.ts';
import { type Hit, type Rule } from './hit.ts';
import { amounts, contentWords, readNumbers, shared } from './values.ts';

/**
 * L5, T8: an offer or promise against a condition the client set – money, hours, days, place, channel, scope – unless the draft
 * names the clash openly and asks. Typed comparison only: what cannot be read stays silent.
 */
export const conditionClash: Rule = (m) => {
  const conditions = m.context.ledger
    .filter((e) => e.kind === 'condition')
    .map((e) => readCondition(e, m.lexicon, m.clock));
  if (conditions.length === 0 || namedOpenly(m)) return [];
  const hits: Hit[] = [];
  for (const c of conditions) {
    const words = contentWords(c.text, m.lexicon.stop);
    const clash = m.sentences.find((s) => breaks(m, s, c, words));
    if (clash) hits.push({ ...spanIn(m, clash), entry: c.entry });
  }
  return hits;
};

const namedOpenly = (m: Message): boolean =>
  m.sentences.some((s) => s.question) && m.sentences.some((s) => has(m.lexicon.frames.openly, s.text));

const own = (m: Message, s: Sentence): Undertaking[] => m.undertakings.filter((u) => u.sentence === s);

/** One undertaking fills its sentence; of several, the sentence is quoted whole. */
const spanIn = (m: Message, s: Sentence): Hit => {
  const [u, ...rest] = own(m, s);
  return u && rest.length === 0 && m.context.kind !== 'offer'
    ? { start: u.start, end: u.end }
    : { start: s.start, end: s.end };
};

function breaks(m: Message, s: Sentence, c: Condition, words: readonly string[]): boolean {
  const promised = own(m, s);
  const offered = has(m.lexicon.frames.offer, s.text);
  const physical = has(m.lexicon.values.physical, s.text);
  const related =
    shared(words, contentWords(s.text, m.lexicon.stop)).length > 0 ||
    (physical && (words.length <= 2 || has(m.lexicon.values.physical, c.text))) ||
    // a deed that is more than telling falls under the hours and days the client set
    (promised.length > 0 && !has(m.lexicon.values.telling, s.text));
  const proposing = m.context.kind === 'offer';
  if (c.maxCost !== null) return costs(m, s, c.maxCost, promised.length > 0 || offered || proposing);
  if (c.hours && (promised.length > 0 || proposing || offered) && (related || proposing) && wrongHour(m, s, c.hours))
    return true;
  if (
    c.closed &&
    promised.some((u) => u.day !== null && u.day >= (c.closed?.from ?? 0) && u.day <= (c.closed?.to ?? 0)) &&
    (related || proposing)
  )
    return true;
  if (
    c.weekdays &&
    !c.hours &&
    proposing &&
    promised.length === 0 &&
    !s.question &&
    m.deadlines.some(
      (d) =>
        d.kind === 'date' &&
        d.day !== null &&
        d.start >= s.start &&
        d.end <= s.end &&
        !isWeekday(d.day, c.weekdays ?? []),
    )
  )
    return true;
  if (
    c.weekdays &&
    !c.hours &&
    promised.some((u) => u.day !== null && !isWeekday(u.day, c.weekdays ?? []) && (related || physical))
  )
    return true;
  if (
    c.ownPlace &&
    (promised.length > 0 || offered || proposing) &&
    has(m.lexicon.values.elsewhere, s.text) &&
    !has(m.lexicon.values.never, s.text)
  )
    return true;
  if (c.maxMonths !== null && related && !s.question && (longest(s.text, m.lexicon) ?? 0) > c.maxMonths) return true;
  if (c.maxCount && !s.question && tooMany(m, s, c.maxCount)) return true;
  if (c.place && physical && related && !s.question && elsewhere(m, s, c)) return true;
  if (promised.length > 0 && wrongChannel(m, s, c)) return true;
  if ((promised.length > 0 || offered || proposing) && !s.question && !c.hours && opposite(m, s, c)) return true;
  const channel = m.lexicon.channels.some((ch) => has(ch.condition, c.text));
  if (
    c.hours ||
    c.weekdays ||
    (c.closed && c.closed.to - c.closed.from < 300) ||
    c.ownPlace ||
    channel ||
    !c.never ||
    s.question
  )
    return false;
  return scope(m, s, words, promised.length > 0 || offered);
}

function costs(m: Message, s: Sentence, limit: number, proposing: boolean): boolean {
  const { values } = m.lexicon;
  const sums = amounts(s.text, m.lexicon.deadline.numbers);
  if (limit > 0) return proposing && sums.some((n) => n > limit);
  if (s.question) return false;
  const charged = sums.some((n) => n > 0);
  if (!charged) return has(values.charge, s.text) && !has(values.never, s.text);
  if (has(values.refund, s.text)) return false;
  return has(values.fee, s.text) && (proposing || has(m.lexicon.frames.condition, s.text) || !has(values.free, s.text));
}

function wrongHour(m: Message, s: Sentence, h: NonNullable<Condition['hours']>): boolean {
  const minutes = m.deadlines
    .filter((d) => d.start >= s.start && d.end <= s.end && d.minute !== null)
    .map((d) => d.minute ?? 0);
  const overnight = h.from > h.to;
  const inside = (x: number): boolean => (overnight ? x > h.from || x < h.to : x > h.from && x < h.to);
  return minutes.some((x) => (h.forbidden ? inside(x) : !inside(x) && x !== h.from && x !== h.to));
}

function wrongChannel(m: Message, s: Sentence, c: Condition): boolean {
  const { channels, values } = m.lexicon;
  const used = channels.filter((ch) => has(ch.draft, s.text));
  const named = channels.filter((ch) => has(ch.condition, c.text));
  if (used.length === 0 || named.length === 0) return false;
  if (
    has(values.never, c.text) &&
    used.some(
      (u) =>
        named.includes(u) &&
        forbids(
          c.text,
          u.condition,
          named.filter((n) => n !== u).map((n) => n.condition),
          values.never,
        ),
    )
  )
    return true;
  return has(values.only, c.text) && !has(values.never, c.text) && used.every((u) => !named.includes(u));
}

/** "Only original parts" against "compatible", "no subscription" against "per month". */
const opposite = (m: Message, s: Sentence, c: Condition): boolean =>
  m.lexicon.opposites.some(
    (o) => has(o.condition, c.text) && has(o.draft, s.text) && !has(m.lexicon.values.never, s.text),
  );

/** The negation must stand before the channel: "never call", not "by mail, not otherwise". */
function forbids(text: string, channel: RegExp, others: readonly RegExp[], never: RegExp): boolean {
  const nos = spansOf(never, text);
  return spansOf(channel, text).some((c) =>
    nos.some(
      (n) => n.end <= c.start && c.start - n.end < 20 && !others.some((o) => has(o, text.slice(n.end, c.start))),
    ),
  );
}

const tooMany = (m: Message, s: Sentence, cap: NonNullable<Condition['maxCount']>): boolean =>
  readNumbers(s.text, m.lexicon.deadline.numbers).some((n) => {
    const of =
      s.text
        .slice(n.end)
        .match(/[^\s,.;:!?]{4,}/g)
        ?.slice(0, 2) ?? [];
    return n.value > cap.count && shared([cap.of], of).length > 0;
  });

/** Another place is named, and not the one the client allows: a capitalised word of the draft the condition does not know. */
function elsewhere(m: Message, s: Sentence, c: Condition): boolean {
  const here = contentWords(s.text, new Set());
  if (!c.place || shared(c.place, here).length > 0) return false;
  const known = contentWords(c.text, new Set());
  return (m.clauses.get(s) ?? []).some((clause) =>
    clause.tokens.some(
      (t) =>
        t.name &&
        t.w.length > 3 &&
        !m.deadlines.some((d) => d.start <= t.start && d.end >= t.end) &&
        shared([t.w], known).length === 0,
    ),
  );
}

/** "No new supplier contracts" against an offer that brings one. */
function scope(m: Message, s: Sentence, words: readonly string[], proposing: boolean): boolean {
  if (!proposing || has(m.lexicon.values.never, s.text) || has(m.lexicon.frames.confirm, s.text)) return false;
  const common = shared(words, contentWords(s.text, m.lexicon.stop));
  const long = common.filter((w) => w.length >= 5);
  return common.length >= 2 || (long.length === 1 && words.length <= 4);
}
