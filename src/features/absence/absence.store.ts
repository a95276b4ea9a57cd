import { sql } from 'kysely';
import type { Theirs } from '../../contract/absence.ts';
import type { Absence } from '../../domain/absence/absence.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type Away = { id: string; name: string; active: boolean; absence: Absence | null; substituteName: string };

type Row = {
  id: string;
  name: string;
  active: boolean;
  absent_from: string | null;
  absent_until: string | null;
  substitute_id: string | null;
  substitute: string | null;
};

const toAway = (r: Row): Away => ({
  id: r.id,
  name: r.name,
  active: r.active,
  substituteName: r.substitute ?? '',
  absence:
    r.absent_from && r.absent_until && r.substitute_id
      ? { from: instant(r.absent_from), until: instant(r.absent_until), substituteId: r.substitute_id }
      : null,
});

const people = (
  tx: Tx,
) => sql`select m.id, m.name, m.active, m.absent_from, m.absent_until, m.substitute_id, s.name as substitute from member m
  left join member s on s.workspace_id = m.workspace_id and s.id = m.substitute_id where m.workspace_id = ${tx.workspaceId}`;

export async function awayOf(tx: Tx, memberId: string): Promise<Away | null> {
  const { rows } = await sql<Row>`${people(tx)} and m.id = ${memberId}`.execute(tx);
  return rows[0] ? toAway(rows[0]) : null;
}

/** Colleagues with an absence that has not ended. */
export async function allAway(tx: Tx, now: number): Promise<Away[]> {
  const { rows } = await sql<Row>`${people(tx)} and m.absent_until > ${iso(now)} order by m.name limit 500`.execute(tx);
  return rows.map(toAway);
}

export async function writeAbsence(tx: Tx, memberId: string, absence: Absence | null): Promise<void> {
  const set = absence
    ? { absent_from: iso(absence.from), absent_until: iso(absence.until), substitute_id: absence.substituteId }
    : { absent_from: null, absent_until: null, substitute_id: null };
  await tx
    .updateTable('member')
    .set(set)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', memberId)
    .execute();
}

type Thing = Theirs['promises'][number];

/** What is theirs on open requests: promises they gave, requests they own, next steps of requests that others own. */
export async function thingsOf(tx: Tx, memberId: string): Promise<Pick<Theirs, 'promises' | 'requests' | 'steps'>> {
  const { rows } = await sql<Thing & { kind: 'promises' | 'requests' | 'steps' }>`
    select x.kind, x.id, r.id as "requestId", 'REQ-' || r.ref as ref, x.text, c.name as "clientName", x.due from (
      select 'promises' as kind, p.id, p.request_id, p.text, p.due from promise p where p.workspace_id = ${tx.workspaceId}
        and p.maker_id = ${memberId} and p.side = 'ours' and p.state in ('given', 'at-risk')
      union all select 'requests', q.id, q.id, q.subject, q.next_due from request q where q.workspace_id = ${tx.workspaceId}
        and q.owner_id = ${memberId} and q.phase <> 'closed' and not q.asleep
      union all select 'steps', q.id, q.id, q.next_step, q.next_due from request q where q.workspace_id = ${tx.workspaceId}
        and q.next_owner_id = ${memberId} and q.owner_id is distinct from ${memberId} and q.phase <> 'closed' and not q.asleep) x
    join request r on r.workspace_id = ${tx.workspaceId} and r.id = x.request_id
    left join client c on c.workspace_id = r.workspace_id and c.id = r.client_id order by x.due, x.id limit 1000`.execute(
    tx,
  );
  const of = (kind: string): Thing[] => rows.filter((r) => r.kind === kind);
  return { promises: of('promises'), requests: of('requests'), steps: of('steps') };
}

/** How everything was before it was passed on. */
export type Before = {
  visits: { id: string; people: string[]; from: string; to: string }[];
  promises: { id: string; requestId: string }[];
  requests: { id: string; ownerId: string | null; nextOwnerId: string | null }[];
};

export async function insertPassing(
  tx: Tx,
  p: { id: string; memberId: string; toId: string; byId: string; before: Before },
  now: number,
): Promise<void> {
  const row = { workspace_id: tx.workspaceId, id: p.id, member_id: p.memberId, to_id: p.toId, by_id: p.byId };
  await tx
    .insertInto('passing_on')
    .values({ ...row, at: iso(now), before: JSON.stringify(p.before) })
    .execute();
}

/** Locks it and marks it as taken back; null when there is none or it was taken back already. */
export async function takeBack(tx: Tx, id: string, now: number) {
  const row = await tx
    .updateTable('passing_on')
    .set({ undone_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning(['member_id', 'to_id', 'by_id', 'at', 'before'])
    .executeTakeFirst();
  if (!row) return null;
  const { member_id: memberId, to_id: toId, by_id: byId, at, before } = row;
  return { memberId, toId, byId, at: instant(at), before: before as Before };
}

export async function ownersOf(
  tx: Tx,
  requestId: string,
): Promise<{ ownerId: string | null; nextOwnerId: string | null }> {
  const row = await tx
    .selectFrom('request')
    .select(['owner_id', 'next_owner_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  return { ownerId: row.owner_id, nextOwnerId: row.next_owner_id };
}
