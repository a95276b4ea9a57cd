import { sql } from 'kysely';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MailboxKind } from './mailbox.store.ts';

export type RawState = 'received' | 'request' | 'reply' | 'duplicate' | 'attached' | 'kept-aside' | 'ignored';

export type NewRaw = {
  id: string;
  mailboxId: string;
  uidValidity: number | null;
  uid: number | null;
  source: string;
  sha256: string;
  size: number;
  raw: Uint8Array;
  complete: boolean;
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
      size: m.size,
      raw: Buffer.from(m.raw),
      complete: m.complete,
      received_at: iso(now),
    })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made != null;
}

/**
 * F-28: a mailbox that was made anew numbers the same mails anew. One row of the earlier numbering with the same bytes is given its new
 * place, so that every mail on the server stays exactly one row of the journal. False when there is none.
 */
export async function movedTo(tx: Tx, m: NewRaw): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update raw_mail set uid_validity = ${m.uidValidity}, uid = ${m.uid}, source = ${m.source}
    where workspace_id = ${tx.workspaceId} and id = (select id from raw_mail where workspace_id = ${tx.workspaceId} and mailbox_id = ${m.mailboxId}
        and sha256 = ${m.sha256} and uid is not null and uid_validity <> ${m.uidValidity} order by id limit 1)
      and not exists (select 1 from raw_mail where workspace_id = ${tx.workspaceId} and mailbox_id = ${m.mailboxId}
        and uid_validity = ${m.uidValidity} and uid = ${m.uid})`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Holds a mail that is still to be handled; null when somebody else has handled it. */
export async function lockWaiting(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('raw_mail')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'received')
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export type StoredRaw = {
  readonly id: string;
  readonly raw: Buffer;
  readonly sha256: string;
  readonly complete: boolean;
  readonly state: RawState;
  readonly via: MailboxKind;
};

export async function findRaw(tx: Tx, id: string): Promise<StoredRaw | undefined> {
  return tx
    .selectFrom('raw_mail as m')
    .innerJoin('mailbox as b', (join) =>
      join.onRef('b.workspace_id', '=', 'm.workspace_id').onRef('b.id', '=', 'm.mailbox_id'),
    )
    .select(['m.id', 'm.raw', 'm.sha256', 'm.complete', 'm.state', 'b.kind as via'])
    .where('m.workspace_id', '=', tx.workspaceId)
    .where('m.id', '=', id)
    .executeTakeFirst();
}

export type Fate = {
  state: RawState;
  reason: string | null;
  mailKind?: string | null;
  rfcMessageId?: string | null;
  from?: string | null;
  subject?: string | null;
  requestId?: string | null;
  messageId?: string | null;
};

/** What became of a mail so far. */
export async function fateOf(tx: Tx, id: string): Promise<Fate> {
  const row = await tx
    .selectFrom('raw_mail')
    .select(['state', 'reason', 'request_id', 'message_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { state: row.state, reason: row.reason, requestId: row.request_id, messageId: row.message_id };
}

export async function settleRaw(tx: Tx, id: string, as: Fate, now: number): Promise<void> {
  await tx
    .updateTable('raw_mail')
    .set({
      state: as.state,
      reason: as.reason,
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

/** Puts a kept-aside mail back in the line, or away for good. False when it is not kept aside. */
export async function takeUpAside(tx: Tx, id: string, as: { state: 'received' | 'ignored'; reason: string | null }) {
  const { numUpdatedRows } = await tx
    .updateTable('raw_mail')
    .set(as)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'kept-aside')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How often a mail may fail by a fault of ours before people are asked to look. */
const TRIES = 3;

export async function noteFailure(tx: Tx, id: string, now: number): Promise<void> {
  await sql`update raw_mail set tries = tries + 1,
      state = case when tries + 1 >= ${TRIES} then 'kept-aside' else state end,
      reason = case when tries + 1 >= ${TRIES} then 'could-not-be-handled' else reason end,
      handled_at = case when tries + 1 >= ${TRIES} then ${iso(now)}::timestamptz else handled_at end
    where workspace_id = ${tx.workspaceId} and id = ${id} and state = 'received'`.execute(tx);
}

/** What waits for its second step, in the order of arrival. */
export async function waitingMails(tx: Tx, limit: number): Promise<string[]> {
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
