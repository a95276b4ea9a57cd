import type { Message } from '../../contract/conversation.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import type { OutgoingAttachment } from '../../platform/mail/build-message.ts';
import { findContact } from '../clients/public.ts';
import { enqueueMail, mailIdentity } from '../mail/public.ts';
import type { LockedRequest } from '../requests/public.ts';
import { roomLink } from '../room/public.ts';
import { insertMessage, setRfcMessageId, threadOf } from './message.store.ts';

export type Letter = {
  request: LockedRequest;
  /** Null: no person wrote it just now. */
  by: MemberActor | null;
  purpose: Message['purpose'];
  subject: string;
  body: string;
  automatic: boolean;
  /** Undo send: the mail waits ten seconds. */
  undoable: boolean;
  minutes?: number;
  attachments?: readonly OutgoingAttachment[];
};
const UNDO_MS = 10_000;

/**
 * Writes to the request's contact: the message in the conversation and the frozen mail in the outbox, both in this transaction.
 * Greeting, signature and the link into the room are added in the contact's language; the message keeps the person's own words.
 */
export async function sendToClient(
  tx: Tx,
  ctx: Context,
  letter: Letter,
  now: number,
): Promise<{ messageId: string; leavesAt: string }> {
  const { request, by, purpose, subject, body, automatic } = letter;
  if (!request.clientId || !request.contactId) throw refused('client-unknown');
  const contact = await findContact(tx, request.contactId);
  if (!contact || contact.status !== 'active') throw refused('contact-not-active');
  const firm = await mailIdentity(tx);
  const t = translator(contact.lang);
  const link = await roomLink(
    tx,
    ctx.publicUrl,
    { clientId: request.clientId, contactId: contact.id, requestId: request.id },
    now,
  );
  const thread = await threadOf(tx, request.id);
  const messageId = newId(now);
  await insertMessage(tx, {
    id: messageId,
    requestId: request.id,
    clientId: request.clientId,
    audience: 'both',
    channel: 'mail',
    direction: 'out',
    kind: automatic ? 'automatic' : 'person',
    memberId: by?.id ?? null,
    authorName: by?.name ?? firm.name,
    subject,
    body,
    lang: contact.lang,
    purpose,
    minutes: letter.minutes ?? 0,
    at: now,
  });
  const text = [
    t('mail.greeting', { name: contact.name }),
    body,
    `${t('mail.open-room')}:\n${link}\n${t('mail.room-hint')}`,
    t('mail.sign-off', { name: by?.name ?? firm.name, firm: firm.name }),
    t('mail.request-line', { ref: request.ref }),
  ].join('\n\n');
  const leavesAt = now + (letter.undoable ? UNDO_MS : 0);
  const { rfcMessageId } = await enqueueMail(
    tx,
    ctx,
    {
      requestId: request.id,
      clientId: request.clientId,
      messageId,
      contact,
      subject,
      text,
      lang: contact.lang,
      thread,
      automatic,
      notBefore: leavesAt,
      ...(letter.attachments ? { attachments: letter.attachments } : {}),
    },
    now,
  );
  await setRfcMessageId(tx, messageId, rfcMessageId);
  return { messageId, leavesAt: iso(leavesAt) };
}
