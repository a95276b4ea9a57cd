import type { BusinessTime } from '../calendar/business-time.ts';
import { endOfWorkingDay } from '../calendar/working-days.ts';
import { targetBefore } from '../promises/outcome.ts';
import type { Instant } from '../shared/instant.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Parameters } from './parameters.ts';
import { type Basis, chanceOf, type Evidence, suggestAge } from './suggest-age.ts';

export type Dates = {
  /** Nine of ten like this were done by the end of this working day, half by the other. */
  readonly nineOfTen: Instant;
  readonly half: Instant;
  /** Our own target (P2): the half-way date or what the team's rule says, whichever is earlier. */
  readonly target: Instant;
  readonly basis: Basis;
};

/** The chance a promised date is meant to be kept with. */
export const STATED = 0.9;

/** Up to the end of that working day, never down: an earlier date would not have the stated chance (P2). */
const landed = (hours: BusinessTime, at: Instant): Instant => endOfWorkingDay(hours, at, 0);

/**
 * Two dates for a request opened at `opened`, in the working hours of its agreement, or the reason why none can be stated (P2).
 * Of one that is some days old only those count that got as old. `readAt` is the guard's: above the stated chance while the world drifts.
 */
export function suggestDates(
  evidence: Evidence,
  opened: Instant,
  now: Instant,
  hours: BusinessTime,
  p: Parameters,
  readAt = STATED,
): Result<Dates> {
  const aged = Math.max(0, now - opened);
  const most = suggestAge(evidence, readAt, p, aged);
  if (!most.ok) return most;
  const even = suggestAge(evidence, 0.5, p, aged);
  if (!even.ok) return even;
  const nineOfTen = landed(hours, Math.max(now, opened + most.value.age));
  const half = Math.min(nineOfTen, landed(hours, Math.max(now, opened + even.value.age)));
  return ok({ nineOfTen, half, target: targetFor(now, nineOfTen, half), basis: most.value.basis });
}

/** Our own target for a promised date (P2): half-way as the records have it, or the team's buffer, whichever is earlier. */
export const targetFor = (now: Instant, due: Instant, half: Instant | null): Instant =>
  Math.max(now, Math.min(targetBefore(now, due), half ?? Infinity));

/** The chance that a request is done by `due`, as the records have it now (P2). */
export const chanceOfDate = (
  evidence: Evidence,
  opened: Instant,
  due: Instant,
  now: Instant,
  p: Parameters,
): Result<number> => chanceOf(evidence, due - opened, p, Math.max(0, now - opened));

/** A given promise is at risk when fewer than seven of ten as old as this one made its date. It is never moved for that. */
export const AT_RISK = 0.7;
