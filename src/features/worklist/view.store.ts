import type { z } from 'zod';
import type { ViewFilter } from '../../contract/worklist.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

type Filter = z.infer<typeof ViewFilter>;

/** The member's own views and those of the team, by name. */
export async function viewsOf(tx: Tx, memberId: string) {
  const rows = await tx
    .selectFrom('saved_view')
    .select(['id', 'name', 'team', 'member_id', 'filter'])
    .where('workspace_id', '=', tx.workspaceId)
    .where((eb) => eb.or([eb('team', '=', true), eb('member_id', '=', memberId)]))
    .orderBy('team')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, team, member_id, filter }) => {
    return { id, name, team, mine: member_id === memberId, filter: filter as Filter };
  });
}

export async function insertView(
  tx: Tx,
  memberId: string,
  view: { name: string; team: boolean; filter: Filter },
  now: number,
): Promise<{ id: string }> {
  const id = newId(now);
  const { name, team } = view;
  const filter = JSON.stringify(view.filter);
  const row = { workspace_id: tx.workspaceId, id, member_id: memberId, name, team, filter, created_at: iso(now) };
  await tx.insertInto('saved_view').values(row).execute();
  return { id };
}

/** True when there was such a view and it was this person's to forget: their own, or the team's where they lead. */
export async function deleteView(tx: Tx, id: string, memberId: string, leads: boolean): Promise<boolean> {
  const gone = await tx
    .deleteFrom('saved_view')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('member_id', '=', memberId), ...(leads ? [eb('team', '=', true)] : [])]))
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
