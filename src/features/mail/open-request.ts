import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { type NewEvent, append } from '../../platform/ledger/append.ts';
import { suggestTriage } from '../agreements/public.ts';
import { findByAddress, findContact, nextOfficeDay } from '../clients/public.ts';
import { type LockedRequest, insertRequest, lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { accountOfMail } from './account.store.ts';
import { acknowledge } from './acknowledge.ts';
import { type Arrival, type Handled, bodyOf } from './arrival.ts';
import { mailIdentity } from './identity.store.ts';
import { keepMessage } from './keep-message.ts';

/**
 * A mail nobody was waiting for is a new request: client and contact by address, the client alone by its domain, else “unknown – who
 * is it?”. It has a next step and a date from its first moment (C7), the agreement's suggestion (T3), and a known person gets word
 * that it has arrived. `late` is the closed request it would have joined.
 */
export async function openRequest(
  tx: Tx,
  ctx: Context,
  arrival: Arrival,
  late?: LockedRequest,
  doubted = false,
): Promise<Handled> {
  const now = ctx.now();
  const { mail, at } = arrival;
  const { clientId, contactId } = await partiesOf(tx, mail.from.address, doubted);
  const due = await nextOfficeDay(tx, now);
  const requestId = newId(at);
  const { ref } = await insertRequest(tx, {
    id: requestId,
    subject: mail.subject.trim().slice(0, 500) || mail.from.address || '?',
    clientId,
    contactId,
    ownerId: late?.ownerId ?? null,
    nextStep: await stepWords(tx, contactId ? 'first-answer' : 'say-who'),
    nextDue: iso(due),
    openedAt: iso(at),
  });
  const request = await lockRequest(tx, requestId);
  const mailbox = await accountOfMail(tx, arrival.rawId);
  if (mailbox) await saveRequest(tx, request, { mailbox_id: mailbox }, now);
  const messageId = await keepMessage(tx, arrival, { requestId, clientId, contactId, audience: 'both' });
  if (clientId) await suggest(tx, ctx, request, clientId, arrival);
  await acknowledge(tx, ctx, request, arrival, due);
  const data = { ref, subject: request.subject, message: messageId, from: mail.from.address, kind: mail.kind };
  const opened = { kind: 'request.opened', requestId, clientId, audience: 'both' as const };
  const events: NewEvent[] = [{ ...opened, data: late ? { ...data, follows: late.id, followsRef: late.ref } : data }];
  if (late) {
    const followed = { kind: 'request.followed', requestId: late.id, clientId: late.clientId };
    events.push({ ...followed, data: { by: requestId, ref } });
  }
  await append(tx, { kind: 'mail', ...(contactId ? { id: contactId } : {}) }, now, events);
  return { state: 'request', reason: null, requestId, messageId };
}

/** The contact only when we may believe it is that person: somebody who has left, or whose mail our server doubts, is not. */
async function partiesOf(tx: Tx, address: string, doubted: boolean) {
  const found = await findByAddress(tx, address);
  const contact = found.contactId && !doubted ? await findContact(tx, found.contactId) : null;
  return { clientId: found.clientId, contactId: contact?.status === 'active' ? contact.id : null };
}

/** T3, as a help and no more: a fault in it never stops a mail. */
async function suggest(
  tx: Tx,
  ctx: Context,
  request: LockedRequest,
  clientId: string,
  arrival: Arrival,
): Promise<void> {
  const { lang: readerLang } = await mailIdentity(tx);
  const words = `${request.subject}\n${bodyOf(arrival.mail)}`;
  try {
    const suggestion = await suggestTriage(tx, { clientId, words, lang: null, at: arrival.at, readerLang });
    await saveRequest(tx, request, { suggestion }, ctx.now());
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    ctx.log.error({ err: error, request: request.id }, 'no suggestion could be made');
  }
}
