import { sql } from 'kysely';
import type { Obstacle } from '../../contract/obstacles.ts';
import type { Phase } from '../../domain/request/words.ts';
import type { PossibleNo } from '../../domain/triage/words.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** What stands in the way of requests, the one that blocks most first, with the open requests it blocks. */
export async function standingObstacles(tx: Tx): Promise<Obstacle[]> {
  const { rows } = await sql<Obstacle>`
    select o.id, o.kind, o.text, m.name as "byName", o.at, count(r.id)::int as n,
      coalesce(json_agg(json_build_object('id', r.id, 'ref', 'REQ-' || r.ref, 'subject', r.subject) order by r.updated_at desc)
        filter (where r.id is not null), '[]') as blocks
    from obstacle o
    join member m on m.workspace_id = o.workspace_id and m.id = o.by_id
    left join request_obstacle x on x.workspace_id = o.workspace_id and x.obstacle_id = o.id
    left join request r on r.workspace_id = x.workspace_id and r.id = x.request_id and r.phase <> 'closed'
    where o.workspace_id = ${tx.workspaceId} and o.lifted_at is null
    group by o.id, o.kind, o.text, m.name, o.at order by n desc, o.at desc limit 100`.execute(tx);
  return rows;
}

/** The standing obstacle of this kind with these words, or a new one: named once, so that it can be lifted once. */
async function obstacleFor(tx: Tx, kind: PossibleNo, text: string, byId: string, now: number): Promise<string> {
  const words = text.trim();
  const known = await tx
    .selectFrom('obstacle')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('kind', '=', kind)
    .where('lifted_at', 'is', null)
    .where(sql<boolean>`lower(text) = lower(${words})`)
    .forShare()
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId(now);
  const row = { workspace_id: tx.workspaceId, id, kind, text: words, by_id: byId, at: iso(now) };
  await tx.insertInto('obstacle').values(row).execute();
  return id;
}

/** The request stands before this obstacle now; `null`: nothing is in its way any more. */
export async function standBefore(
  tx: Tx,
  requestId: string,
  obstacle: { kind: PossibleNo; text: string } | null,
  byId: string,
  now: number,
): Promise<void> {
  if (obstacle) {
    const obstacle_id = await obstacleFor(tx, obstacle.kind, obstacle.text, byId, now);
    const row = { workspace_id: tx.workspaceId, request_id: requestId, obstacle_id };
    await tx
      .insertInto('request_obstacle')
      .values(row)
      .onConflict((oc) => oc.doNothing())
      .execute();
    return;
  }
  await tx
    .deleteFrom('request_obstacle')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .execute();
}

/** Requests that stand before this obstacle, each with everything in its way; and which of those were lifted already. */
export async function blockedBy(tx: Tx, obstacleId: string) {
  const { rows } = await sql<{ requestId: string; phase: Phase; constraintIds: string[]; lifted: string[] }>`
    select r.id as "requestId", r.phase, array_agg(x.obstacle_id) as "constraintIds",
      coalesce(array_agg(o.id) filter (where o.lifted_at is not null), '{}') as lifted
    from request_obstacle here
    join request r on r.workspace_id = here.workspace_id and r.id = here.request_id
    join request_obstacle x on x.workspace_id = here.workspace_id and x.request_id = here.request_id
    join obstacle o on o.workspace_id = x.workspace_id and o.id = x.obstacle_id
    where here.workspace_id = ${tx.workspaceId} and here.obstacle_id = ${obstacleId}
    group by r.id, r.phase order by r.id`.execute(tx);
  return rows;
}

/** Locks an obstacle; null when there is none. */
export async function lockObstacle(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('obstacle')
    .select(['id', 'text', 'lifted_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function markLifted(tx: Tx, id: string, byId: string, why: string, now: number): Promise<void> {
  await tx
    .updateTable('obstacle')
    .set({ lifted_at: iso(now), lifted_by: byId, lifted_why: why })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}
