import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { revokeLinksOf } from '../room/public.ts';

/** One more person of the client comes to the table: their own link by mail, with the rights they have, and no more. */
export async function inviteIntoRoom(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  contactId: string,
  now: number,
): Promise<{ messageId: string }> {
  const request = await lockRequest(tx, requestId);
  const contact = await findContact(tx, contactId);
  if (!contact || contact.clientId !== request.clientId) throw refused('not-found');
  const t = translator(contact.lang);
  const { subject } = request;
  const words = {
    subject: t('mail.room-person-subject', { subject }),
    body: t(`mail.room-person-body.${contact.may}`, { subject }),
  };
  const letter = { request, by, purpose: 'invitation', to: contactId, ...words, written: null } as const;
  const { messageId } = await sendToClient(tx, ctx, { ...letter, automatic: false, undoable: false }, now);
  await saveRequest(tx, request, {}, now);
  const data = { contact: contactId, name: contact.name, may: contact.may, message: messageId };
  await append(tx, by, now, [{ kind: 'room.invited', requestId, clientId: request.clientId, audience: 'both', data }]);
  return { messageId };
}

/** A link that went astray is ended at once, with everything that is open through it. */
export async function revokeLinks(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  contactId: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  const contact = await findContact(tx, contactId);
  if (!contact || contact.clientId !== request.clientId) throw refused('not-found');
  const n = await revokeLinksOf(tx, requestId, contactId, now);
  if (n === 0) return;
  await saveRequest(tx, request, {}, now);
  const data = { contact: contactId, name: contact.name, links: n };
  await append(tx, by, now, [{ kind: 'room.links-revoked', requestId, clientId: request.clientId, data }]);
}
