import { type Result, ok, refuse } from '../shared/result.ts';
import type { AuthorityLimits, PromiseKind } from './words.ts';

/** What a promise asks of the person who makes it. */
export type Demand = {
  readonly hours: number;
  readonly moneyMinor: number;
  readonly currency: string;
  readonly kind: PromiseKind;
};
export type Excess = 'hours' | 'money' | 'currency' | 'kind';

/** T15: where a promise goes beyond what somebody may promise alone; empty when it is within their authority. */
export function excessOf(demand: Demand, limits: AuthorityLimits): readonly Excess[] {
  const over: Excess[] = [];
  if (demand.hours > limits.hours) over.push('hours');
  if (demand.moneyMinor > 0 && demand.currency !== limits.currency) over.push('currency');
  else if (demand.moneyMinor > limits.moneyMinor) over.push('money');
  if (!limits.kinds.includes(demand.kind)) over.push('kind');
  return over;
}

type Person = { readonly id: string; readonly limits: AuthorityLimits };

/** Who speaks, for whom the promise is made, and who could approve it. */
export type AuthorityCase = {
  readonly demand: Demand;
  /** Who writes the promise down. */
  readonly by: string;
  /** Who is to keep it. */
  readonly maker: Person;
  /** Named to approve what exceeds the maker's authority. */
  readonly approver?: Person;
  /** The maker wants the approver's word also for what is within their own limits: it binds somebody else as well (T14). */
  readonly askFirst?: boolean;
};

export type AuthorityVerdict =
  { readonly kind: 'within' } | { readonly kind: 'ask'; readonly of: string; readonly over: readonly Excess[] };

/**
 * T14, T15: promise only what you can deliver yourself. A promise in another person's name is refused: ask them. Beyond the maker's
 * limits it waits for a named other person whose own limits cover it; it does not leave before.
 */
export function checkAuthority({ demand, by, maker, approver, askFirst }: AuthorityCase): Result<AuthorityVerdict> {
  if (by !== maker.id) return refuse('binds-others', { maker: maker.id });
  const over = excessOf(demand, maker.limits);
  if (over.length === 0 && !askFirst) return ok({ kind: 'within' });
  if (!approver) return over.length > 0 ? refuse('over-authority', { over }) : refuse('approver-missing');
  if (approver.id === maker.id) return refuse('approver-is-maker');
  const still = excessOf(demand, approver.limits);
  if (still.length > 0) return refuse('approver-lacks-authority', { over: still });
  return ok({ kind: 'ask', of: approver.id, over });
}

/** T15: an approval counts only from the person who was asked, and only if their limits still cover it at that moment. */
export function mayApprove(demand: Demand, asked: string, by: Person): Result<true> {
  if (by.id !== asked) return refuse('not-asked-of-you');
  const over = excessOf(demand, by.limits);
  return over.length > 0 ? refuse('approver-lacks-authority', { over }) : ok(true);
}
