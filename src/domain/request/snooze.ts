import type { Instant } from '../shared/instant.ts';
import { type Result, ok, refuse } from '../shared/result.ts';

export type PutOff = {
  /** What kind of line of Today it is: `promise-due`, `next-step`, … */
  readonly kind: string;
  readonly due: Instant | null;
  readonly until: Instant;
};

/**
 * Whether a line of somebody's day may be put off until then. A word given to a client is not put out of sight past its date (P1):
 * it is kept, moved with the client, or broken and said.
 */
export function decideSnooze({ kind, due, until }: PutOff, now: Instant): Result<Instant> {
  if (until <= now) return refuse('date-in-the-past');
  const promise = kind === 'promise-due' || kind === 'promise-at-risk';
  if (promise && due !== null && until > due) return refuse('promise-cannot-be-put-off');
  return ok(until);
}
