import { mayAskBack, mayReceive } from '../../domain/request/handover.ts';
import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { passPromisesOn } from '../promises/public.ts';
import { type LockedRequest, saveRequest } from '../requests/public.ts';
import { changeHandover } from './handover.store.ts';
import { heldHandover } from './held-handover.ts';

/** P7: said back in own words, the request and the promises that go along are the receiver's; the others stay with their owners. */
export async function receiveHandover(
  tx: Tx,
  by: MemberActor,
  id: string,
  restated: string,
  now: number,
): Promise<void> {
  const { request, handover } = await heldHandover(tx, id);
  accepted(mayReceive(handover, by.id, restated));
  await changeHandover(tx, id, { state: 'accepted', restated, ended_at: iso(now) });
  const going = handover.carried.promises.filter((p) => p.goes).map((p) => p.id);
  const passed = await passPromisesOn(tx, request.id, going, by);
  await saveRequest(tx, request, { owner_id: by.id, next_owner_id: by.id }, now);
  const event = { requestId: request.id, clientId: request.clientId };
  await append(tx, by, now, [
    {
      kind: 'handover.accepted',
      ...event,
      data: { handover: id, from: handover.fromId, text: restated, promises: passed },
    },
    { kind: 'request.assigned', ...event, data: { to: by.id, name: by.name } },
  ]);
}

/** Before accepting, the receiver asks. */
export async function askBack(tx: Tx, by: MemberActor, id: string, question: string, now: number): Promise<void> {
  const { request, handover } = await heldHandover(tx, id);
  accepted(mayAskBack(handover, by.id));
  await changeHandover(tx, id, { asked: [...handover.asked, { question, answer: null }] });
  await saveRequest(tx, request, {}, now);
  const event = { requestId: request.id, clientId: request.clientId, data: { handover: id, text: question } };
  await append(tx, by, now, [{ kind: 'handover.asked', ...event }]);
}

/** The word to the client, in their language, ready to be looked at and sent. Null: nobody there to be told. */
export async function readyLetter(tx: Tx, request: LockedRequest, names: { from: string; to: string }) {
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (contact?.status !== 'active' || !request.clientId) return null;
  const t = translator(contact.lang);
  const said = { ...names, subject: request.subject };
  return { to: contact.name, subject: t('letters.handover-subject', said), body: t('letters.handover-body', said) };
}

/** The client is told who has it now, by a click of the new owner (or of a colleague). */
export async function tellWhoHasIt(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  id: string,
  words: { subject: string; body: string; sendAnyway?: { reason: string } | undefined },
  now: number,
): Promise<{ messageId: string }> {
  const { request, handover } = await heldHandover(tx, id);
  if (handover.state !== 'accepted') throw refused('handover-not-accepted');
  if (handover.told) throw refused('client-told-already');
  const { subject, body, sendAnyway } = words;
  const letter = { request, by, purpose: 'reply', subject, body, written: { body }, sendAnyway } as const;
  const { messageId } = await sendToClient(tx, ctx, { ...letter, automatic: false, undoable: false }, now);
  await changeHandover(tx, id, { told_message_id: messageId });
  await saveRequest(tx, request, {}, now);
  const data = { handover: id, message: messageId, name: handover.toName };
  const event = { requestId: request.id, clientId: request.clientId, audience: 'both' as const, data };
  await append(tx, by, now, [{ kind: 'handover.told', ...event }]);
  return { messageId };
}
