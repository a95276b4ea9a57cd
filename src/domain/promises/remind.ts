import { DAY, type Instant } from '../shared/instant.ts';
import type { Commitment } from './words.ts';

/** Before: so that it can still be kept. Late: so that the new date is known soon. */
export type ReminderKind = 'before' | 'late';

type Theirs = Pick<Commitment, 'side' | 'state' | 'due'> & { readonly givenAt: Instant };

/** A reminder comes two days before; a promise given for a shorter time than twice that is not reminded of, it is still fresh. */
const BEFORE = 2 * DAY;

/**
 * P5: which reminder of a promise of theirs is due now, given which have been sent. Once before and once when late, not more: a third mail would be nagging,
 * and then a person calls. Ours, settled ones and fresh ones get none.
 */
export function reminderDue(p: Theirs, sent: readonly ReminderKind[], now: Instant): ReminderKind | null {
  if (p.side !== 'theirs' || (p.state !== 'given' && p.state !== 'at-risk')) return null;
  if (now > p.due) return sent.includes('late') ? null : 'late';
  const fresh = p.due - p.givenAt < 2 * BEFORE;
  return !fresh && p.due - now <= BEFORE && !sent.includes('before') ? 'before' : null;
}
