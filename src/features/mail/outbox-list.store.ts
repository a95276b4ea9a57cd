import type { Tx } from '../../platform/db/tx.ts';
import { refOf } from '../requests/public.ts';

/** The mail of ours that one of these Message-IDs names; the first that is known counts. */
export async function findOutboxByRfcId(tx: Tx, rfcMessageIds: readonly string[]) {
  if (rfcMessageIds.length === 0) return null;
  const rows = await tx
    .selectFrom('outbox')
    .select([
      'id',
      'request_id',
      'client_id',
      'contact_id',
      'message_id',
      'recipient',
      'state',
      'rfc_message_id',
      'automatic',
    ])
    .where('workspace_id', '=', tx.workspaceId)
    .where('rfc_message_id', 'in', [...rfcMessageIds])
    .execute();
  return (
    rfcMessageIds.map((id) => rows.find((row) => row.rfc_message_id === id)).find((row) => row !== undefined) ?? null
  );
}

/** Everything that has not arrived, or of which nobody knows whether it has; newest first. */
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
    ref: o.ref == null ? null : refOf(o.ref),
    subject: o.subject,
    state: o.state,
    attempts: o.attempts,
    error: o.last_error,
    createdAt: o.created_at,
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
