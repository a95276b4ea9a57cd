import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { replyAddress, replyToken } from '../../platform/mail/address.ts';
import { type OutgoingAttachment, buildMessage } from '../../platform/mail/build-message.ts';
import { mailIdentity } from './identity.store.ts';
import { brakesHold, insertOutbox } from './outbox.store.ts';

export type Outgoing = {
  requestId: string;
  clientId: string | null;
  messageId: string | null;
  contact: { id: string; name: string; email: string; status: string };
  subject: string;
  text: string;
  lang: string;
  /** Message-IDs of the conversation, oldest first. */
  thread: readonly string[];
  automatic: boolean;
  notBefore: number;
  attachments?: readonly OutgoingAttachment[];
};

/**
 * Freezes a mail and its Message-ID in the transaction of the change that caused it; a job sends it after commit. Its reply
 * address is made for this request and this person alone. Refuses an address that is not one address, a person who is gone, and
 * an automatic mail over the loop brakes.
 */
export async function enqueueMail(
  tx: Tx,
  ctx: Context,
  mail: Outgoing,
  now: number,
): Promise<{ rfcMessageId: string }> {
  if (mail.contact.status !== 'active') throw refused('contact-not-active');
  if (mail.automatic && (await brakesHold(tx, mail.requestId, mail.contact.email)))
    throw refused('too-many-automatic-mails');
  const from = await mailIdentity(tx);
  const last = mail.thread.at(-1);
  const built = accepted(
    await buildMessage({
      from: { name: from.name, address: from.address },
      to: { name: mail.contact.name, address: mail.contact.email },
      replyTo: replyAddress(from.address, replyToken(from.replyKey, mail.requestId, mail.contact.id)),
      subject: mail.subject,
      text: mail.text,
      lang: mail.lang,
      inReplyTo: last ?? null,
      references: mail.thread,
      auto: mail.automatic,
      loopId: tx.workspaceId,
      at: now,
      ...(mail.attachments ? { attachments: mail.attachments } : {}),
    }),
  );
  const id = newId(now);
  const { requestId, clientId, messageId, automatic, notBefore } = mail;
  await insertOutbox(
    tx,
    {
      id,
      requestId,
      clientId,
      messageId,
      contactId: mail.contact.id,
      recipient: built.recipient,
      rfcMessageId: built.messageId,
      raw: built.raw,
      automatic,
      notBefore,
    },
    now,
  );
  await ctx.jobs.send(tx, 'mail-send', id, notBefore > now ? { startAfter: new Date(notBefore) } : {});
  return { rfcMessageId: built.messageId };
}
