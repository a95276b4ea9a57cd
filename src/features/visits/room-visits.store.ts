import { sql } from 'kysely';
import type { z } from 'zod';
import type { RoomVisit } from '../../contract/visits.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { EntryFacts } from './visit-entry.ts';

type Row = z.infer<typeof RoomVisit>;

/** By the room's own role: what its columns do not hold cannot leave. The times come as text of PostgreSQL’s JSON, so they are written anew. */
export async function roomVisitRows(tx: Tx, only: string | null): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select v.id, v.request_id as "requestId", v.purpose, v.remote, v.place, v.starts_at as "from",
      v.ends_at as "to", v.zone, v.state, v.proxy_name as "proxyName",
      coalesce((select json_agg(p.name order by p.name) from visit_person p where p.workspace_id = v.workspace_id and p.visit_id = v.id), '[]') as people,
      coalesce((select json_agg(json_build_object('from', s.starts_at, 'to', s.ends_at) order by s.starts_at) from visit_slot s
        where s.workspace_id = v.workspace_id and s.visit_id = v.id), '[]') as slots
    from visit v where v.workspace_id = ${tx.workspaceId} and ${only ? sql`v.request_id = ${only}` : sql`true`}
    order by v.starts_at desc limit 100`.execute(tx);
  return rows.map((r) => ({
    ...r,
    slots: r.slots.map((s) => ({ from: iso(Date.parse(s.from)), to: iso(Date.parse(s.to)) })),
  }));
}

/** What a calendar entry says of a visit the client was told of; null when there is none for them. */
export async function roomEntry(tx: Tx, id: string): Promise<(EntryFacts & { requestId: string | null }) | null> {
  const columns = ['id', 'request_id', 'purpose', 'place', 'starts_at', 'ends_at', 'state', 'sequence'] as const;
  const of = tx.selectFrom('visit').select(columns).where('workspace_id', '=', tx.workspaceId);
  const row = await of.where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const people = await tx
    .selectFrom('visit_person')
    .select('name')
    .where('workspace_id', '=', tx.workspaceId)
    .where('visit_id', '=', id)
    .execute();
  const { purpose, place, state, sequence, request_id: requestId } = row;
  const window = { from: instant(row.starts_at), to: instant(row.ends_at) };
  return {
    id,
    purpose,
    place,
    state,
    sequence,
    requestId,
    window,
    names: people.map(({ name }) => ({ id: name, name })),
  };
}
