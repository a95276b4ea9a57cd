import type { Context } from '../../platform/context.ts';
import { allWorkspaces, inWorkspace } from '../../platform/db/tx.ts';
import { dueTables } from './table.store.ts';
import { tickTable } from './take-stance.ts';

/** T13, C7: options expire, rounds end and pauses come back on their date, by the server's clock, and become a step of ours. */
export async function tickTables(ctx: Context): Promise<void> {
  for (const workspaceId of await allWorkspaces(ctx.db)) {
    const due = await inWorkspace(ctx.db, { workspaceId }, (tx) => dueTables(tx, ctx.now()));
    for (const requestId of due)
      await inWorkspace(ctx.db, { workspaceId }, (tx) => tickTable(tx, ctx, requestId, ctx.now()));
  }
}
