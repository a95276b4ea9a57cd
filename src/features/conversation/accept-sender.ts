import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { findByAddress, findContact, insertContact } from '../clients/public.ts';
import { onClientMessage } from '../closing/public.ts';
import { lockRequest } from '../requests/public.ts';
import { findMessage, verifyMessage } from './message.store.ts';

/**
 * A person of ours vouches for the sender of an unverified mail: the address becomes a contact of the request's client, and the mail
 * counts as that contact's word from now on.
 */
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
  const { author_address: address, author_name: writtenName, lang } = message;
  const { clientId } = request;
  if (!clientId) throw refused('client-unknown');
  if (message.direction !== 'in' || message.verified || !address) throw refused('sender-known');
  if (message.audience === 'ours') throw refused('sender-cannot-be-accepted');
  const contactId = await contactFor(tx, clientId, { name: name ?? writtenName, address, lang: lang ?? 'en' }, now);
  await verifyMessage(tx, messageId, contactId);
  const moved = await onClientMessage(tx, request, { words: message.body, contactId }, now);
  const data = { message: messageId, contact: contactId, address };
  await append(tx, by, now, [{ kind: 'message.sender-accepted', requestId: request.id, clientId, data }, ...moved]);
}

type Person = { name: string; address: string; lang: string };

async function contactFor(tx: Tx, clientId: string, person: Person, now: number): Promise<string> {
  const known = await findByAddress(tx, person.address);
  if (known.contactId) {
    if (known.clientId !== clientId) throw refused('address-taken');
    if ((await findContact(tx, known.contactId))?.status !== 'active') throw refused('contact-not-active');
    return known.contactId;
  }
  const id = newId(now);
  const { name, address: email, lang } = person;
  if (!(await insertContact(tx, id, clientId, { name, email, lang, roleText: null, may: 'talk' }, now)))
    throw refused('address-taken');
  return id;
}
