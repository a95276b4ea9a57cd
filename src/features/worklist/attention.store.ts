import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

type Line = { readonly item: string; readonly due: string | null };

/** Puts a line of the member's day off; said again, the new date counts. */
export async function putOff(tx: Tx, memberId: string, { item, due }: Line, until: number): Promise<void> {
  await tx
    .insertInto('snooze')
    .values({ workspace_id: tx.workspaceId, member_id: memberId, item, due, until: iso(until) })
    .onConflict((c) => c.columns(['workspace_id', 'member_id', 'item']).doUpdateSet({ due, until: iso(until) }))
    .execute();
}

export async function takeUp(tx: Tx, memberId: string, item: string): Promise<void> {
  await tx
    .deleteFrom('snooze')
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('item', '=', item)
    .execute();
}

export async function keepAnEye(tx: Tx, memberId: string, requestId: string, now: number): Promise<void> {
  const row = { workspace_id: tx.workspaceId, member_id: memberId, request_id: requestId, seen_at: iso(now) };
  await tx
    .insertInto('watch')
    .values(row)
    .onConflict((c) => c.columns(['workspace_id', 'member_id', 'request_id']).doUpdateSet({ seen_at: iso(now) }))
    .execute();
}

export async function lookAway(tx: Tx, memberId: string, requestId: string): Promise<void> {
  await tx
    .deleteFrom('watch')
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('request_id', '=', requestId)
    .execute();
}

export async function isWatched(tx: Tx, memberId: string, requestId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('watch')
    .select('member_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row !== undefined;
}
