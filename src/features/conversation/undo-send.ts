import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { withdrawMail } from '../mail/public.ts';
import { type RequestChange, lockRequest, saveRequest } from '../requests/public.ts';
import { uploadsAgain } from './attachment.store.ts';
import { type Before, findMessage, sentEventOf, takeBack } from './message.store.ts';

/**
 * Takes a mail back before it has left. The client has seen nothing and never will; our side keeps the words, marked as undone. The
 * next step is again what it was, unless somebody has set another meanwhile. Its files are again uploads, for the next try.
 */
export async function undoSend(
  tx: Tx,
  by: MemberActor,
  messageId: string,
  now: number,
): Promise<{ ok: true; attachments: { id: string; name: string; size: number }[] }> {
  const message = await findMessage(tx, messageId);
  if (!message) throw refused('not-found');
  if (message.author_member_id !== by.id && by.role === 'agent') throw refused('not-allowed', { needs: 'lead' });
  const request = await lockRequest(tx, message.request_id);
  if (!(await withdrawMail(tx, messageId))) throw refused('mail-has-left');
  await takeBack(tx, messageId);
  const before = request.ball === 'theirs' ? await sentEventOf(tx, request.id, messageId) : null;
  await saveRequest(tx, request, { ...(before ? asItWas(before) : {}), addMinutes: -message.minutes }, now);
  const data = { message: messageId, minutes: message.minutes };
  await append(tx, by, now, [
    { kind: 'message.undone', requestId: request.id, clientId: request.clientId, audience: 'ours', data },
  ]);
  return { ok: true, attachments: await uploadsAgain(tx, by.id, messageId, now) };
}

const asItWas = (before: Before): RequestChange => ({
  ball: before.ball,
  next_step: before.nextStep,
  next_due: before.nextDue,
  ...(before.firstAnswerAt === null ? { first_answer_at: null } : {}),
});
