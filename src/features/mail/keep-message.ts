import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ParsedMail } from '../../platform/mail/parsed-mail.ts';
import { insertAttachment, insertMessage } from '../conversation/public.ts';
import { languageOf } from './language-of.ts';

type Place = { requestId: string; clientId: string | null; contactId: string | null; verified: boolean };

/** The mail as a message: what the person wrote now, the rest folded, files beside it. */
export async function keepMessage(
  tx: Tx,
  ctx: Context,
  rawId: string,
  mail: ParsedMail,
  place: Place,
): Promise<string> {
  const now = ctx.now();
  const id = newId(now);
  const body = mail.newText.trim() || mail.text.trim() || mail.subject;
  await insertMessage(tx, {
    id,
    requestId: place.requestId,
    clientId: place.clientId,
    audience: 'both',
    channel: 'mail',
    direction: 'in',
    kind: mail.kind,
    contactId: place.contactId,
    authorName: mail.from.name || mail.from.address,
    authorAddress: mail.from.address.toLowerCase(),
    verified: place.verified,
    subject: mail.subject,
    body,
    html: mail.html,
    quoted: mail.quotedText,
    lang: languageOf(body),
    rfcMessageId: mail.messageId,
    rawMailId: rawId,
    at: now,
  });
  for (const file of mail.attachments) {
    await insertAttachment(tx, {
      id: newId(now),
      messageId: id,
      requestId: place.requestId,
      clientId: place.clientId,
      audience: 'both',
      name: file.name,
      type: file.type,
      size: file.size,
      sha256: file.sha256,
      contentId: file.contentId,
      inline: file.inline,
    });
  }
  return id;
}
