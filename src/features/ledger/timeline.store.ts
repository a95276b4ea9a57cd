import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';

/** What happened to a request, in order of the ledger, with the names people know each other by. */
export async function requestTimeline(tx: Tx, requestId: string, after: number) {
  const rows = await tx
    .selectFrom('event as e')
    .leftJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'e.workspace_id').onRef('m.id', '=', 'e.actor_id'),
    )
    .leftJoin('contact as c', (join) =>
      join.onRef('c.workspace_id', '=', 'e.workspace_id').onRef('c.id', '=', 'e.actor_id'),
    )
    .select([
      'e.seq',
      'e.at',
      'e.kind',
      'e.actor_kind',
      'e.data',
      sql<string | null>`coalesce(m.name, c.name)`.as('actor_name'),
    ])
    .where('e.workspace_id', '=', tx.workspaceId)
    .where('e.request_id', '=', requestId)
    .where('e.seq', '>', after)
    .orderBy('e.seq')
    .limit(1_000)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    actorName: row.actor_name,
    actorKind: row.actor_kind,
    data: (row.data ?? {}) as Record<string, unknown>,
  }));
}

/** Events after a sequence number, as live updates need them: no content, only what changed. */
export async function eventsAfter(tx: Tx, after: number, limit: number) {
  return tx
    .selectFrom('event')
    .select(['seq', 'kind', 'request_id', 'client_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}
