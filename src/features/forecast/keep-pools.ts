import type { Context } from '../../platform/context.ts';
import { allWorkspaces, inWorkspace } from '../../platform/db/tx.ts';
import { drawPools, poolsAreDue } from './evidence.store.ts';

/** The clock that keeps what a suggestion reads near the ledger, so that nobody waits for it. */
export async function keepPools(ctx: Context): Promise<void> {
  for (const workspaceId of await allWorkspaces(ctx.db)) {
    await inWorkspace(ctx.db, { workspaceId }, async (tx) => {
      if (await poolsAreDue(tx, ctx.now())) await drawPools(tx, ctx.now());
    });
  }
}
