import { DAY, type Instant } from '../shared/instant.ts';
import type { Phase } from './words.ts';

/** What a message that arrives does to a request. */
export type MailEffect = 'append' | 'reopen' | 'new-linked-request';

export type Arrival = {
  readonly phase: Phase;
  readonly closedAt?: Instant;
  /** Machines' mail: absence notes, reports, lists. */
  readonly automatic: boolean;
  /** The sender is the client's, not a colleague of ours. */
  readonly fromClient: boolean;
  /** Nothing but thanks; see thanks.ts. */
  readonly thanksOnly: boolean;
};

/** How long after closing a late mail still re-opens, in days, when a workspace has not said otherwise. */
const LATE_MAIL_DAYS = 14;

/**
 * C2: what a mail does to a request that is closing or closed. Thanks and machines never re-open; a person who has more to say re-opens it
 * within `lateDays` days of closing (the last instant included); after that the mail becomes a new request linked to the old one.
 */
export function effectOf(mail: Arrival, now: Instant, lateDays: number = LATE_MAIL_DAYS): MailEffect {
  if (mail.automatic || mail.thanksOnly || !mail.fromClient) return 'append';
  if (mail.phase === 'closing') return 'reopen';
  if (mail.phase !== 'closed') return 'append';
  return mail.closedAt !== undefined && now - mail.closedAt > lateDays * DAY ? 'new-linked-request' : 'reopen';
}
