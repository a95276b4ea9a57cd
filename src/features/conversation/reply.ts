import { DAY } from '../../domain/shared/instant.ts';
import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { nextOfficeDay } from '../clients/public.ts';
import { lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { claimUploads, outgoingOf } from './attachment.store.ts';
import { sendToClient } from './send-to-client.ts';

export type Reply = {
  body: string;
  purpose: 'reply' | 'bad-news' | 'offer';
  minutes: number;
  attachmentIds: string[];
  sendAnyway?: { reason: string } | undefined;
};

/** Answers the client; the mail leaves after the undo time. The ball is theirs until they write again (C7), minutes are counted (T20). */
export async function reply(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  words: Reply,
  now: number,
): Promise<{ id: string; leavesAt: string }> {
  const request = await lockRequest(tx, requestId);
  if (request.phase === 'closed') throw refused('request-closed');
  const { clientId } = request;
  const { purpose, body, minutes, attachmentIds, sendAnyway } = words;
  const attachments = await outgoingOf(tx, ctx, by.id, attachmentIds);
  const subject = answerTo(request.subject);
  const letter = { request, by, purpose, subject, body, minutes, attachments, ownWords: true, sendAnyway };
  const { messageId, leavesAt } = await sendToClient(tx, ctx, { ...letter, automatic: false, undoable: true }, now);
  await claimUploads(tx, attachmentIds, { messageId, requestId, clientId, audience: 'both' });
  const { ball, nextStep, nextDue, firstAnswerAt } = request;
  const waiting = {
    ball: 'theirs' as const,
    next_step: await stepWords(tx, 'await-client'),
    next_due: iso((await nextOfficeDay(tx, now)) + 3 * DAY),
  };
  await saveRequest(tx, request, { ...(request.phase === 'closing' ? {} : waiting), addMinutes: minutes }, now);
  const data = { message: messageId, purpose, minutes, before: { ball, nextStep, nextDue, firstAnswerAt } };
  await append(tx, by, now, [{ kind: 'message.sent', requestId, clientId, audience: 'both', data }]);
  return { id: messageId, leavesAt };
}

/** The title stays as it is: mail programs group by it. */
const answerTo = (subject: string): string =>
  /^(?:re|aw|odp|отв|ha|rép?)\s*:/iu.test(subject) ? subject : `Re: ${subject}`;
