import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** The address of a contact is gone for good, says its mail server; nothing automatic is sent there for a while. */
export async function markBounced(tx: Tx, contactId: string, now: number): Promise<void> {
  await tx
    .updateTable('contact')
    .set({ bounced_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', contactId)
    .execute();
}
