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
import { guardDraft } from '../coach/public.ts';
import { type CalendarPart, enqueueMail, mailIdentity } from '../mail/public.ts';
import { type LockedRequest, saveRequest } from '../requests/public.ts';
import { roomLink } from '../room/public.ts';
import { threadOf } from './conversation.store.ts';
import { insertMessage, setRfcMessageId } from './message.store.ts';

export type Letter = {
  request: LockedRequest;
  /** Null: no person wrote it just now. */
  by: MemberActor | null;
  purpose: Message['purpose'];
  /** Another person of the client than the request's own contact. */
  to?: string;
  subject: string;
  body: string;
  /** The body is a person's own letter with its own greeting; otherwise one is put before it. */
  ownWords?: boolean;
  automatic: boolean;
  /** Undo send: the mail waits ten seconds, and the room shows it only then. */
  undoable: boolean;
  minutes?: number;
  attachments?: readonly OutgoingAttachment[];
  calendar?: CalendarPart | undefined;
  /** What of it a person wrote just now, by field, for the coach; the whole body where it is left out, nothing where it is null. */
  written?: Readonly<Record<string, string>> | null;
  /** T14, T15: why it goes out against the coach's stop. */
  sendAnyway?: { readonly reason: string } | undefined;
};
const UNDO_MS = 10_000;

/**
 * Writes to the request's contact: the message in the conversation and the frozen mail in the outbox, both in this transaction.
 * Signature and the link into the room are added in the contact's language; the message keeps the person's own words. The first answer
 * of a person is remembered.
 */
export async function sendToClient(
  tx: Tx,
  ctx: Context,
  letter: Letter,
  now: number,
): Promise<{ messageId: string; leavesAt: string }> {
  const { request, by, purpose, subject, body, automatic } = letter;
  const { clientId } = request;
  const addressee = letter.to ?? request.contactId;
  const contact = addressee ? await findContact(tx, addressee) : null;
  if (!clientId || !contact || (letter.to && contact.clientId !== clientId)) throw refused('client-unknown');
  if (contact.status !== 'active') throw refused('contact-not-active');
  await secondReader(tx, letter, now);
  const firm = await mailIdentity(tx);
  const thread = await threadOf(tx, request.id);
  const messageId = newId(now);
  const leavesAt = now + (letter.undoable ? UNDO_MS : 0);
  await insertMessage(tx, {
    id: messageId,
    requestId: request.id,
    clientId,
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
    heldUntil: letter.undoable ? leavesAt : null,
  });
  const link = await roomLink(tx, ctx.publicUrl, { clientId, contactId: contact.id, requestId: request.id }, now);
  const text = textOf(letter, { name: contact.name, lang: contact.lang }, firm.name, link);
  const { lang } = contact;
  const { attachments = [] } = letter;
  const mail = {
    requestId: request.id,
    clientId,
    messageId,
    contact,
    subject,
    text,
    lang,
    thread,
    automatic,
    attachments,
    ...(letter.calendar ? { calendar: letter.calendar } : {}),
  };
  const { rfcMessageId } = await enqueueMail(tx, ctx, { ...mail, notBefore: leavesAt }, now);
  await setRfcMessageId(tx, messageId, rfcMessageId);
  if (by && !automatic && !request.firstAnswerAt) await saveRequest(tx, request, { first_answer_at: iso(now) }, now);
  return { messageId, leavesAt: iso(leavesAt) };
}

/** T14, T15: whatever a person of ours writes to a client passes the coach, whichever door it came through. */
async function secondReader(tx: Tx, letter: Letter, now: number): Promise<void> {
  const { request, by, purpose, body, automatic, written = { body }, sendAnyway } = letter;
  if (!by || automatic || !written) return;
  const kind = purpose === 'bad-news' || purpose === 'offer' ? purpose : 'reply';
  await guardDraft(tx, by, { request, kind, door: purpose, fields: written, sendAnyway }, now);
}

function textOf(letter: Letter, to: { name: string; lang: string }, firm: string, link: string): string {
  const t = translator(to.lang);
  return [
    ...(letter.ownWords ? [] : [t('mail.greeting', { name: to.name })]),
    letter.body,
    `${t('mail.open-room')}:\n${link}\n${t('mail.room-hint')}`,
    t('mail.sign-off', { name: letter.by?.name ?? firm, firm: letter.by ? firm : '' }).trim(),
    t('mail.request-line', { ref: letter.request.ref }),
  ].join('\n\n');
}
