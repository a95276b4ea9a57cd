import { sql } from 'kysely';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type OutboxState = 'queued' | 'sending' | 'sent' | 'retry' | 'failed' | 'unknown' | 'undone' | 'bounced';
export type NewOutbox = {
  id: string;
  requestId: string | null;
  clientId: string | null;
  messageId: string | null;
  contactId: string | null;
  recipient: string;
  rfcMessageId: string;
  raw: Uint8Array;
  automatic: boolean;
  notBefore: number;
};

export async function insertOutbox(tx: Tx, o: NewOutbox, now: number): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      workspace_id: tx.workspaceId,
      id: o.id,
      request_id: o.requestId,
      client_id: o.clientId,
      message_id: o.messageId,
      contact_id: o.contactId,
      recipient: o.recipient,
      rfc_message_id: o.rfcMessageId,
      raw: Buffer.from(o.raw),
      automatic: o.automatic,
      not_before: iso(o.notBefore),
      created_at: iso(now),
    })
    .execute();
}

/** Takes one mail for sending, so that no second worker does. Null when it is not due, was undone, or somebody else has it. */
export async function takeForSending(tx: Tx, id: string, now: number) {
  const row = await tx
    .selectFrom('outbox')
    .select([
      'id',
      'recipient',
      'raw',
      'attempts',
      'created_at',
      'request_id',
      'client_id',
      'message_id',
      'rfc_message_id',
    ])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'retry'])
    .where('not_before', '<=', iso(now))
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return null;
  await setOutbox(tx, id, { state: 'sending', phase: 'before-354', attempts: row.attempts + 1, sent_at: iso(now) });
  return { ...row, attempts: row.attempts + 1 };
}

type Change = {
  state?: OutboxState;
  phase?: string | null;
  attempts?: number;
  not_before?: string;
  last_error?: string | null;
  sent_at?: string | null;
};

export async function setOutbox(tx: Tx, id: string, change: Change): Promise<void> {
  await tx.updateTable('outbox').set(change).where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

/** Commits “the body may go out”. False when this attempt is no longer the one that counts: then nothing may be sent. */
export async function markBodyLeaving(tx: Tx, id: string, attempt: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ phase: 'after-354' })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempt)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Mails whose time has come, oldest first. */
export async function dueMails(tx: Tx, now: number, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', 'in', ['queued', 'retry'])
    .where('not_before', '<=', iso(now))
    .orderBy('not_before')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * What a killed process left half-done (F-03 to F-05): before the server's 354 nothing has left and it is tried again; after it
 * nobody can know, so it is unknown and a person settles it. Only rows older than any living attempt are touched.
 */
export async function recoverMails(tx: Tx, olderThan: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({
      state: sql<'unknown'>`case when phase = 'after-354' then 'unknown' else 'retry' end`,
      last_error: 'the server was stopped while this mail was on its way',
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', 'sending')
    .where('sent_at', '<', iso(olderThan))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Undo send: only while it waits. Returns false when it has left or never was. */
export async function withdrawMail(tx: Tx, messageId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ state: 'undone' })
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', '=', messageId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Zammad's brakes: automatic mails per request and recipient, and per recipient, in windows of minutes. */
const BRAKES = {
  each: [
    [10, 10],
    [30, 15],
    [60, 25],
    [180, 50],
    [600, 100],
  ],
  all: [
    [10, 30],
    [30, 60],
    [60, 120],
    [180, 240],
    [600, 360],
  ],
} as const;

export async function brakesHold(tx: Tx, requestId: string | null, recipient: string): Promise<boolean> {
  const { rows } = await sql<{ age: number; same: boolean }>`
    select extract(epoch from now() - created_at) / 60 as age, request_id is not distinct from ${requestId}::uuid as same from outbox
    where workspace_id = ${tx.workspaceId} and recipient = ${recipient} and automatic and created_at > now() - interval '10 hours' limit 400`.execute(
    tx,
  );
  const over = (table: readonly (readonly [number, number])[], counted: typeof rows): boolean =>
    table.some(([minutes, most]) => counted.filter((row) => Number(row.age) <= minutes).length >= most);
  return (
    over(
      BRAKES.each,
      rows.filter((row) => row.same),
    ) || over(BRAKES.all, rows)
  );
}

export async function findOutboxByRfcId(tx: Tx, rfcMessageId: string) {
  return tx
    .selectFrom('outbox')
    .select(['id', 'request_id', 'client_id', 'contact_id', 'message_id', 'recipient', 'state'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('rfc_message_id', '=', rfcMessageId)
    .limit(1)
    .executeTakeFirst();
}

export async function troubledMails(tx: Tx, after: string | undefined, limit: number) {
  let query = tx
    .selectFrom('outbox as o')
    .leftJoin('request as r', (join) =>
      join.onRef('r.workspace_id', '=', 'o.workspace_id').onRef('r.id', '=', 'o.request_id'),
    )
    .select([
      'o.id',
      'o.recipient',
      'o.request_id',
      'r.ref',
      'r.subject',
      'o.state',
      'o.attempts',
      'o.last_error',
      'o.created_at',
    ])
    .where('o.workspace_id', '=', tx.workspaceId)
    .where('o.state', 'in', ['queued', 'sending', 'retry', 'failed', 'unknown', 'bounced']);
  if (after) query = query.where('o.id', '<', after);
  const rows = await query
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map((o) => ({
    id: o.id,
    recipient: o.recipient,
    requestId: o.request_id,
    ref: o.ref == null ? null : `REQ-${o.ref}`,
    subject: o.subject,
    state: o.state,
    attempts: o.attempts,
    error: o.last_error,
    createdAt: o.created_at,
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
