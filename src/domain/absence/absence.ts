import type { Instant } from '../shared/instant.ts';
import { type Result, ok, refuse } from '../shared/result.ts';

/** A colleague is away from–to; somebody stands in for them. */
export type Absence = { readonly from: Instant; readonly until: Instant; readonly substituteId: string };

export const isAway = (absence: Absence | null, at: Instant): boolean =>
  absence !== null && absence.from <= at && at < absence.until;

/** S6: the time has an end that lies ahead, and the one who stands in is somebody else who is there. */
export function checkAbsence(
  memberId: string,
  absence: Absence,
  substitute: Absence | null,
  now: Instant,
): Result<true> {
  if (absence.until <= absence.from) return refuse('period-backwards');
  if (absence.until <= now) return refuse('date-in-the-past', { at: absence.until });
  if (absence.substituteId === memberId) return refuse('substitute-is-self');
  const overlaps = substitute !== null && substitute.from < absence.until && absence.from < substitute.until;
  return overlaps ? refuse('substitute-away') : ok(true);
}

/**
 * S6, T15: while somebody is away their substitute answers what is asked of them – but nobody approves what they asked for
 * themselves.
 */
export function mayStandIn(
  asked: { readonly absence: Absence | null; readonly askedBy: string },
  by: string,
  now: Instant,
): Result<true> {
  if (!isAway(asked.absence, now) || asked.absence?.substituteId !== by) return refuse('not-asked-of-you');
  return asked.askedBy === by ? refuse('approver-is-maker') : ok(true);
}
