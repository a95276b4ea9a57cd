import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { insertAttachment, insertMessage } from '../conversation/public.ts';
import { type Arrival, bodyOf } from './arrival.ts';
import { languageOf } from './language-of.ts';

type Place = {
  requestId: string;
  clientId: string | null;
  /** Null: unverified, shown to our side only until a person accepts the sender. */
  contactId: string | null;
  audience: 'both' | 'ours';
};

/** The mail as a message: what the person wrote now, the rest folded, files beside it. */
export async function keepMessage(tx: Tx, arrival: Arrival, place: Place): Promise<string> {
  const { mail } = arrival;
  const id = newId(arrival.at);
  const body = bodyOf(mail);
  const { requestId, clientId, contactId, audience } = place;
  await insertMessage(tx, {
    id,
    requestId,
    clientId,
    audience,
    channel: 'mail',
    direction: 'in',
    kind: mail.kind,
    contactId,
    authorName: mail.from.name || mail.from.address || '?',
    authorAddress: mail.from.address.toLowerCase() || null,
    verified: contactId !== null,
    subject: mail.subject,
    body,
    html: mail.html,
    quoted: mail.quotedText,
    lang: await languageOf(body),
    rfcMessageId: mail.messageId,
    rawMailId: arrival.rawId,
    at: arrival.at,
  });
  for (const file of mail.attachments) {
    const { name, type, size, sha256, contentId, inline } = file;
    await insertAttachment(tx, {
      id: newId(arrival.at),
      messageId: id,
      requestId,
      clientId,
      audience,
      name,
      type,
      size,
      sha256,
      contentId,
      inline,
    });
  }
  return id;
}
