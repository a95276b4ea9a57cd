import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { suggestTriage } from '../agreements/public.ts';
import { nextOfficeDay } from '../clients/public.ts';
import { insertRequest, lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { messagesAmong, moveMessages } from './merge.store.ts';

/** Something else was asked in the same breath: these messages become a request of their own, as old as they are. */
export async function splitRequest(
  tx: Tx,
  by: MemberActor,
  fromId: string,
  { messageIds, subject }: { messageIds: string[]; subject: string },
  now: number,
): Promise<{ id: string; ref: string }> {
  const from = await lockRequest(tx, fromId);
  const messages = await messagesAmong(tx, fromId, messageIds);
  const asked = messages.find((m) => m.direction === 'in');
  if (!asked || messages.length !== new Set(messageIds).size) throw refused('split-needs-their-words');
  const { clientId, contactId, ownerId } = from;
  const head = { subject, clientId, contactId, ownerId, nextStep: await stepWords(tx, 'first-answer') };
  const nextDue = iso(await nextOfficeDay(tx, now));
  const made = await insertRequest(tx, { id: newId(now), ...head, nextDue, openedAt: asked.at });
  const { minutes } = await moveMessages(tx, messageIds, fromId, made.id);
  const words = `${subject}\n${asked.body}`;
  const lang = asked.lang as 'en' | null;
  const suggestion = clientId ? await suggestTriage(tx, { clientId, words, lang, at: now, readerLang: by.lang }) : null;
  await saveRequest(tx, await lockRequest(tx, made.id), { suggestion, addMinutes: minutes }, now);
  await saveRequest(tx, from, { addMinutes: -minutes }, now);
  await append(tx, by, now, [
    {
      kind: 'request.opened',
      requestId: made.id,
      clientId,
      data: { ref: made.ref, subject, message: asked.id, from: from.ref },
    },
    { kind: 'request.split', requestId: fromId, clientId, data: { into: made.ref, subject, minutes } },
  ]);
  return made;
}
