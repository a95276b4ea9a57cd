import type { Context } from '../../platform/context.ts';
import { allWorkspaces, inWorkspace } from '../../platform/db/tx.ts';
import { Refused } from '../../platform/http/refused.ts';
import { closeBySilence } from './close-request.ts';
import { silentRequests } from './closing.store.ts';

/** C2: where the stated time has passed and the closing message really arrived, silence closes; otherwise it waits for a person. */
export async function closeOverdue(ctx: Context): Promise<void> {
  for (const workspaceId of await allWorkspaces(ctx.db)) {
    const due = await inWorkspace(ctx.db, { workspaceId }, (tx) => silentRequests(tx, ctx.now()));
    for (const requestId of due) {
      try {
        await inWorkspace(ctx.db, { workspaceId }, (tx) => closeBySilence(tx, requestId, ctx.now()));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
  }
}
