import { sql } from 'kysely';
import type { OwnPlaybook } from '../../contract/playbooks.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export async function ownPlaybooks(tx: Tx): Promise<OwnPlaybook[]> {
  const { rows } = await sql<OwnPlaybook>`
    select p.id, p.copied_from as "copiedFrom", p.name, p.when_fits as "when", p.steps, p.version, m.name as "byName", p.updated_at as "updatedAt"
    from playbook p join member m on m.workspace_id = p.workspace_id and m.id = p.by_id
    where p.workspace_id = ${tx.workspaceId} and p.archived_at is null order by p.name, p.id limit 200`.execute(tx);
  return rows;
}

type Written = Pick<OwnPlaybook, 'name' | 'when' | 'steps'>;

export async function insertPlaybook(
  tx: Tx,
  p: Written & { id: string; copiedFrom: string | null; byId: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto('playbook')
    .values({
      workspace_id: tx.workspaceId,
      id: p.id,
      copied_from: p.copiedFrom,
      name: p.name,
      when_fits: p.when,
      steps: JSON.stringify(p.steps),
      by_id: p.byId,
      updated_at: iso(now),
    })
    .execute();
}

/** The new version; null when it is gone or somebody changed it meanwhile. */
export async function updatePlaybook(
  tx: Tx,
  id: string,
  p: Written & { byId: string },
  seen: number,
  now: number,
): Promise<number | null> {
  const row = await tx
    .updateTable('playbook')
    .set({
      name: p.name,
      when_fits: p.when,
      steps: JSON.stringify(p.steps),
      by_id: p.byId,
      updated_at: iso(now),
      version: seen + 1,
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('archived_at', 'is', null)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function archivePlaybook(tx: Tx, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('playbook')
    .set({ archived_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
