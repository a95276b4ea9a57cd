import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { append } from '../../platform/ledger/append.ts';
import { insertSettled } from './clash.store.ts';
import { findVisit } from './visit.store.ts';

/** S3: the people of both visits have spoken; what they agreed stands in both timelines, and Today is quiet about it. */
export async function settleClash(
  tx: Tx,
  by: MemberActor,
  { id, otherId }: { id: string; otherId: string },
  words: string,
  now: number,
): Promise<void> {
  const both = [await findVisit(tx, id), await findVisit(tx, otherId)];
  await insertSettled(tx, { oneId: id, otherId, words, byId: by.id }, now);
  await append(
    tx,
    by,
    now,
    both.map(({ id: visit, requestId, clientId }) => ({
      kind: 'visit.clash-settled',
      requestId,
      clientId,
      data: { visit, text: words },
    })),
  );
}
