import type { Tx } from '../../platform/db/tx.ts';

/** The chain of a promise that was moved: which one it takes the place of. */
export async function linkReplacement(tx: Tx, id: string, replaces: string): Promise<void> {
  await tx
    .updateTable('promise')
    .set({ replaces_id: replaces })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** P7: open promises of ours become another colleague's, who took them over in their own words. Returns which did. */
export async function passPromisesOn(
  tx: Tx,
  requestId: string,
  ids: readonly string[],
  to: { readonly id: string; readonly name: string },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const passed = await tx
    .updateTable('promise')
    .set({ maker_id: to.id, maker_name: to.name })
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('id', 'in', [...ids])
    .where('side', '=', 'ours')
    .where('state', 'in', ['given', 'at-risk'])
    .returning('id')
    .execute();
  return passed.map((p) => p.id);
}
