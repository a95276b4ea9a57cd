import { type Result, ok, refuse } from '../shared/result.ts';
import type { Phase } from '../request/words.ts';

/** A request that is not possible, with the constraints that stand in its way. */
export type Blocked = { readonly requestId: string; readonly phase: Phase; readonly constraintIds: readonly string[] };

export type Lifted = {
  /** Nothing stands in the way any more: back to "not yet placed", and somebody is to look. */
  readonly back: readonly string[];
  /** One reason less, but another still stands. */
  readonly stillBlocked: readonly string[];
};

/** T1: a constraint that is lifted brings back the open requests it blocked; what a second constraint holds stays where it is. */
export function liftConstraint(
  constraintId: string,
  why: string,
  blocked: readonly Blocked[],
  alreadyLifted: readonly string[] = [],
): Result<Lifted> {
  if (why.trim() === '') return refuse('reason-missing');
  if (alreadyLifted.includes(constraintId)) return refuse('constraint-lifted-already', { constraintId });
  const gone = new Set([...alreadyLifted, constraintId]);
  const touched = blocked.filter((b) => b.phase !== 'closed' && b.constraintIds.includes(constraintId));
  const free = (b: Blocked): boolean => b.constraintIds.every((id) => gone.has(id));
  return ok({
    back: touched.filter(free).map((b) => b.requestId),
    stillBlocked: touched.filter((b) => !free(b)).map((b) => b.requestId),
  });
}
