import { DAY } from '../../domain/shared/instant.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact, nextOfficeDay } from '../clients/public.ts';
import { addNote, sendToClient } from '../conversation/public.ts';
import { holdAutomaticMails, letAutomaticMailsGo } from '../mail/public.ts';
import { lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { endHeated as end, insertHeated } from './situations.store.ts';

type Wish = {
  contactId: string;
  words: string;
  minutes: number;
  quietDays: number;
  letter: { subject: string; body: string; sendAnyway?: { reason: string } | undefined } | null;
};

/** S1: the ready message in their language: we have heard you, and here is a form for the facts, or another time. */
export async function claimsLetter(
  tx: Tx,
  requestId: string,
  contactId: string,
): Promise<{ subject: string; body: string; to: string }> {
  const { subject, clientId } = await lockRequest(tx, requestId);
  const contact = await findContact(tx, contactId);
  if (!contact || contact.clientId !== clientId) throw refused('not-found');
  const t = translator(contact.lang);
  return { subject: t('situations.claims-subject', { subject }), body: t('situations.claims-body'), to: contact.name };
}

/** S1: let it run out. What was said is logged as a call and stays with us; no machine writes to them meanwhile; the form is offered. */
export async function logHeated(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  wish: Wish,
  now: number,
): Promise<{ id: string; messageId: string | null }> {
  const { contactId, words, minutes, letter } = wish;
  const contact = await findContact(tx, contactId);
  const { clientId } = await lockRequest(tx, requestId);
  if (!clientId || contact?.clientId !== clientId) throw refused('not-found');
  await addNote(tx, by, requestId, { channel: 'call', body: words, minutes, shared: false }, now);
  const messageId = letter ? await offerForm(tx, ctx, by, requestId, contactId, letter, now) : null;
  const id = newId(now);
  const quietUntil = now + wish.quietDays * DAY;
  await insertHeated(tx, { id, requestId, clientId, contactId, words, byId: by.id }, quietUntil, messageId, now);
  await holdAutomaticMails(tx, contactId, quietUntil);
  const data = { heated: id, contact: contactId, name: contact.name, quietUntil: iso(quietUntil), form: messageId };
  await append(tx, by, now, [
    { kind: 'heated.logged', requestId, clientId, audience: 'ours', data },
    ...(messageId
      ? [{ kind: 'claims.offered', requestId, clientId, audience: 'both' as const, data: { message: messageId } }]
      : []),
  ]);
  return { id, messageId };
}

async function offerForm(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  to: string,
  words: NonNullable<Wish['letter']>,
  now: number,
): Promise<string> {
  const request = await lockRequest(tx, requestId);
  const letter = { request, by, to, purpose: 'reply' as const, ...words, automatic: false, undoable: false };
  const { messageId } = await sendToClient(tx, ctx, letter, now);
  const next = { ball: 'theirs' as const, next_step: await stepWords(tx, 'await-claims') };
  await saveRequest(tx, request, { ...next, next_due: iso((await nextOfficeDay(tx, now)) + 2 * DAY) }, now);
  return messageId;
}

export async function endHeated(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  heatedId: string,
  now: number,
): Promise<void> {
  const { clientId } = await lockRequest(tx, requestId);
  const contactId = await end(tx, requestId, heatedId, now);
  if (!contactId) throw refused('not-found');
  await letAutomaticMailsGo(tx, contactId, now);
  const data = { heated: heatedId, contact: contactId };
  await append(tx, by, now, [{ kind: 'heated.ended', requestId, clientId, audience: 'ours', data }]);
}
