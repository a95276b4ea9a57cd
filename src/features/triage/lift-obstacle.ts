import { liftConstraint } from '../../domain/triage/constraints.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { nextOfficeDay } from '../clients/public.ts';
import { lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { blockedBy, lockObstacle, markLifted, standBefore } from './obstacle.store.ts';
import { placeAgain } from './place-request.ts';

/** T1: what made requests impossible is gone: those it alone blocked come back as “not yet placed”, with a step of ours on the next working day. */
export async function liftObstacle(
  tx: Tx,
  by: MemberActor,
  obstacleId: string,
  why: string,
  now: number,
): Promise<{ back: number; stillBlocked: number }> {
  // Requests first, in one order, then the obstacle: the same order in which a placement takes them.
  const before = await blockedBy(tx, obstacleId);
  const held = new Map<string, Awaited<ReturnType<typeof lockRequest>>>();
  for (const { requestId } of before) held.set(requestId, await lockRequest(tx, requestId));
  const obstacle = await lockObstacle(tx, obstacleId);
  if (!obstacle) throw refused('not-found');
  const blocked = await blockedBy(tx, obstacleId);
  const gone = [...blocked.flatMap((b) => b.lifted), ...(obstacle.lifted_at ? [obstacleId] : [])];
  const lifted = accepted(liftConstraint(obstacleId, why, blocked, gone));
  await markLifted(tx, obstacleId, by.id, why, now);
  const next = {
    ball: 'ours' as const,
    next_step: await stepWords(tx, 'obstacle-lifted'),
    next_due: iso(await nextOfficeDay(tx, now)),
  };
  for (const id of lifted.back) {
    const request = held.get(id) ?? (await lockRequest(tx, id));
    await standBefore(tx, id, null, by.id, now);
    await placeAgain(tx, by, request, why, now);
    await saveRequest(tx, request, next, now);
    const data = { obstacle: obstacleId, text: obstacle.text, why };
    await append(tx, by, now, [{ kind: 'request.obstacle-lifted', requestId: id, clientId: request.clientId, data }]);
  }
  return { back: lifted.back.length, stillBlocked: lifted.stillBlocked.length };
}
