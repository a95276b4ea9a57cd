import type { ReviewAction } from '../../contract/review.ts';
import { type ActionMove, moveAction } from '../../domain/review/actions.ts';
import { newId } from '../../platform/db/ids.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { insertAction, lockAction, saveAction, sharedReviews } from './review.store.ts';

type Wish = Pick<ReviewAction, 'cause' | 'text' | 'side' | 'ownerName' | 'dueOn'>;
type About = { reviewId: string; clientId: string };

/** T18: either side proposes what one of them does about a cause. Agreed in a talk: then both have said yes already. */
export async function proposeAction(
  tx: Tx,
  by: Actor,
  about: About,
  wish: Wish,
  agreedInTalk: boolean,
  now: number,
): Promise<{ id: string }> {
  const id = newId(now);
  const said = (side: 'member' | 'contact'): number | null => (by.kind === side || agreedInTalk ? now : null);
  await insertAction(tx, { id, ...about, ...wish, oursAt: said('member'), theirsAt: said('contact') }, now);
  const data = { action: id, review: about.reviewId, ...wish, agreedInTalk };
  await append(tx, by, now, [{ kind: 'review.action-proposed', clientId: about.clientId, audience: 'both', data }]);
  return { id };
}

const when = (text: string | null): number | null => (text === null ? null : instant(text));
const text = (at: number | null): string | null => (at === null ? null : iso(at));

/** T18: the other side agrees, or we say that it is done. */
export async function changeAction(tx: Tx, by: Actor, id: string, kind: 'agree' | 'done', now: number): Promise<void> {
  const row = await lockAction(tx, id);
  if (!row) throw refused('not-found');
  const state = { oursAt: when(row.ours_at), theirsAt: when(row.theirs_at), doneAt: when(row.done_at) };
  const move: ActionMove = kind === 'done' ? { kind } : { kind, side: by.kind === 'member' ? 'ours' : 'theirs' };
  const next = accepted(moveAction(state, move, now));
  await saveAction(tx, id, { ours_at: text(next.oursAt), theirs_at: text(next.theirsAt), done_at: text(next.doneAt) });
  const event = { clientId: row.client_id, audience: 'both' as const, data: { action: id, review: row.review_id } };
  await append(tx, by, now, [{ kind: kind === 'done' ? 'review.action-done' : 'review.action-agreed', ...event }]);
}

/** A review that stands in this client's room. */
export async function sharedReview(tx: Tx, clientId: string, id: string) {
  const review = (await sharedReviews(tx, clientId)).find((r) => r.id === id);
  if (!review) throw refused('not-found');
  return review;
}
