import { type Result, ok, refuse } from '../shared/result.ts';
import type { Phase } from './words.ts';

export type Mergeable = {
  readonly id: string;
  readonly clientId: string | null;
  readonly phase: Phase;
  /** Something of it is negotiated, agreed, visited or being closed already: kinds of such things. */
  readonly beyondTalk: readonly string[];
};

/**
 * Whether one request may go on in another: both of one known client, both open, and in the one that goes nothing but conversation,
 * ledger and promises. What two sides have put on the table or signed belongs to its request for good (P4).
 */
export function decideMerge(from: Mergeable, into: Mergeable): Result<null> {
  if (from.id === into.id) return refuse('merge-with-itself');
  if (from.phase === 'closed' || into.phase === 'closed') return refuse('request-closed');
  if (from.clientId === null || from.clientId !== into.clientId) return refuse('merge-other-client');
  if (from.beyondTalk.length > 0) return refuse('merge-too-late', { what: from.beyondTalk.join(', ') });
  return ok(null);
}
