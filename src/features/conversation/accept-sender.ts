import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { findByAddress, insertContact } from '../clients/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { findMessage } from './message.store.ts';

/** A person of ours vouches for the sender of an unverified mail: the address becomes a contact of the request's client. */
export async function acceptSender(
  tx: Tx,
  by: MemberActor,
  messageId: string,
  name: string | undefined,
  now: number,
): Promise<void> {
  const message = await findMessage(tx, messageId);
  if (!message) throw refused('not-found');
  const request = await lockRequest(tx, message.request_id);
  if (!request.clientId) throw refused('client-unknown');
  if (message.verified || !message.author_address) throw refused('sender-known');
  const known = await findByAddress(tx, message.author_address);
  if (known.contactId && known.clientId !== request.clientId) throw refused('address-taken');
  const contactId = known.contactId ?? newId(now);
  if (!known.contactId) {
    const person = {
      name: name ?? message.author_name,
      email: message.author_address,
      lang: 'en',
      roleText: null,
      may: 'talk' as const,
    };
    await insertContact(tx, contactId, request.clientId, person, now);
  }
  await tx
    .updateTable('message')
    .set({ verified: true, author_contact_id: contactId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', messageId)
    .execute();
  await saveRequest(tx, request, request.contactId ? {} : { contact_id: contactId }, now);
  await append(tx, by, now, [
    {
      kind: 'message.sender-accepted',
      requestId: request.id,
      clientId: request.clientId,
      data: { message: messageId, contact: contactId, address: message.author_address },
    },
  ]);
}
