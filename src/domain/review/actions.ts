import type { Side } from '../request/words.ts';
import type { Instant } from '../shared/instant.ts';
import { type Result, ok, refuse } from '../shared/result.ts';
import { monthsOf } from './period.ts';
import type { Period } from './words.ts';

/** T18: something one side does about a cause; it counts once both sides have agreed. */
export type ActionState = {
  readonly oursAt: Instant | null;
  readonly theirsAt: Instant | null;
  readonly doneAt: Instant | null;
};
export type ActionMove = { readonly kind: 'agree'; readonly side: Side } | { readonly kind: 'done' };

/** What becomes of an action: each side agrees once; only what both have agreed can be done, and once. */
export function moveAction(state: ActionState, move: ActionMove, now: Instant): Result<ActionState> {
  if (state.doneAt !== null) return refuse('action-done-already');
  if (move.kind === 'done')
    return state.oursAt === null || state.theirsAt === null
      ? refuse('action-not-agreed')
      : ok({ ...state, doneAt: now });
  const said = move.side === 'ours' ? state.oursAt : state.theirsAt;
  if (said !== null) return ok(state);
  return ok(move.side === 'ours' ? { ...state, oursAt: now } : { ...state, theirsAt: now });
}

export type BeforeAfter = {
  readonly before: number;
  readonly after: number;
  /** Per month, so that a quarter and a half-year can be compared. */
  readonly beforeAMonth: number;
  readonly afterAMonth: number;
  readonly trend: 'fewer' | 'same' | 'more';
};

/** T18: a cause in the period it was talked about, and in the period under review. */
export function beforeAndAfter(
  before: { readonly n: number; readonly period: Period },
  after: { readonly n: number; readonly period: Period },
): BeforeAfter {
  const beforeAMonth = before.n / monthsOf(before.period);
  const afterAMonth = after.n / monthsOf(after.period);
  const apart = afterAMonth - beforeAMonth;
  const trend = Math.abs(apart) < 1e-9 ? 'same' : apart < 0 ? 'fewer' : 'more';
  return { before: before.n, after: after.n, beforeAMonth, afterAMonth, trend };
}
