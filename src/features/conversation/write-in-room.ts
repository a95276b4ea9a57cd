import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ContactActor } from '../../platform/http/actor.ts';
import { append } from '../../platform/ledger/append.ts';
import { onClientMessage } from '../closing/public.ts';
import { lockRequest } from '../requests/public.ts';
import { insertMessage } from './message.store.ts';

/** The client writes in the room: the room itself knows who they are, and it is our move. */
export async function writeInRoom(
  tx: Tx,
  by: ContactActor,
  requestId: string,
  body: string,
  now: number,
): Promise<{ id: string }> {
  const request = await lockRequest(tx, requestId);
  const id = newId(now);
  const { clientId } = request;
  const author = { contactId: by.id, authorName: by.name, lang: by.lang };
  const place = { requestId, clientId, audience: 'both', channel: 'room', direction: 'in' } as const;
  await insertMessage(tx, { id, ...place, ...author, body, at: now });
  const moved = await onClientMessage(tx, request, { words: body, contactId: by.id }, now);
  const data = { message: id, channel: 'room' };
  await append(tx, by, now, [{ kind: 'message.received', requestId, clientId, audience: 'both', data }, ...moved]);
  return { id };
}
