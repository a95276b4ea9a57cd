import { DAY, HOUR, type Instant } from '../shared/instant.ts';
import { type Result, ok, refuse } from '../shared/result.ts';
import type { PromiseState } from './words.ts';

/** What can become of a promise. */
export type PromiseMove =
  'approve' | 'refuse-approval' | 'endanger' | 'keep' | 'exceed' | 'break' | 'renegotiate' | 'withdraw';

/** P1: the life of a promise as a table; what has ended stays as it ended. */
const PROMISE_MOVES: Readonly<Record<PromiseState, Partial<Record<PromiseMove, PromiseState>>>> = {
  proposed: { approve: 'given', withdraw: 'withdrawn' },
  'awaiting-approval': { approve: 'given', 'refuse-approval': 'withdrawn', withdraw: 'withdrawn' },
  given: {
    endanger: 'at-risk',
    keep: 'kept',
    exceed: 'exceeded',
    break: 'broken',
    renegotiate: 'renegotiated',
    withdraw: 'withdrawn',
  },
  'at-risk': { keep: 'kept', exceed: 'exceeded', break: 'broken', renegotiate: 'renegotiated', withdraw: 'withdrawn' },
  kept: {},
  'kept-early': {},
  exceeded: {},
  renegotiated: {},
  broken: {},
  withdrawn: {},
};

/** Earlier than promised counts as early from a quarter of the time that was given, and from at least two hours. */
const EARLY_SHARE = 0.25;
const EARLY_AT_LEAST = 2 * HOUR;

export type Settlement = {
  readonly state: PromiseState;
  readonly givenAt: Instant;
  readonly due: Instant;
  readonly outcome: 'kept' | 'exceeded' | 'broken' | 'withdrawn';
  /** When it was done, or found broken. */
  readonly at: Instant;
  readonly evidence: string;
  readonly missReason?: string;
};

/**
 * P1: broken, kept exactly, kept early, exceeded – each with its evidence. Done after its date is broken, whatever anybody calls it; a
 * miss says why. What was not given yet can only be withdrawn.
 */
export function settle(s: Settlement, now: Instant): Result<PromiseState> {
  if (s.evidence.trim() === '') return refuse('evidence-missing');
  if (s.at > now) return refuse('date-in-the-future', { at: s.at });
  const move = { kept: 'keep', exceeded: 'exceed', broken: 'break', withdrawn: 'withdraw' }[s.outcome] as PromiseMove;
  const to = PROMISE_MOVES[s.state][move];
  if (!to) return refuse('promise-does-not-allow', { state: s.state, move });
  const late = s.at > s.due;
  if ((to === 'kept' || to === 'exceeded') && late)
    return s.missReason ? ok('broken') : refuse('kept-late-is-broken', { due: s.due });
  if (to === 'broken' && !s.missReason) return refuse('miss-needs-reason');
  if (to === 'kept' && isEarly(s)) return ok('kept-early');
  return ok(to);
}

const isEarly = ({ givenAt, due, at }: Pick<Settlement, 'givenAt' | 'due' | 'at'>): boolean =>
  due - at >= Math.max(EARLY_AT_LEAST, (due - givenAt) * EARLY_SHARE);

/** P1: a date is moved before it is due, never after; the new one lies ahead and differs. */
export function renegotiate(
  state: PromiseState,
  due: Instant,
  newDue: Instant,
  why: string,
  now: Instant,
): Result<true> {
  if (!PROMISE_MOVES[state].renegotiate) return refuse('promise-does-not-allow', { state, move: 'renegotiate' });
  if (now >= due) return refuse('too-late-to-renegotiate', { due });
  if (newDue <= now) return refuse('date-in-the-past', { at: newDue });
  if (newDue === due) return refuse('same-date');
  return why.trim() === '' ? refuse('reason-missing') : ok(true);
}

/** P2: promise less, do more – our own target is a fifth of the time before the promised date, at most three days. */
export const targetBefore = (given: Instant, due: Instant): Instant =>
  due - Math.min(3 * DAY, Math.floor((due - given) * 0.2));

/** P5: a promise of theirs that is late moves the dates that wait for it by as much; the shift is offered, never made silently. */
export function shifted(due: Instant, theirDue: Instant, doneAt: Instant | null, now: Instant): Instant {
  const late = Math.max(0, (doneAt ?? now) - theirDue);
  return due + late;
}

/** Always early shows as padding: the share of kept promises that were kept early. Null below five. */
export function padding(states: readonly PromiseState[]): number | null {
  const kept = states.filter((s) => s === 'kept' || s === 'kept-early' || s === 'exceeded');
  return kept.length < 5 ? null : kept.filter((s) => s === 'kept-early').length / kept.length;
}
