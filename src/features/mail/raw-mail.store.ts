import { sql } from 'kysely';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type MailboxKind = 'imap' | 'import' | 'http' | 'smtp';
export type RawState = 'received' | 'request' | 'reply' | 'duplicate' | 'attached' | 'kept-aside' | 'ignored';

/** The mailbox row for one way in; made when it is first used. */
export async function mailboxFor(
  tx: Tx,
  box: { id: string; kind: MailboxKind; name: string; address: string },
): Promise<string> {
  const known = await tx
    .selectFrom('mailbox')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('kind', '=', box.kind)
    .where('address', '=', box.address)
    .executeTakeFirst();
  if (known) return known.id;
  await tx
    .insertInto('mailbox')
    .values({ workspace_id: tx.workspaceId, ...box })
    .execute();
  return box.id;
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

export type NewRaw = {
  id: string;
  mailboxId: string;
  uidValidity: number | null;
  uid: number | null;
  source: string;
  sha256: string;
  raw: Uint8Array;
};

/** False when this very mail is in the journal already: same place on the server, or same bytes through the same way in. */
export async function insertRaw(tx: Tx, m: NewRaw, now: number): Promise<boolean> {
  const made = await tx
    .insertInto('raw_mail')
    .values({
      workspace_id: tx.workspaceId,
      id: m.id,
      mailbox_id: m.mailboxId,
      uid_validity: m.uidValidity,
      uid: m.uid,
      source: m.source,
      sha256: m.sha256,
      size: m.raw.byteLength,
      raw: Buffer.from(m.raw),
      received_at: iso(now),
    })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made != null;
}

export async function lockRaw(tx: Tx, id: string) {
  return tx
    .selectFrom('raw_mail')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findRaw(tx: Tx, id: string) {
  return tx
    .selectFrom('raw_mail')
    .select(['id', 'raw', 'state', 'sha256'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function settleRaw(
  tx: Tx,
  id: string,
  as: {
    state: RawState;
    reason?: string | null;
    mailKind?: string | null;
    rfcMessageId?: string | null;
    from?: string | null;
    subject?: string | null;
    requestId?: string | null;
    messageId?: string | null;
  },
  now: number,
): Promise<void> {
  await tx
    .updateTable('raw_mail')
    .set({
      state: as.state,
      reason: as.reason ?? null,
      mail_kind: as.mailKind ?? null,
      rfc_message_id: as.rfcMessageId ?? null,
      from_address: as.from ?? null,
      subject: as.subject ?? null,
      request_id: as.requestId ?? null,
      message_id: as.messageId ?? null,
      tries: sql<number>`tries + 1`,
      handled_at: iso(now),
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The same bytes were taken in before by another way or mailbox: one mail, one message. */
export async function sameBytesBefore(tx: Tx, id: string, sha256: string): Promise<string | null> {
  const row = await tx
    .selectFrom('raw_mail')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('sha256', '=', sha256)
    .where('id', '<>', id)
    .where('state', 'in', ['request', 'reply', 'attached', 'ignored'])
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function unhandledMails(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('raw_mail')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', 'received')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export async function keptAside(tx: Tx, after: string | undefined, limit: number) {
  let query = tx
    .selectFrom('raw_mail')
    .select(['id', 'received_at', 'source', 'from_address', 'subject', 'size', 'reason', 'tries'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', 'kept-aside');
  if (after) query = query.where('id', '<', after);
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map((m) => ({
    id: m.id,
    receivedAt: m.received_at,
    source: m.source,
    from: m.from_address,
    subject: m.subject,
    size: m.size,
    reason: m.reason ?? '',
    tries: m.tries,
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
