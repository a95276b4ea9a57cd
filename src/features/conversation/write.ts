import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ContactActor, MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { nextOfficeDay } from '../clients/public.ts';
import { withdrawMail } from '../mail/public.ts';
import { lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { claimAttachments, outgoingOf } from './attachment.store.ts';
import { findMessage, insertMessage, setMinutes } from './message.store.ts';
import { sendToClient } from './send-to-client.ts';

export type Reply = { body: string; purpose: 'reply' | 'bad-news' | 'offer'; minutes: number; attachmentIds: string[] };

/** Answers the client. The first answer of a person is remembered; the ball is theirs until they write again. */
export async function reply(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  words: Reply,
  now: number,
): Promise<{ id: string; leavesAt: string }> {
  const request = await lockRequest(tx, requestId);
  const attachments = await outgoingOf(tx, ctx, words.attachmentIds);
  const subject = `${request.subject} [${request.ref}]`;
  const letter = {
    request,
    by,
    purpose: words.purpose,
    subject,
    body: words.body,
    automatic: false,
    undoable: true,
    minutes: words.minutes,
    attachments,
  };
  const { messageId, leavesAt } = await sendToClient(tx, ctx, letter, now);
  await claimAttachments(tx, words.attachmentIds, {
    messageId,
    requestId,
    clientId: request.clientId,
    audience: 'both',
  });
  const first = request.firstAnswerAt ? {} : { first_answer_at: iso(now) };
  const next = {
    ball: 'theirs' as const,
    next_step: await stepWords(tx, 'await-client'),
    next_due: iso((await nextOfficeDay(tx, now)) + 3 * 86_400_000),
  };
  await saveRequest(
    tx,
    request,
    { ...first, ...(request.phase === 'closing' ? {} : next), addMinutes: words.minutes },
    now,
  );
  const data = { message: messageId, purpose: words.purpose, minutes: words.minutes, first: !request.firstAnswerAt };
  await append(tx, by, now, [{ kind: 'message.sent', requestId, clientId: request.clientId, audience: 'both', data }]);
  return { id: messageId, leavesAt };
}

export async function undoSend(tx: Tx, by: MemberActor, messageId: string, now: number): Promise<void> {
  const message = await findMessage(tx, messageId);
  if (!message) throw refused('not-found');
  const request = await lockRequest(tx, message.request_id);
  if (!(await withdrawMail(tx, messageId))) throw refused('mail-has-left');
  await saveRequest(tx, request, { ball: 'ours' }, now);
  await append(tx, by, now, [
    {
      kind: 'message.undone',
      requestId: request.id,
      clientId: request.clientId,
      audience: 'ours',
      data: { message: messageId },
    },
  ]);
}

export type Note = { channel: 'note' | 'call' | 'visit'; body: string; minutes: number; shared: boolean };

/** C4, T20: calls and visits are first-class and take time; a note never reaches the client, whatever its channel's other settings. */
export async function addNote(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  note: Note,
  now: number,
): Promise<{ id: string }> {
  const request = await lockRequest(tx, requestId);
  const id = newId(now);
  const audience = note.shared && note.channel !== 'note' ? 'both' : 'ours';
  await insertMessage(tx, {
    id,
    requestId,
    clientId: request.clientId,
    audience,
    channel: note.channel,
    direction: 'inside',
    memberId: by.id,
    authorName: by.name,
    body: note.body,
    purpose: 'note',
    minutes: note.minutes,
    at: now,
  });
  const first = note.channel !== 'note' && !request.firstAnswerAt ? { first_answer_at: iso(now) } : {};
  await saveRequest(tx, request, { ...first, addMinutes: note.minutes }, now);
  const kind = note.channel === 'note' ? 'note.added' : `${note.channel}.logged`;
  await append(tx, by, now, [
    { kind, requestId, clientId: request.clientId, audience, data: { message: id, minutes: note.minutes } },
  ]);
  return { id };
}

export async function changeMinutes(
  tx: Tx,
  by: MemberActor,
  messageId: string,
  minutes: number,
  now: number,
): Promise<void> {
  const message = await findMessage(tx, messageId);
  if (!message) throw refused('not-found');
  const request = await lockRequest(tx, message.request_id);
  const changed = await setMinutes(tx, messageId, minutes);
  if (!changed) throw refused('not-found');
  await saveRequest(tx, request, { addMinutes: changed.added }, now);
  await append(tx, by, now, [
    {
      kind: 'message.minutes-changed',
      requestId: request.id,
      clientId: request.clientId,
      data: { message: messageId, minutes },
    },
  ]);
}

/** The client writes in the room: verified by the room itself, and our move. */
export async function writeInRoom(
  tx: Tx,
  by: ContactActor,
  requestId: string,
  body: string,
  now: number,
): Promise<{ id: string }> {
  const request = await lockRequest(tx, requestId);
  const id = newId(now);
  await insertMessage(tx, {
    id,
    requestId,
    clientId: request.clientId,
    audience: 'both',
    channel: 'room',
    direction: 'in',
    contactId: by.id,
    authorName: by.name,
    body,
    lang: by.lang,
    at: now,
  });
  const closed = request.phase === 'closed';
  if (!closed) {
    const next = {
      ball: 'ours' as const,
      next_step: await stepWords(tx, 'look-at-answer'),
      next_due: iso(await nextOfficeDay(tx, now)),
    };
    await saveRequest(tx, request, next, now);
  }
  await append(tx, by, now, [
    {
      kind: 'message.received',
      requestId,
      clientId: request.clientId,
      audience: 'both',
      data: { message: id, channel: 'room' },
    },
  ]);
  return { id };
}
