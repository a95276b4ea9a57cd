import type { Usage } from '../../domain/agreements/allowance.ts';
import { instant } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** Work that counts against an allowance: the hours of kept promises of work, at the moment they were done. */
export async function workDone(tx: Tx, clientId: string): Promise<Usage[]> {
  const rows = await tx
    .selectFrom('promise')
    .select(['settled_at', 'hours'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('client_id', '=', clientId)
    .where('side', '=', 'ours')
    .where('state', 'in', ['kept', 'kept-early', 'exceeded'])
    .where('kind', 'in', ['work', 'visit'])
    .where('hours', '>', 0)
    .execute();
  return rows.flatMap((row) =>
    row.settled_at
      ? [{ at: instant(row.settled_at), minutes: Math.round(row.hours * 60), cases: 0, service: null }]
      : [],
  );
}
