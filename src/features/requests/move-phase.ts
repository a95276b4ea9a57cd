import { PHASE_MOVES } from '../../domain/request/phases.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { expectVersion, lockRequest, saveRequest } from './request.store.ts';

/** C1: begin, or go back to the start with a reason; closing has its own door and no other. */
export async function movePhase(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  to: 'initiation' | 'resolution',
  why: string,
  ifMatch: string,
  now: number,
): Promise<{ version: number }> {
  const request = await lockRequest(tx, requestId);
  expectVersion(request, ifMatch);
  const allowed =
    to === 'resolution'
      ? Object.values(PHASE_MOVES[request.phase]).includes('resolution')
      : request.phase === 'resolution';
  if (!allowed) throw refused('phase-does-not-allow', { phase: request.phase });
  const version = await saveRequest(tx, request, { phase: to }, now);
  await append(tx, by, now, [
    {
      kind: 'request.phase-moved',
      requestId,
      clientId: request.clientId,
      audience: 'both',
      data: { from: request.phase, to, why },
    },
  ]);
  return { version };
}
