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
  from: string;
  recipient: string;
  rfcMessageId: string;
  raw: Uint8Array;
  automatic: boolean;
  notBefore: number;
  /** The mailbox it leaves from; null: the desk's own address. */
  mailboxId: string | null;
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
      from_address: o.from,
      recipient: o.recipient,
      rfc_message_id: o.rfcMessageId,
      raw: Buffer.from(o.raw),
      automatic: o.automatic,
      not_before: iso(o.notBefore),
      mailbox_id: o.mailboxId,
      created_at: iso(now),
    })
    .execute();
}

/** How long a living process may be silent about a mail it is sending; it renews the lease three times in that time. */
const LEASE = sql<string>`now() + interval '30 seconds'`;
export const RENEW_MS = 10_000;

type Due = {
  id: string;
  from_address: string;
  recipient: string;
  raw: Buffer;
  attempts: number;
  created_at: string;
  request_id: string | null;
  mailbox_id: string | null;
};

/**
 * Takes the next mail that is due, so that no second worker does (F-44). Null when nothing is. Where the installation has no mail server,
 * only mail whose mailbox has its own is taken (`anyway` false).
 */
export async function claimDue(tx: Tx, now: number, anyway = true): Promise<Due | null> {
  const row = await tx
    .selectFrom('outbox')
    .select(['id', 'from_address', 'recipient', 'raw', 'attempts', 'created_at', 'request_id', 'mailbox_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', 'in', ['queued', 'retry'])
    .where('not_before', '<=', iso(now))
    .$if(!anyway, (query) => query.where('mailbox_id', 'in', ownServers(tx)))
    .orderBy('not_before')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return null;
  const attempts = row.attempts + 1;
  const taken = await tx
    .updateTable('outbox')
    .set({ state: 'sending', phase: 'before-354', attempts, lease_until: LEASE })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', row.id)
    .returning('state')
    .executeTakeFirst();
  // S5: the database undoes what is for somebody who is gone; then the next one is looked at.
  return taken?.state === 'sending' ? { ...row, attempts } : claimDue(tx, now, anyway);
}

/** Mailboxes that send through a server of their own. */
const ownServers = (tx: Tx) =>
  tx
    .selectFrom('mailbox_account')
    .select('mailbox_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('smtp', 'is not', null);

/** Commits “the body may go out”. False when this attempt is no longer the one that counts: then nothing may be sent. */
export async function markBodyLeaving(tx: Tx, id: string, attempt: number): Promise<boolean> {
  const leaving = await tx
    .updateTable('outbox')
    .set({ phase: 'after-354', lease_until: LEASE })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempt)
    .returning('state')
    .executeTakeFirst();
  return leaving?.state === 'sending';
}

export async function renewLease(tx: Tx, id: string, attempt: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ lease_until: LEASE })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempt)
    .execute();
}

export type Settled = {
  state: 'sent' | 'retry' | 'failed' | 'unknown' | 'bounced';
  lastError: string | null;
  sentAt?: number;
  notBefore?: number;
};

/**
 * What an attempt ended as. Counts only for the attempt that ran, and never against what a person or a bounce said meanwhile; an
 * answer that comes after the mail was given up as unknown still counts, since it is better knowledge.
 */
export async function settleAttempt(tx: Tx, id: string, attempt: number, settled: Settled) {
  return tx
    .updateTable('outbox')
    .set({
      state: settled.state,
      phase: null,
      lease_until: null,
      last_error: settled.lastError,
      ...(settled.sentAt === undefined ? {} : { sent_at: iso(settled.sentAt) }),
      ...(settled.notBefore === undefined ? {} : { not_before: iso(settled.notBefore) }),
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', ['sending', 'unknown', 'retry'])
    .where('attempts', '=', attempt)
    .returning(['id', 'request_id', 'client_id', 'contact_id', 'message_id', 'recipient', 'automatic'])
    .executeTakeFirst();
}

/** What a delivery report says; it knows better than we do, but not better than a person who settled the matter. */
export async function settleByReport(
  tx: Tx,
  id: string,
  as: 'bounced' | 'sent',
  words: string,
  now: number,
): Promise<void> {
  const change =
    as === 'bounced' ? { state: as, last_error: words } : { state: as, last_error: null, sent_at: iso(now) };
  await tx
    .updateTable('outbox')
    .set({ ...change, phase: null, lease_until: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', as === 'bounced' ? ['sent', 'unknown', 'sending'] : ['unknown', 'sending'])
    .execute();
}

/** F-43: a server that asks us to slow down is left alone by every mail, not only by the one it refused. */
export async function slowDown(tx: Tx, until: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ not_before: iso(until) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', 'in', ['queued', 'retry'])
    .where('not_before', '<', iso(until))
    .execute();
}

/** Mails whose process is dead: it has not renewed its lease. */
export async function abandonedMails(tx: Tx) {
  return tx
    .selectFrom('outbox')
    .select(['id', 'attempts', 'phase', 'request_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', 'sending')
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', sql<string>`now()`)]))
    .limit(500)
    .execute();
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

/** A person's word on a mail whose fate nobody knows, or that failed; `send-again` sends the same bytes and Message-ID. */
export async function settleByHand(
  tx: Tx,
  id: string,
  as: 'sent' | 'send-again' | 'given-up',
  now: number,
): Promise<{ requestId: string | null; clientId: string | null } | null> {
  const open = {
    sent: ['unknown'],
    'send-again': ['unknown', 'failed', 'bounced'],
    'given-up': ['unknown', 'queued', 'retry'],
  };
  const change = {
    sent: { state: 'sent' as const, sent_at: iso(now) },
    'send-again': { state: 'queued' as const, not_before: iso(now) },
    'given-up': { state: 'failed' as const },
  }[as];
  const row = await tx
    .updateTable('outbox')
    .set({ ...change, phase: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', open[as] as OutboxState[])
    .returning(['request_id', 'client_id'])
    .executeTakeFirst();
  return row ? { requestId: row.request_id, clientId: row.client_id } : null;
}
