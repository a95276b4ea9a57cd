import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';

/** Whose request it is, without holding it. */
export async function placeOf(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('request')
    .select(['id', 'client_id', 'contact_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw refused('not-found');
  return { id: row.id, clientId: row.client_id, contactId: row.contact_id };
}
