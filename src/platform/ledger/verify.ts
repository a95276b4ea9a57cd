import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import { GENESIS, commitment, linkHash } from './chain.ts';

export type ChainReport =
  | { readonly holds: true; readonly events: number; readonly head: string }
  | {
      readonly holds: false;
      readonly seq: number;
      readonly why: 'altered' | 'missing' | 'data-altered' | 'head-differs';
    };

/** Walks the chain of the transaction's workspace from the first event and names the first sequence that does not hold. */
export async function verifyChain(tx: Tx): Promise<ChainReport> {
  let prev: Buffer = GENESIS;
  let last = 0;
  for (;;) {
    const rows = await tx
      .selectFrom('event')
      .selectAll()
      .where('workspace_id', '=', tx.workspaceId)
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(5_000)
      .execute();
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.seq !== last + 1) return { holds: false, seq: last + 1, why: 'missing' };
      const expected = linkHash(prev, {
        seq: row.seq,
        at: new Date(row.at).toISOString(),
        kind: row.kind,
        actorKind: row.actor_kind,
        actorId: row.actor_id,
        requestId: row.request_id,
        clientId: row.client_id,
        audience: row.audience,
        commitment: row.commitment,
      });
      if (!expected.equals(row.hash)) return { holds: false, seq: row.seq, why: 'altered' };
      if (row.salt && !commitment(row.salt, row.data).equals(row.commitment)) {
        return { holds: false, seq: row.seq, why: 'data-altered' };
      }
      prev = row.hash;
      last = row.seq;
    }
  }
  const head = await tx
    .selectFrom('chain_head')
    .select(['seq', sql<string>`encode(hash, 'hex')`.as('hash')])
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirst();
  if (head && (head.seq !== last || head.hash !== prev.toString('hex')))
    return { holds: false, seq: last + 1, why: 'head-differs' };
  return { holds: true, events: last, head: prev.toString('hex') };
}
