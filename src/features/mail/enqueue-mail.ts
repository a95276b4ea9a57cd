import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { replyAddress, replyToken, shortReplyToken } from '../../platform/mail/address.ts';
import { type OutgoingAttachment, buildMessage } from '../../platform/mail/build-message.ts';
import { wayOfRequest } from './account.store.ts';
import { mayMailAutomatically } from './brakes.store.ts';
import { mailIdentity } from './identity.store.ts';
import { insertOutbox } from './outbox.store.ts';

export type Threading = { readonly references: readonly string[]; readonly inReplyTo: string | null };

export type Outgoing = {
  /** Null: about no request; then nobody's answer is expected either. */
  requestId: string | null;
  clientId: string | null;
  messageId: string | null;
  contact: { id: string; name: string; email: string; status: string };
  subject: string;
  text: string;
  html?: string | null;
  lang: string;
  /** Message-IDs of the conversation, oldest first, and the one it answers. */
  thread: Threading;
  automatic: boolean;
  notBefore: number;
  attachments?: readonly OutgoingAttachment[];
  calendar?: CalendarPart;
};

/** The entry is organised by the reply address: what a calendar program answers comes back to this request. */
export type CalendarPart = {
  readonly method: 'request' | 'cancel';
  readonly write: (organizer: { name: string; email: string }) => string;
};

/**
 * Freezes a mail and its Message-ID in the transaction of the change that caused it; a job sends it after commit. Its reply
 * address is made for this request and this person alone. Refuses an address that is not one address (AT-19), a person who is
 * gone (S5), and an automatic mail over the loop brakes.
 */
export async function enqueueMail(
  tx: Tx,
  ctx: Context,
  mail: Outgoing,
  now: number,
): Promise<{ id: string; rfcMessageId: string }> {
  if (mail.contact.status !== 'active') throw refused('contact-not-active');
  if (mail.automatic && !(await mayMailAutomatically(tx, mail.requestId, mail.contact, now)))
    throw refused('too-many-automatic-mails');
  const way = mail.requestId ? await wayOfRequest(tx, mail.requestId) : null;
  const built = accepted(await build(tx, mail, way, now));
  const id = newId(now);
  await insertOutbox(
    tx,
    {
      id,
      requestId: mail.requestId,
      clientId: mail.clientId,
      messageId: mail.messageId,
      contactId: mail.contact.id,
      from: built.from,
      recipient: built.recipient,
      rfcMessageId: built.messageId,
      raw: built.raw,
      automatic: mail.automatic,
      notBefore: mail.notBefore,
      mailboxId: way?.mailbox?.id ?? null,
    },
    now,
  );
  await ctx.jobs.send(tx, 'mail-send', id, mail.notBefore > now ? { startAfter: new Date(mail.notBefore) } : {});
  return { id, rfcMessageId: built.messageId };
}

type Way = Awaited<ReturnType<typeof wayOfRequest>>;

async function build(tx: Tx, mail: Outgoing, way: Way, now: number) {
  const { replyKey, ...firm } = await mailIdentity(tx);
  const from = way?.mailbox ?? firm;
  const replyTo =
    mail.requestId && way ? replyToOf(replyKey, from.address, mail.requestId, way.ref, mail.contact.id) : null;
  const organizer = { name: oneLine(from.name), email: replyTo ?? from.address };
  const { calendar } = mail;
  return buildMessage({
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(mail.contact.name), address: mail.contact.email },
    replyTo,
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html ?? null,
    lang: mail.lang,
    ...mail.thread,
    auto: mail.automatic,
    loopId: tx.workspaceId,
    at: now,
    ...(mail.attachments ? { attachments: mail.attachments } : {}),
    ...(calendar ? { calendar: { method: calendar.method, content: calendar.write(organizer) } } : {}),
  });
}

/** A mailbox with a long name gets the short token; with one over 29 characters answers are known by what they refer to. */
const replyToOf = (key: Buffer, address: string, requestId: string, ref: number, contactId: string): string | null =>
  replyAddress(address, replyToken(key, requestId, contactId)) ??
  replyAddress(address, shortReplyToken(key, ref, requestId, contactId));

/** What stands in a header stays on its line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
