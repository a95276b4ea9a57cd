import type { Instant } from '../shared/instant.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { type Clock, type ClockTerm, type Pause, pausedAt, type ResumeCause, startOf } from './clock.ts';

type Moved<Code extends string> = Result<Clock, Refusal<Code>>;

export type PauseCommand = Pause & { readonly knowledgePauseAgreed: boolean };

/**
 * Stops the clock for a named reason: waiting for the client, a suspension (S11), or a knowledge pause (T13) where the agreement
 * lets it. A first answer is never put off, and one clock has one pause at a time, so spans never overlap.
 */
export function pauseClock(
  clock: Clock,
  pause: PauseCommand,
): Moved<
  | 'first-response-never-pauses'
  | 'knowledge-pause-not-agreed'
  | 'already-paused'
  | 'clock-stopped'
  | 'ends-before-it-begins'
> {
  if (clock.kind === 'first-response') return refuse('first-response-never-pauses');
  if (pause.reason === 'knowledge-pause' && !pause.knowledgePauseAgreed) return refuse('knowledge-pause-not-agreed');
  if (clock.stoppedAt !== null) return refuse('clock-stopped');
  if (clock.pauses.some((p) => p.to === null || p.to > pause.from)) return refuse('already-paused');
  const from = Math.max(pause.from, startOf(clock));
  if (pause.to !== null && pause.to <= from) return refuse('ends-before-it-begins');
  return ok({ ...clock, pauses: [...clock.pauses, { from, to: pause.to, reason: pause.reason, by: pause.by }] });
}

/** Starts the clock again at the arrival of the client's message, before anybody reads it; or at the decision or the end date. */
export function resumeClock(clock: Clock, at: Instant, cause: ResumeCause): Moved<'not-paused'> {
  if (!pausedAt(clock, at)) return refuse('not-paused');
  const pauses = clock.pauses.map((p) =>
    p.from <= at && (p.to === null || p.to > at) ? { ...p, to: at, endedBy: cause } : p,
  );
  return ok({ ...clock, pauses: pauses.filter((p) => p.to === null || p.to > p.from) });
}

/** New priority or agreement: used time and pauses stay, the new target and hours hold from now on. */
export function retargetClock(clock: Clock, term: ClockTerm): Moved<'before-last-change'> {
  const last = clock.terms.at(-1) ?? clock.terms[0];
  if (term.from < last.from) return refuse('before-last-change');
  return ok({ ...clock, terms: [...clock.terms, term] });
}

/** The matter is resolved or answered: every clock of it stops. Stopping twice keeps the first. */
export const stopClock = (clock: Clock, at: Instant): Clock =>
  clock.stoppedAt === null ? { ...clock, stoppedAt: at } : clock;

/** Re-opened within the grace period: the old clock goes on without the time it was closed. Later it is a new request. */
export function reopenClock(
  clock: Clock,
  at: Instant,
  graceUntil: Instant,
  by: string,
): Moved<'not-stopped' | 'grace-passed'> {
  if (clock.stoppedAt === null) return refuse('not-stopped');
  if (at > graceUntil) return refuse('grace-passed', { graceUntil });
  const closed: Pause = { from: clock.stoppedAt, to: at, reason: 'closed', by };
  const before = clock.pauses.map((p) => (p.to === null || p.to > closed.from ? { ...p, to: closed.from } : p));
  return ok({ ...clock, stoppedAt: null, pauses: [...before.filter((p) => p.to !== p.from), closed] });
}
