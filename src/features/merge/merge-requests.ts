import { decideMerge } from '../../domain/request/merge.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { beyondTalk, closedNow, moveTalk } from './merge.store.ts';

/**
 * One request goes on in another: what was said, the ledger and the promises move, minutes are summed, later mail follows. Locked in the
 * order of their ids, so that two merges at once cannot wait for each other.
 */
export async function mergeRequests(
  tx: Tx,
  by: MemberActor,
  fromId: string,
  intoId: string,
  why: string,
  now: number,
): Promise<{ id: string; ref: string }> {
  const [low, high] = [fromId, intoId].toSorted() as [string, string];
  const first = await lockRequest(tx, low);
  const second = low === high ? first : await lockRequest(tx, high);
  const [from, into] = first.id === fromId ? [first, second] : [second, first];
  accepted(decideMerge({ ...from, beyondTalk: await beyondTalk(tx, fromId) }, { ...into, beyondTalk: [] }));
  await moveTalk(tx, fromId, intoId);
  const { minutes } = from;
  await saveRequest(tx, from, { ...closedNow(now), merged_into: intoId, addMinutes: -minutes }, now);
  await saveRequest(tx, into, { addMinutes: minutes }, now);
  const { clientId } = into;
  await append(tx, by, now, [
    { kind: 'request.merged', requestId: fromId, clientId, data: { into: into.ref, why } },
    {
      kind: 'request.took-over',
      requestId: intoId,
      clientId,
      data: { from: from.ref, subject: from.subject, why, minutes },
    },
  ]);
  return { id: into.id, ref: into.ref };
}
