import { createHash } from 'node:crypto';
import { iso } from '../db/time.ts';
import type { Tx } from '../db/tx.ts';
import { refused } from './refused.ts';

type Stored = { readonly status: number; readonly body: string };

/**
 * Takes the key inside the transaction that will create the thing. A second call with the same key waits for the first one's
 * commit and then gets the first answer; the same key with another body is refused.
 */
export async function takeKey(
  tx: Tx,
  actor: string,
  key: string,
  payload: unknown,
  now: number,
): Promise<Stored | null> {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(payload ?? null))
    .digest('hex');
  const taken = await tx
    .insertInto('idempotency')
    .values({ workspace_id: tx.workspaceId, actor, key, fingerprint, created_at: iso(now) })
    .onConflict((oc) => oc.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken) return null;
  const first = await tx
    .selectFrom('idempotency')
    .select(['fingerprint', 'status', 'body'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!first) throw refused('still-running');
  if (first.fingerprint !== fingerprint) throw refused('idempotency-key-reused');
  if (first.status == null || first.body == null) throw refused('still-running');
  return { status: first.status, body: first.body };
}

export async function keepAnswer(tx: Tx, actor: string, key: string, answer: Stored): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set(answer)
    .where('workspace_id', '=', tx.workspaceId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute();
}
