import { sql } from 'kysely';
import { DAY, HOUR, MINUTE } from '../../domain/shared/instant.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { keptQuiet } from './quiet.store.ts';

type Brake = readonly [minutes: number, most: number];

/** Zammad's table: automatic mails per request and recipient, and per recipient, in windows of minutes. */
const EACH: readonly Brake[] = [
  [10, 10],
  [30, 15],
  [60, 25],
  [180, 50],
  [600, 100],
];
const ALL: readonly Brake[] = [
  [10, 30],
  [30, 60],
  [60, 120],
  [180, 240],
  [600, 360],
];

/** A bounced address gets nothing automatic for so long. */
const MUTED_DAYS = 60;

export type Addressee = { readonly id: string; readonly email: string; readonly status: string };

/**
 * May a machine write to this person now? Not to somebody who has left or died (S5) or is beside themselves (S1), not to an
 * address that bounced, and not faster than the loop brakes allow (AT-13).
 */
export async function mayMailAutomatically(
  tx: Tx,
  requestId: string | null,
  to: Addressee,
  now: number,
): Promise<boolean> {
  if (to.status !== 'active') return false;
  if (await keptQuiet(tx, to.id, now)) return false;
  const { rows } = await sql<{ bounced_at: string | null }>`
    select bounced_at from contact where workspace_id = ${tx.workspaceId} and id = ${to.id}`.execute(tx);
  const bouncedAt = rows[0]?.bounced_at;
  if (bouncedAt && now - Date.parse(bouncedAt) < MUTED_DAYS * DAY) return false;
  const sent = await automaticSince(tx, to.email, now - 10 * HOUR);
  const same = sent.filter((mail) => mail.requestId === requestId);
  return !over(EACH, same, now) && !over(ALL, sent, now);
}

/** At most one confirmation per address and hour (the desk is no mail bomb). */
export async function mayAcknowledge(tx: Tx, requestId: string, to: Addressee, now: number): Promise<boolean> {
  const recent = await automaticSince(tx, to.email, now - HOUR);
  return recent.length === 0 && (await mayMailAutomatically(tx, requestId, to, now));
}

type Sent = { readonly requestId: string | null; readonly at: number };

async function automaticSince(tx: Tx, recipient: string, since: number): Promise<Sent[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select(['request_id', 'created_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('recipient', '=', recipient)
    .where('automatic', '=', true)
    .where('created_at', '>=', iso(since))
    .orderBy('created_at', 'desc')
    .limit(400)
    .execute();
  return rows.map((row) => ({ requestId: row.request_id, at: Date.parse(row.created_at) }));
}

const over = (table: readonly Brake[], sent: readonly Sent[], now: number): boolean =>
  table.some(([minutes, most]) => sent.filter((mail) => now - mail.at <= minutes * MINUTE).length >= most);
