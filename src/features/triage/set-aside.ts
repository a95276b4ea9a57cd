import { decideTalk } from '../../domain/request/talk.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';

/** T5: why it is hard for us stands beside what is behind it for them, and never leaves our side. */
export async function setDifficulty(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  text: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  await saveRequest(tx, request, { our_difficulty: text || null }, now);
  await append(tx, by, now, [
    { kind: 'request.difficulty-set', requestId, clientId: request.clientId, data: { text } },
  ]);
}

/** T5: options may go out without knowing what is behind the request only when somebody says why. */
export async function skipInterest(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  why: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  await saveRequest(tx, request, { interest_skipped_why: why }, now);
  await append(tx, by, now, [
    { kind: 'request.interest-skipped', requestId, clientId: request.clientId, data: { why } },
  ]);
}

/** T16: collected for the review, without any “no” being sent. */
export async function collectForReview(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  why: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  accepted(decideTalk({ talk: request.talk, benefitShown: false }, { kind: 'collect' }));
  await saveRequest(tx, request, { talk: 'collected' }, now);
  await append(tx, by, now, [{ kind: 'request.collected', requestId, clientId: request.clientId, data: { why } }]);
}
