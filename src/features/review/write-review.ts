import { isDeepStrictEqual } from 'node:util';
import type { ReviewPage } from '../../contract/review.ts';
import type { Period } from '../../domain/review/words.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { contactsOf, findClient, findContact } from '../clients/public.ts';
import { roomLink } from '../room/public.ts';
import { reviewDocument } from './review-document.ts';
import { type Review, actionsOf, findForPeriod, insertReview, lockReview, saveReview } from './review.store.ts';

/** The review itself, held until the transaction ends. Refuses with 412 when somebody changed it since the person looked. */
async function hold(tx: Tx, id: string, ifMatch?: string): Promise<Review> {
  const review = await lockReview(tx, id);
  if (!review) throw refused('not-found');
  if (ifMatch !== undefined && ifMatch !== String(review.version)) throw refused('stale', { version: review.version });
  return review;
}

/** T17: a client and a period have one review; asking again opens the same one. */
export async function openReview(
  tx: Tx,
  by: MemberActor,
  wish: { clientId: string } & Period,
  now: number,
): Promise<{ id: string }> {
  const { clientId, from, to } = wish;
  if (to < from) throw refused('period-backwards');
  const client = await findClient(tx, clientId);
  if (!client) throw refused('not-found');
  const known = await findForPeriod(tx, clientId, { from, to });
  if (known) return { id: known };
  const id = newId(now);
  await insertReview(tx, { id, clientId, period: { from, to }, lang: client.lang, by: by.id }, now);
  await append(tx, by, now, [{ kind: 'review.opened', clientId, data: { review: id, from, to } }]);
  return { id };
}

/** Exactly what the client would see, with what is ours beside it. */
export async function reviewPage(tx: Tx, ctx: Context, id: string, now: number): Promise<ReviewPage> {
  const review = await hold(tx, id);
  const document = await reviewDocument(tx, ctx, review, now);
  const contacts = (await contactsOf(tx, review.clientId)).filter((c) => c.status === 'active');
  return {
    id,
    version: review.version,
    clientId: review.clientId,
    sharedAt: review.sharedAt,
    changed: review.sharedAt !== null && !isDeepStrictEqual(document, review.document),
    document,
    leftOut: review.leftOut,
    actions: await actionsOf(tx, id),
    contacts: contacts.map((c) => ({ id: c.id, name: c.name })),
  };
}

export async function writeReview(
  tx: Tx,
  by: MemberActor,
  id: string,
  words: { commentary: string; leftOut: string[] },
  ifMatch: string,
  now: number,
): Promise<{ version: number }> {
  const review = await hold(tx, id, ifMatch);
  const { commentary, leftOut } = words;
  const version = await saveReview(tx, id, { commentary, left_out: leftOut }, now);
  const data = { review: id, commentary, leftOut };
  await append(tx, by, now, [{ kind: 'review.written', clientId: review.clientId, data }]);
  return { version };
}

/** T17: what is shared is frozen; the client sees this until it is shared again. Each contact named gets a link of their own. */
export async function shareReview(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  id: string,
  contactIds: readonly string[],
  ifMatch: string,
  now: number,
): Promise<{ version: number; links: { name: string; link: string }[] }> {
  const review = await hold(tx, id, ifMatch);
  const { clientId } = review;
  const document = JSON.stringify(await reviewDocument(tx, ctx, review, now));
  const links: { name: string; link: string }[] = [];
  for (const contactId of contactIds) {
    const contact = await findContact(tx, contactId);
    if (contact?.clientId !== clientId) throw refused('not-found');
    if (contact.status !== 'active') throw refused('contact-not-active');
    const link = await roomLink(tx, ctx.publicUrl, { clientId, contactId, requestId: null }, now);
    links.push({ name: contact.name, link });
  }
  const version = await saveReview(tx, id, { document, shared_at: iso(now), shared_by: by.id }, now);
  const data = { review: id, with: contactIds };
  await append(tx, by, now, [{ kind: 'review.shared', clientId, audience: 'both', data }]);
  return { version, links };
}
