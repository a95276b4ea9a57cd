import type { RoomPage } from '../../contract/room.ts';
import { instant } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export async function roomPromises(tx: Tx, requestId: string): Promise<Omit<RoomPage['promises'][number], 'shift'>[]> {
  const rows = await tx
    .selectFrom('promise')
    .select(['id', 'side', 'maker_name', 'text', 'state', 'due', 'due_zone', 'evidence', 'settled_at', 'replaces_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('due')
    .limit(200)
    .execute();
  return rows.map((p) => ({
    id: p.id,
    ours: p.side === 'ours',
    makerName: p.maker_name,
    text: p.text,
    state: p.state,
    due: p.due,
    dueZone: p.due_zone,
    evidence: p.evidence,
    settledAt: p.settled_at,
    replacesId: p.replaces_id,
  }));
}

/** The same promises as the rule about moved dates reads them: only columns the room may see. */
export async function datedForRoom(tx: Tx, requestId: string) {
  const rows = await tx
    .selectFrom('promise')
    .select(['id', 'side', 'state', 'text', 'due', 'depends_on', 'settled_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .limit(200)
    .execute();
  return rows.map((p) => ({
    id: p.id,
    side: p.side,
    state: p.state,
    text: p.text,
    due: instant(p.due),
    ...(p.depends_on ? { dependsOn: p.depends_on } : {}),
    ...(p.settled_at ? { doneAt: instant(p.settled_at) } : {}),
  }));
}
