import { sql } from 'kysely';
import type { Conflict, RoomConflict } from '../../contract/conflict.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type Running = { id: string; state: 'told' | 'suspended'; suspendedAt: string | null; matter: string };

/** The conflict that is not decided yet; a request has one at most. Call under the request's lock. */
export async function runningConflict(tx: Tx, requestId: string): Promise<Running | null> {
  const row = await tx
    .selectFrom('conflict')
    .select(['id', 'state', 'suspended_at', 'matter'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('state', '<>', 'decided')
    .executeTakeFirst();
  if (!row) return null;
  return { id: row.id, state: row.state as 'told', suspendedAt: row.suspended_at, matter: row.matter };
}

export async function insertConflict(
  tx: Tx,
  c: { id: string; requestId: string; clientId: string; matter: string; byId: string },
  now: number,
): Promise<void> {
  const row = { workspace_id: tx.workspaceId, id: c.id, request_id: c.requestId, client_id: c.clientId };
  await tx
    .insertInto('conflict')
    .values({ ...row, matter: c.matter, by_id: c.byId, at: iso(now) })
    .execute();
}

/** A person of the client in this conflict, with the message the notice to them went out as; a later notice takes its place. */
export async function savePosition(
  tx: Tx,
  p: { conflictId: string; contactId: string; clientId: string; words: string | null; messageId: string },
): Promise<void> {
  const row = {
    workspace_id: tx.workspaceId,
    conflict_id: p.conflictId,
    contact_id: p.contactId,
    client_id: p.clientId,
  };
  await tx
    .insertInto('conflict_position')
    .values({ ...row, words: p.words, message_id: p.messageId })
    .onConflict((oc) =>
      oc.columns(['workspace_id', 'conflict_id', 'contact_id']).doUpdateSet({ message_id: p.messageId }),
    )
    .execute();
}

export async function moveConflict(
  tx: Tx,
  id: string,
  to:
    | { state: 'suspended'; suspended_at: string }
    | { state: 'decided'; decision: string; decided_by: string; decided_at: string },
): Promise<void> {
  await tx.updateTable('conflict').set(to).where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

type Head = Omit<Conflict, 'people'>;
const head = sql`c.id, c.matter, c.state, c.at, c.suspended_at as "suspendedAt", c.decision, c.decided_at as "decidedAt", d.name as "decidedBy"`;

/** The latest conflict of a request with everybody in it, and what became of the notice to each. */
export async function conflictOf(tx: Tx, requestId: string): Promise<Conflict | null> {
  const { rows } = await sql<Head>`select ${head} from conflict c
    left join contact d on d.workspace_id = c.workspace_id and d.id = c.decided_by
    where c.workspace_id = ${tx.workspaceId} and c.request_id = ${requestId} order by c.at desc limit 1`.execute(tx);
  const [found] = rows;
  return found ? { ...found, people: await peopleIn(tx, found.id) } : null;
}

/** Delivered means: the mail server has taken it. What was undone or came back has not reached them. */
export async function peopleIn(tx: Tx, conflictId: string): Promise<Conflict['people']> {
  const { rows } = await sql<Conflict['people'][number]>`
    select p.contact_id as "contactId", k.name, p.words, case
        when o.state = 'sent' then 'sent' when o.state in ('failed', 'bounced', 'undone') then 'failed'
        when o.state = 'unknown' then 'unknown' else 'queued' end as delivery
    from conflict_position p
    join contact k on k.workspace_id = p.workspace_id and k.id = p.contact_id
    left join outbox o on o.workspace_id = p.workspace_id and o.message_id = p.message_id
    where p.workspace_id = ${tx.workspaceId} and p.conflict_id = ${conflictId} order by k.name, k.id`.execute(tx);
  return rows;
}

/** The same for the room, by its own role: positions in their words, and who may be named as the one who decides. */
export async function roomConflictOf(tx: Tx, requestId: string): Promise<RoomConflict | null> {
  const { rows } = await sql<Head>`select ${head} from conflict c
    left join contact d on d.workspace_id = c.workspace_id and d.id = c.decided_by
    where c.workspace_id = ${tx.workspaceId} and c.request_id = ${requestId} order by c.at desc limit 1`.execute(tx);
  const [found] = rows;
  if (!found) return null;
  const { rows: people } = await sql<RoomConflict['people'][number]>`select k.name, p.words from conflict_position p
    join contact k on k.workspace_id = p.workspace_id and k.id = p.contact_id
    where p.workspace_id = ${tx.workspaceId} and p.conflict_id = ${found.id} order by k.name, k.id`.execute(tx);
  const { rows: mayDecide } = await sql<{ id: string; name: string }>`select k.id, k.name from contact k
    join request r on r.workspace_id = k.workspace_id and r.client_id = k.client_id and r.id = ${requestId}
    where k.workspace_id = ${tx.workspaceId} and k.may = 'decide' and k.status = 'active' order by k.name limit 50`.execute(
    tx,
  );
  return { ...found, people, mayDecide };
}

/** Conflicts whose notices are on their way. */
export async function toldConflicts(tx: Tx): Promise<{ id: string; requestId: string }[]> {
  const rows = await tx
    .selectFrom('conflict')
    .select(['id', 'request_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', 'told')
    .limit(200)
    .execute();
  return rows.map((r) => ({ id: r.id, requestId: r.request_id }));
}

/** Who wrote a message of this request, when it is theirs beyond doubt. */
export async function writerOf(tx: Tx, requestId: string, messageId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('message')
    .select('author_contact_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('id', '=', messageId)
    .where('direction', '=', 'in')
    .where('verified', '=', true)
    .executeTakeFirst();
  return row?.author_contact_id ?? null;
}
