import type { Instant } from '../shared/instant.ts';
import { nextOpen, type BusinessTime, spansBetween, between } from './business-time.ts';
import { formatDay } from './civil.ts';
import { type Clock, dueAt, type PauseReason, runningPieces, startOf, termAt, usedAt } from './clock.ts';
import { dayAt, startOfDay } from './zone.ts';

/** How a deadline came about, as data: screens word it in the reader's language. Times are instants, lengths ms of open time. */
export type Derivation = {
  readonly zone: string;
  /** The real arrival, and the first open instant from which it counts. */
  readonly start: Instant;
  readonly countsFrom: Instant;
  readonly terms: readonly {
    readonly from: Instant;
    readonly target: number;
    readonly calendar: { readonly id: string; readonly version: number } | null;
  }[];
  readonly lines: readonly DerivationLine[];
  /** Null while paused with time left; then `left` says how much. */
  readonly due: Instant | null;
  readonly left: number;
};

export type DerivationLine =
  | { readonly kind: 'open'; readonly date: string; readonly from: Instant; readonly to: Instant; readonly ms: number }
  | { readonly kind: 'closed'; readonly date: string; readonly from: Instant; readonly name: string }
  | {
      readonly kind: 'paused';
      readonly from: Instant;
      readonly to: Instant | null;
      readonly ms: number;
      readonly reason: PauseReason;
      readonly by: string;
    };

/** The derivation of a clock's deadline as known at `now`: every open span day by day, every pause, every closed date crossed. */
export function deriveDeadline(clock: Clock, now: Instant): Derivation {
  const due = dueAt(clock, now);
  const start = startOf(clock);
  const first = clock.terms[0];
  const until = Math.max(due ?? now, start);
  const lines: DerivationLine[] = [
    ...runningPieces({ ...clock, stoppedAt: null }, until, now).flatMap((p) => openLines(p.term.time, p.from, p.to)),
    ...pauseLines(clock, now, until),
    ...closedLines(clock, start, until),
  ];
  return {
    zone: first.time.zone,
    start,
    countsFrom: nextOpen(first.time, start),
    terms: clock.terms.map((t) => ({ from: t.from, target: t.target, calendar: t.calendar ?? null })),
    lines: lines.sort((a, b) => a.from - b.from),
    due,
    left: Math.max(0, termAt(clock, now).target - usedAt(clock, now)),
  };
}

/** Open spans cut at local midnights, so that each line belongs to one date. */
function openLines(time: BusinessTime, a: Instant, b: Instant): DerivationLine[] {
  return spansBetween(time, a, b).flatMap((span) => {
    const lines: DerivationLine[] = [];
    let from = span.from;
    while (from < span.to) {
      const day = dayAt(time.zone, from);
      const to = Math.min(span.to, startOfDay(time.zone, day + 1));
      lines.push({ kind: 'open', date: formatDay(day), from, to, ms: to - from });
      from = to;
    }
    return lines;
  });
}

function pauseLines(clock: Clock, now: Instant, until: Instant): DerivationLine[] {
  return clock.pauses
    .filter((p) => p.from <= now && p.from < until)
    .map((p) => ({
      kind: 'paused',
      from: p.from,
      to: p.to,
      ms: between(termAt(clock, p.from).time, p.from, Math.min(p.to ?? now, now)),
      reason: p.reason,
      by: p.by,
    }));
}

function closedLines(clock: Clock, a: Instant, b: Instant): DerivationLine[] {
  const time = termAt(clock, b).time;
  const [first, last] = [dayAt(time.zone, a), dayAt(time.zone, b)];
  return [...time.closed]
    .filter(([day, closed]) => closed.removesHours && day >= first && day <= last)
    .map(([day, c]) => ({ kind: 'closed', date: formatDay(day), from: startOfDay(time.zone, day), name: c.name }));
}
