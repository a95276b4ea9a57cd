import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { guardDraft } from '../coach/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { findMessage, insertMessage, setMinutes } from './message.store.ts';

export type Note = {
  channel: 'note' | 'call' | 'visit';
  body: string;
  minutes: number;
  shared: boolean;
  sendAnyway?: { reason: string } | undefined;
};

/** C4, T20: calls and visits are first-class and take time; a note never reaches the client, whatever is asked for (P9). */
export async function addNote(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  note: Note,
  now: number,
): Promise<{ id: string }> {
  const request = await lockRequest(tx, requestId);
  const id = newId(now);
  const { channel, body, minutes } = note;
  const { clientId } = request;
  const audience = note.shared && channel !== 'note' ? 'both' : 'ours';
  if (audience === 'both') {
    const { sendAnyway } = note;
    await guardDraft(tx, by, { request, kind: 'reply', door: channel, fields: { body }, sendAnyway }, now);
  }
  const author = { memberId: by.id, authorName: by.name, direction: 'inside' as const, purpose: 'note' };
  await insertMessage(tx, { id, requestId, clientId, audience, channel, ...author, body, minutes, at: now });
  const first = channel !== 'note' && !request.firstAnswerAt ? { first_answer_at: iso(now) } : {};
  await saveRequest(tx, request, { ...first, addMinutes: minutes }, now);
  const kind = channel === 'note' ? 'note.added' : `${channel}.logged`;
  await append(tx, by, now, [{ kind, requestId, clientId, audience, data: { message: id, minutes } }]);
  return { id };
}

/** T20: minutes are put right at any time; the request's sum follows. */
export async function changeMinutes(
  tx: Tx,
  by: MemberActor,
  messageId: string,
  minutes: number,
  now: number,
): Promise<void> {
  const found = await findMessage(tx, messageId);
  if (!found) throw refused('not-found');
  const request = await lockRequest(tx, found.request_id);
  const before = await setMinutes(tx, messageId, minutes);
  await saveRequest(tx, request, { addMinutes: minutes - before }, now);
  const data = { message: messageId, before, minutes };
  const { id: requestId, clientId } = request;
  await append(tx, by, now, [{ kind: 'message.minutes-changed', requestId, clientId, data }]);
}
