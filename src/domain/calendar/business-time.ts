import type { Instant } from '../shared/instant.ts';
import { ok, type Result } from '../shared/result.ts';
import { type Day, dayOf, formatDay } from './civil.ts';
import { closedDays, compile, type Span } from './compile.ts';
import { intersect } from './intersect.ts';
import { type CalendarRefusal, readRules } from './read-rules.ts';
import type { ClosedDate } from './rules.ts';
import {
  addOpen,
  BeyondHorizon,
  firstOpen,
  lastOpen,
  openAt,
  openBetween,
  openSpans,
  subtractOpen,
  type Timeline,
} from './timeline.ts';
import { dayAt } from './zone.ts';

/**
 * The opening hours of one calendar version, ready to be asked. Compiled when first asked and extended when a question passes what
 * is compiled, so there is no horizon to think of; the years 1900 to 2199 are the limit.
 */
export type BusinessTime = {
  readonly zone: string;
  readonly closed: ReadonlyMap<Day, ClosedDate>;
  readonly compile: (from: Day, to: Day) => Timeline;
  /** What is compiled so far; a memory, not a state. */
  readonly memo: { from: Day; to: Day; timeline: Timeline | null };
};

const FIRST_DAY = dayOf(1900, 1, 1);
const LAST_DAY = dayOf(2200, 1, 1);
const DAYS_BEFORE = 40;
const DAYS_AFTER = 400;

function fresh(zone: string, closed: ReadonlyMap<Day, ClosedDate>, build: BusinessTime['compile']): BusinessTime {
  return { zone, closed, compile: build, memo: { from: 0, to: 0, timeline: null } };
}

/** Reads the rules of a version (JSON) and makes them ready to be asked; refuses with every row that is wrong. */
export function businessTime(
  zone: string,
  rules: unknown,
  ignore?: readonly string[],
): Result<BusinessTime, CalendarRefusal> {
  const read = readRules(zone, rules, ignore);
  if (!read.ok) return read;
  const book = read.value;
  return ok(fresh(zone, closedDays(book), (from, to) => compile(book, from, to)));
}

/** Hours when both are open – a visit within the client's hours and ours. Dates are counted in the zone of the first. */
export function bothOpen(a: BusinessTime, b: BusinessTime): BusinessTime {
  const closed = new Map([...b.closed, ...a.closed]);
  // Two days more on each side for the second, so that its local dates cover those of the first in any zone.
  return fresh(a.zone, closed, (from, to) => intersect(a.compile(from, to), b.compile(from - 2, to + 2), a.zone));
}

function ask<T>(time: BusinessTime, t: Instant, question: (timeline: Timeline) => T): T {
  let timeline = time.memo.timeline ?? extend(time, t, null);
  for (;;) {
    try {
      return question(timeline);
    } catch (error) {
      if (!(error instanceof BeyondHorizon)) throw error;
      timeline = extend(time, t, error.side);
    }
  }
}

/** Twice as far on the side that was passed, so that a far question takes a few steps and none is repeated. */
function extend(time: BusinessTime, t: Instant, side: 'before' | 'after' | null): Timeline {
  const memo = time.memo;
  const day = dayAt(time.zone, t);
  const length = memo.to - memo.from;
  const from =
    side === null
      ? day - DAYS_BEFORE
      : Math.min(memo.from, day - DAYS_BEFORE, memo.from - (side === 'before' ? length : 0));
  const to =
    side === null ? day + DAYS_AFTER : Math.max(memo.to, day + DAYS_AFTER, memo.to + (side === 'after' ? length : 0));
  const wider = { from: Math.max(from, FIRST_DAY), to: Math.min(to, LAST_DAY) };
  if (side !== null && wider.from === memo.from && wider.to === memo.to) {
    throw new RangeError(`no answer between ${formatDay(FIRST_DAY)} and ${formatDay(LAST_DAY)}`);
  }
  memo.from = wider.from;
  memo.to = wider.to;
  memo.timeline = time.compile(wider.from, wider.to);
  return memo.timeline;
}

/** Adds open time (ms, ≥ 0) and answers the earliest instant; with 0 the first open instant. Never before t. */
export const add = (time: BusinessTime, t: Instant, amount: number): Instant =>
  ask(time, t, (tl) => addOpen(tl, t, amount));

/** Goes back by open time (ms, ≥ 0) and answers the latest instant; with 0 the last open instant. */
export const subtract = (time: BusinessTime, t: Instant, amount: number): Instant =>
  ask(time, t, (tl) => subtractOpen(tl, t, amount));

/** Open time from a to b in ms; negative when b lies before a. */
export const between = (time: BusinessTime, a: Instant, b: Instant): number =>
  ask(time, Math.min(a, b), (tl) => openBetween(tl, a, b));

/** t itself when open, else the next opening. */
export const nextOpen = (time: BusinessTime, t: Instant): Instant => ask(time, t, (tl) => firstOpen(tl, t));

/** t itself when open or just closing, else the closing before it. */
export const previousOpen = (time: BusinessTime, t: Instant): Instant => ask(time, t, (tl) => lastOpen(tl, t));

/** The start of an interval is open, its end is not. */
export const isOpen = (time: BusinessTime, t: Instant): boolean => ask(time, t, (tl) => openAt(tl, t));

/** Open spans between a and b. */
export const spansBetween = (time: BusinessTime, a: Instant, b: Instant): Span[] =>
  ask(time, a, (tl) => openSpans(tl, a, b));

/** For questions about working days around t, in their own file. */
export const askTimeline = ask;
