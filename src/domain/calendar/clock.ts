import type { Instant } from '../shared/instant.ts';
import { add, between, type BusinessTime } from './business-time.ts';
import type { Span } from './compile.ts';

/** The hours and the target (ms of open time) that hold from an instant on; a change of priority or agreement adds one. */
export type ClockTerm = {
  readonly from: Instant;
  readonly time: BusinessTime;
  readonly target: number;
  /** Named in the derivation: which calendar, which version. */
  readonly calendar?: { readonly id: string; readonly version: number };
};

/** Why a clock may stand still. Nothing else does: not "assigned", not a bare status name. */
export type PauseReason = 'waiting-for-client' | 'suspended' | 'knowledge-pause' | 'closed';

/** `to` null: not over yet. A known end date in the future is written there and ends the pause by itself. */
export type Pause = {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly reason: PauseReason;
  readonly by: string;
  readonly endedBy?: ResumeCause;
};

/** What ends a pause. An automatic reply is none of these. */
export type ResumeCause = 'client-message' | 'decision' | 'end-date';

/** A service clock: spans taken from the ledger, never a counter that ticks. It starts where its first term does. */
export type Clock = {
  readonly kind: 'first-response' | 'next-response' | 'resolution';
  readonly terms: readonly [ClockTerm, ...ClockTerm[]];
  readonly pauses: readonly Pause[];
  readonly stoppedAt: Instant | null;
};

export type ClockReading = {
  readonly state: 'running' | 'paused' | 'stopped';
  /** Open time used, ms. */
  readonly used: number;
  /** What is left of the target; negative when it is over. */
  readonly left: number;
  /** Null while paused with time left: there is no due date then, only what is left. */
  readonly due: Instant | null;
  readonly breached: boolean;
};

export const startOf = (clock: Clock): Instant => clock.terms[0].from;

/** The term in force at an instant, the first one before its start. */
export function termAt(clock: Clock, t: Instant): ClockTerm {
  return clock.terms.findLast((term) => term.from <= t) ?? clock.terms[0];
}

export const pausedAt = (clock: Clock, t: Instant): boolean =>
  clock.pauses.some((p) => p.from <= t && (p.to === null || p.to > t));

type Piece = Span & { readonly term: ClockTerm };

/** The running spans from the start to `until`, cut where a term begins; overlapping pauses count once. */
export function runningPieces(clock: Clock, until: Instant, now: Instant): Piece[] {
  const end = Math.min(until, clock.stoppedAt ?? Infinity);
  const pauses = clock.pauses.filter((p) => p.from <= now).sort((a, b) => a.from - b.from);
  const running: Span[] = [];
  let from = startOf(clock);
  for (const p of pauses) {
    if (p.from > from) running.push({ from, to: Math.min(p.from, end) });
    // An end date still ahead is a plan: until it comes the pause holds.
    from = Math.max(from, p.to !== null && p.to <= now ? p.to : Infinity);
  }
  running.push({ from, to: end });
  return running
    .flatMap((span) =>
      clock.terms.map((term, i) => ({
        from: Math.max(span.from, i === 0 ? -Infinity : term.from),
        to: Math.min(span.to, clock.terms[i + 1]?.from ?? Infinity),
        term,
      })),
    )
    .filter((piece) => piece.from < piece.to);
}

/** Open time used by `now`, ms: the sum over running spans, each by the hours of its own term. */
export function usedAt(clock: Clock, now: Instant): number {
  return runningPieces(clock, now, now).reduce((sum, p) => sum + between(p.term.time, p.from, p.to), 0);
}

/**
 * When `amount` ms of open time are used up, as known at `now`: pauses already taken are kept, whatever the terms became.
 * Null while a pause holds and some is left. A term that is exceeded the moment it begins is due at that moment.
 */
function usedUpAt(clock: Clock, now: Instant, amount: number): Instant | null {
  const current = termAt(clock, now);
  let left = amount;
  for (const piece of runningPieces({ ...clock, stoppedAt: null }, Infinity, now)) {
    const inPiece = piece.to === Infinity ? Infinity : between(piece.term.time, piece.from, piece.to);
    if (left <= inPiece && (left > 0 || inPiece > 0)) {
      return Math.max(add(piece.term.time, piece.from, left), current.from);
    }
    left -= inPiece;
  }
  return null;
}

/** Due instant at `now`; null while paused with time left. */
export const dueAt = (clock: Clock, now: Instant): Instant | null => usedUpAt(clock, now, termAt(clock, now).target);

/** When to warn: a share (0.75) of the target used up. Within hours by construction, so no mail at midnight. */
export const warnAt = (clock: Clock, now: Instant, share: number): Instant | null =>
  usedUpAt(clock, now, Math.round(termAt(clock, now).target * share));

export function readClock(clock: Clock, now: Instant): ClockReading {
  const seen = Math.min(now, clock.stoppedAt ?? Infinity);
  const used = usedAt(clock, seen);
  const left = termAt(clock, seen).target - used;
  const due = dueAt(clock, seen);
  const state =
    clock.stoppedAt !== null && clock.stoppedAt <= now ? 'stopped' : pausedAt(clock, now) ? 'paused' : 'running';
  return { state, used, left, due, breached: due !== null && seen > due };
}
