import { sql } from 'kysely';
import type { Carried, Handover } from '../../contract/handover.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type NewHandover = Pick<
  Handover,
  'id' | 'fromId' | 'toId' | 'severity' | 'mood' | 'summary' | 'carried' | 'ifThen'
> & { readonly requestId: string };

export async function insertHandover(tx: Tx, h: NewHandover, now: number): Promise<void> {
  await tx
    .insertInto('handover')
    .values({
      workspace_id: tx.workspaceId,
      id: h.id,
      request_id: h.requestId,
      from_id: h.fromId,
      to_id: h.toId,
      severity: h.severity,
      mood: h.mood,
      summary: h.summary,
      carried: JSON.stringify(h.carried),
      if_then: JSON.stringify(h.ifThen),
      asked: '[]',
      at: iso(now),
    })
    .execute();
}

const handovers = (tx: Tx) =>
  tx
    .selectFrom('handover as h')
    .innerJoin('member as f', (join) =>
      join.onRef('f.workspace_id', '=', 'h.workspace_id').onRef('f.id', '=', 'h.from_id'),
    )
    .innerJoin('member as t', (join) =>
      join.onRef('t.workspace_id', '=', 'h.workspace_id').onRef('t.id', '=', 'h.to_id'),
    )
    .selectAll('h')
    .select(['f.name as from_name', 't.name as to_name'])
    .where('h.workspace_id', '=', tx.workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof handovers>['executeTakeFirstOrThrow']>>;

const toHandover = (row: Row): Handover => ({
  id: row.id,
  fromId: row.from_id,
  fromName: row.from_name,
  toId: row.to_id,
  toName: row.to_name,
  severity: row.severity,
  mood: row.mood,
  summary: row.summary,
  carried: row.carried as Carried,
  ifThen: row.if_then as Handover['ifThen'],
  asked: row.asked as Handover['asked'],
  state: row.state,
  restated: row.restated,
  at: row.at,
  told: row.told_message_id !== null,
});

/** The newest handover of a request that was not taken back. */
export async function latestHandover(tx: Tx, requestId: string): Promise<Handover | null> {
  const row = await handovers(tx)
    .where('h.request_id', '=', requestId)
    .where('h.state', '<>', 'withdrawn')
    .orderBy('h.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toHandover(row) : null;
}

/** Which request a handover is about: its row is locked before the handover is looked at. */
export async function requestOfHandover(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ request_id: string }>`select request_id from handover
    where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx);
  return rows[0]?.request_id ?? null;
}

export async function findHandover(tx: Tx, id: string): Promise<Handover | null> {
  const row = await handovers(tx).where('h.id', '=', id).executeTakeFirst();
  return row ? toHandover(row) : null;
}

export async function changeHandover(
  tx: Tx,
  id: string,
  change: {
    state?: 'accepted' | 'withdrawn';
    restated?: string;
    ended_at?: string;
    asked?: Handover['asked'];
    told_message_id?: string;
  },
): Promise<void> {
  const { asked, ...columns } = change;
  await tx
    .updateTable('handover')
    .set({ ...columns, ...(asked ? { asked: JSON.stringify(asked) } : {}) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}
