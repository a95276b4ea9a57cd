import { sql } from 'kysely';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type MailboxKind = 'imap' | 'import' | 'http' | 'smtp';

/** The mailbox row for one way in; made when it is first used, by whoever comes first. */
export async function mailboxFor(
  tx: Tx,
  box: { id: string; kind: MailboxKind; name: string; address: string },
): Promise<string> {
  const find = () =>
    tx
      .selectFrom('mailbox')
      .select('id')
      .where('workspace_id', '=', tx.workspaceId)
      .where('kind', '=', box.kind)
      .where('address', '=', box.address)
      .executeTakeFirst();
  const known = await find();
  if (known) return known.id;
  await tx
    .insertInto('mailbox')
    .values({ workspace_id: tx.workspaceId, ...box })
    .onConflict((oc) => oc.columns(['workspace_id', 'kind', 'address']).doNothing())
    .execute();
  return (await find())?.id ?? box.id;
}

export async function setMailboxState(
  tx: Tx,
  id: string,
  state: string,
  error: string | null,
  now: number,
): Promise<void> {
  await tx
    .updateTable('mailbox')
    .set({ state, error, state_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function listMailboxes(tx: Tx) {
  const rows = await tx
    .selectFrom('mailbox')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('name')
    .execute();
  return rows.map((m) => ({
    id: m.id,
    name: m.name,
    address: m.address,
    kind: m.kind,
    state: m.state,
    stateAt: m.state_at,
    error: m.error,
  }));
}

export async function cursorOf(tx: Tx, mailboxId: string): Promise<{ uidValidity: number; lastUid: number } | null> {
  const row = await tx
    .selectFrom('mail_cursor')
    .select(['uid_validity', 'last_uid'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('mailbox_id', '=', mailboxId)
    .executeTakeFirst();
  return row ? { uidValidity: row.uid_validity, lastUid: row.last_uid } : null;
}

/** The cursor only goes forward, and starts anew when the mailbox was made anew. */
export async function moveCursor(tx: Tx, mailboxId: string, uidValidity: number, uid: number): Promise<void> {
  await sql`insert into mail_cursor as c (workspace_id, mailbox_id, uid_validity, last_uid) values (${tx.workspaceId}, ${mailboxId}, ${uidValidity}, ${uid})
    on conflict (workspace_id, mailbox_id) do update set uid_validity = excluded.uid_validity,
      last_uid = case when c.uid_validity = excluded.uid_validity then greatest(c.last_uid, excluded.last_uid) else excluded.last_uid end`.execute(
    tx,
  );
}
