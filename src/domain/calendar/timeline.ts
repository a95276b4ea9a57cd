import type { Instant } from '../shared/instant.ts';
import type { Day } from './civil.ts';

/** A local date that has hours of its own, and when its last hours end. */
export type WorkingDay = { readonly day: Day; readonly end: Instant };

/** A calendar between two instants: nothing local is left in it. Answers are given inside `from` … `to` only. */
export type Timeline = {
  readonly from: Instant;
  readonly to: Instant;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** `sums[i]`: open milliseconds before span i; one more at the end for all of them. */
  readonly sums: Float64Array;
  readonly days: readonly WorkingDay[];
};

type Bounds = { readonly from: Instant; readonly to: Instant };

/** A question reached past the compiled part; whoever compiles may extend it on that side and ask again. */
export class BeyondHorizon extends Error {
  readonly side: 'before' | 'after';
  constructor(side: 'before' | 'after') {
    super(`the question reaches ${side} the compiled part of the calendar`);
    this.side = side;
  }
}

/** `spans` sorted and apart from each other; what lies outside the bounds is clipped. */
export function timelineOf(bounds: Bounds, spans: readonly Bounds[], days: readonly WorkingDay[]): Timeline {
  const inside = spans.filter((s) => s.to > bounds.from && s.from < bounds.to);
  const starts = Float64Array.from(inside, (s) => Math.max(s.from, bounds.from));
  const ends = Float64Array.from(inside, (s) => Math.min(s.to, bounds.to));
  const sums = new Float64Array(inside.length + 1);
  for (let i = 0; i < inside.length; i += 1) sums[i + 1] = at(sums, i) + at(ends, i) - at(starts, i);
  return { from: bounds.from, to: bounds.to, starts, ends, sums, days };
}

const at = (values: Float64Array, i: number): number => values[i] ?? 0;

/** Index of the last value ≤ v, or −1. */
function lastAtMost(values: Float64Array, count: number, v: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(values, middle) <= v) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function inside(tl: Timeline, t: Instant): void {
  if (t < tl.from) throw new BeyondHorizon('before');
  if (t > tl.to) throw new BeyondHorizon('after');
}

/** F: open milliseconds from the start of the timeline to t. */
function openBefore(tl: Timeline, t: Instant): number {
  inside(tl, t);
  const i = lastAtMost(tl.starts, tl.starts.length, t);
  return i < 0 ? 0 : at(tl.sums, i) + Math.min(t, at(tl.ends, i)) - at(tl.starts, i);
}

/** The earliest instant with that much open time before it; the amount must be more than 0. */
function earliestWith(tl: Timeline, open: number): Instant {
  if (open > at(tl.sums, tl.starts.length)) throw new BeyondHorizon('after');
  let low = 0;
  let high = tl.starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(tl.sums, middle) < open) low = middle + 1;
    else high = middle;
  }
  return at(tl.starts, low - 1) + open - at(tl.sums, low - 1);
}

/** Open milliseconds from a to b; negative when b lies before a. */
export const openBetween = (tl: Timeline, a: Instant, b: Instant): number => openBefore(tl, b) - openBefore(tl, a);

/** Start included, end not. */
export function openAt(tl: Timeline, t: Instant): boolean {
  if (t >= tl.to) throw new BeyondHorizon('after');
  inside(tl, t);
  const i = lastAtMost(tl.starts, tl.starts.length, t);
  return i >= 0 && t < at(tl.ends, i);
}

/** t itself when open, else the next opening. */
export function firstOpen(tl: Timeline, t: Instant): Instant {
  if (openAt(tl, t)) return t;
  const next = lastAtMost(tl.starts, tl.starts.length, t) + 1;
  if (next >= tl.starts.length) throw new BeyondHorizon('after');
  return at(tl.starts, next);
}

/** t itself when open or at a closing, else the closing before it. */
export function lastOpen(tl: Timeline, t: Instant): Instant {
  inside(tl, t);
  const i = lastAtMost(tl.starts, tl.starts.length, t);
  // At an opening the time just before is closed, so the closing before it is meant – as for a walk backwards.
  if (i >= 0 && t === at(tl.starts, i)) {
    if (i === 0) throw new BeyondHorizon('before');
    return at(tl.ends, i - 1);
  }
  if (i < 0) throw new BeyondHorizon('before');
  return Math.min(t, at(tl.ends, i));
}

/**
 * The earliest instant with `amount` ms of open time after t, so 16:00 + 1 h is 17:00 today and not 09:00 tomorrow. With 0 it is
 * the first open instant: the earliest one of that value would be the closing before, in the past.
 */
export function addOpen(tl: Timeline, t: Instant, amount: number): Instant {
  if (amount < 0) throw new RangeError('amount must not be negative; subtract goes back');
  return amount === 0 ? firstOpen(tl, t) : earliestWith(tl, openBefore(tl, t) + amount);
}

/** The latest instant with `amount` ms of open time between it and t. */
export function subtractOpen(tl: Timeline, t: Instant, amount: number): Instant {
  if (amount < 0) throw new RangeError('amount must not be negative; add goes forward');
  if (amount === 0) return lastOpen(tl, t);
  const open = openBefore(tl, t) - amount;
  if (open < 0) throw new BeyondHorizon('before');
  const i = lastAtMost(tl.sums, tl.starts.length, open);
  return at(tl.starts, i) + open - at(tl.sums, i);
}

/** Open spans between a and b, clipped to them. */
export function openSpans(tl: Timeline, a: Instant, b: Instant): { from: Instant; to: Instant }[] {
  inside(tl, a);
  inside(tl, b);
  const out: { from: Instant; to: Instant }[] = [];
  for (let i = Math.max(0, lastAtMost(tl.starts, tl.starts.length, a)); i < tl.starts.length; i += 1) {
    if (at(tl.starts, i) >= b) break;
    const from = Math.max(a, at(tl.starts, i));
    const to = Math.min(b, at(tl.ends, i));
    if (from < to) out.push({ from, to });
  }
  return out;
}
