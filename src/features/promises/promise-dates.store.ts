import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';

/** S11: the clocks stood still: open promises of both sides on a request get the time back. Returns how many moved. */
export async function giveTimeBack(tx: Tx, requestId: string, ms: number): Promise<number> {
  const later = (column: 'due' | 'target') => sql<string>`${sql.ref(column)} + ${ms} * interval '1 millisecond'`;
  const moved = await tx
    .updateTable('promise')
    .set({ due: later('due'), target: later('target') })
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('state', 'in', ['given', 'at-risk', 'awaiting-approval', 'proposed'])
    .executeTakeFirst();
  return Number(moved.numUpdatedRows);
}

/** The client picked another of the times we offered: the promise follows by agreement, and so does our own target. */
export async function moveWithClient(tx: Tx, id: string, due: string): Promise<void> {
  await tx
    .updateTable('promise')
    .set({ due, target: sql<string>`target + (${due}::timestamptz - due)` })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', ['given', 'at-risk', 'awaiting-approval'])
    .execute();
}
