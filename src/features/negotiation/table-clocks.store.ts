import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';

/** S11: everything that still runs at the table of a request moves by so many milliseconds. */
export async function moveClocks(tx: Tx, requestId: string, ms: number): Promise<void> {
  const on = (column: 'expires_at' | 'closes_at' | 'resume_at') =>
    sql<string>`${sql.ref(column)} + ${ms} * interval '1 millisecond'`;
  await tx
    .updateTable('option')
    .set({ expires_at: on('expires_at') })
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('state', '=', 'on-the-table')
    .execute();
  await tx
    .updateTable('round')
    .set({ closes_at: on('closes_at') })
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('closed_at', 'is', null)
    .execute();
  await tx
    .updateTable('pause')
    .set({ resume_at: on('resume_at') })
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('state', '=', 'running')
    .execute();
}
