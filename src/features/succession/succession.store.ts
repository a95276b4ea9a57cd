import { sql } from 'kysely';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** Open requests a person speaks or decides for, in the order in which they are locked. */
export async function requestsInHand(tx: Tx, contactId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select id from request where workspace_id = ${tx.workspaceId} and phase <> 'closed'
    and (contact_id = ${contactId} or decision_maker_id = ${contactId}) order by id`.execute(tx);
  return rows.map((r) => r.id);
}

export type Inheritance = { requests: number; promises: number; decides: number; waitingMails: number };

export async function inheritance(tx: Tx, contactId: string): Promise<Inheritance> {
  const { rows } = await sql<Inheritance>`
    with mine as (select r.id, r.contact_id = k.id as speaks, r.decision_maker_id = k.id as decides, k.name
      from request r join contact k on k.workspace_id = r.workspace_id and k.id = ${contactId}
      where r.workspace_id = ${tx.workspaceId} and r.phase <> 'closed' and (r.contact_id = k.id or r.decision_maker_id = k.id))
    select (select count(*)::int from mine where speaks) as requests, (select count(*)::int from mine where decides) as decides,
      (select count(*)::int from mine m join promise p on p.workspace_id = ${tx.workspaceId} and p.request_id = m.id and p.side = 'theirs'
        and p.maker_name = m.name and p.state in ('proposed', 'given', 'at-risk')) as promises,
      (select count(*)::int from outbox o where o.workspace_id = ${tx.workspaceId} and o.contact_id = ${contactId}
        and o.state in ('queued', 'retry')) as "waitingMails"`.execute(tx);
  return rows[0] ?? { requests: 0, promises: 0, decides: 0, waitingMails: 0 };
}

/** Marks them; the database undoes what waits for them and ends their links. False when they were gone already. */
export async function markGone(
  tx: Tx,
  id: string,
  how: 'left' | 'died',
  successorId: string | null,
  now: number,
): Promise<boolean> {
  const done = await tx
    .updateTable('contact')
    .set({ status: how, successor_id: successorId, gone_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Undone: they are there. Their old links stay ended and undone mails stay undone. Gives their client; null: they were never gone. */
export async function markBack(tx: Tx, id: string): Promise<{ clientId: string | null; name: string } | null> {
  const row = await tx
    .updateTable('contact')
    .set({ status: 'active', successor_id: null, gone_at: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('status', '<>', 'active')
    .returning(['client_id', 'name'])
    .executeTakeFirst();
  return row ? { clientId: row.client_id, name: row.name } : null;
}

/** The successor may at least what the one before them might. */
export async function inheritRights(tx: Tx, fromId: string, toId: string): Promise<void> {
  await sql`update contact s set may = g.may from contact g
    where s.workspace_id = ${tx.workspaceId} and s.id = ${toId} and g.workspace_id = s.workspace_id and g.id = ${fromId}
      and array_position(array['see', 'talk', 'decide'], g.may) > array_position(array['see', 'talk', 'decide'], s.may)`.execute(
    tx,
  );
}

/** Their open promises on a request bear the successor's name. */
export async function inheritPromises(tx: Tx, requestId: string, from: string, to: string): Promise<void> {
  await tx
    .updateTable('promise')
    .set({ maker_name: to })
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('side', '=', 'theirs')
    .where('maker_name', '=', from)
    .where('state', 'in', ['proposed', 'given', 'at-risk'])
    .execute();
}

export async function successorOf(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ s: string | null }>`select successor_id as s from contact
    where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx);
  return rows[0]?.s ?? null;
}

/** The request to write about: the newest open one that is the successor's now. */
export async function newestRequestOf(tx: Tx, contactId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from request where workspace_id = ${tx.workspaceId}
    and contact_id = ${contactId} and phase <> 'closed' order by updated_at desc limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}
