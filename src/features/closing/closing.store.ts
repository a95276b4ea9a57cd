import { sql } from 'kysely';
import type { Closing } from '../../contract/closing.ts';
import type { Delivery } from '../../domain/request/closing.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

const columns = [
  'id',
  'state',
  'asked',
  'done',
  'kept',
  'comes_back',
  'objection',
  'silent_after',
  'at',
  'answered_at',
] as const;

/** The latest closing message of a request; works for the desk and for the room. */
export async function latestClosing(tx: Tx, requestId: string): Promise<Closing | null> {
  const row = await tx
    .selectFrom('closing')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { comes_back, silent_after, answered_at, ...same } = row;
  return { ...same, comesBack: comes_back, silentAfter: silent_after, answeredAt: answered_at };
}

/** How the mail that carries the waiting closing message fares; no mail at all means it stands in the room only. */
export async function closingDelivery(tx: Tx, closingId: string): Promise<Delivery> {
  const { rows } = await sql<{ state: string }>`
    select o.state from closing c join outbox o on o.workspace_id = c.workspace_id and o.message_id = c.message_id
    where c.workspace_id = ${tx.workspaceId} and c.id = ${closingId}`.execute(tx);
  const states = rows.map((row) => row.state);
  if (states.length === 0 || states.includes('sent')) return 'sent';
  if (states.includes('unknown')) return 'unknown';
  return states.some((s) => s === 'failed' || s === 'bounced') ? 'failed' : 'queued';
}

export async function openPromisesOfOurs(tx: Tx, requestId: string): Promise<number> {
  const row = await tx
    .selectFrom('promise')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('side', '=', 'ours')
    .where('state', 'in', ['proposed', 'awaiting-approval', 'given', 'at-risk'])
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export type NewClosing = {
  id: string;
  requestId: string;
  clientId: string | null;
  messageId: string;
  asked: string;
  done: string;
  kept: string;
  comesBack: string;
  silentAfter: string;
};

export async function insertClosing(tx: Tx, c: NewClosing, now: number): Promise<void> {
  await tx
    .insertInto('closing')
    .values({
      workspace_id: tx.workspaceId,
      id: c.id,
      request_id: c.requestId,
      client_id: c.clientId,
      message_id: c.messageId,
      asked: c.asked,
      done: c.done,
      kept: c.kept,
      comes_back: c.comesBack,
      silent_after: c.silentAfter,
      at: iso(now),
    })
    .execute();
}

export async function settleClosing(
  tx: Tx,
  id: string,
  settled: {
    state: 'confirmed' | 'objected' | 'silent' | 'waived';
    objection?: string;
    waived_why?: string;
    answered_by?: string;
  },
  now: number,
): Promise<void> {
  await tx
    .updateTable('closing')
    .set({ ...settled, answered_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Requests whose stated time has passed without a word. */
export async function silentRequests(tx: Tx, now: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('closing')
    .select('request_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', 'sent')
    .where('silent_after', '<=', iso(now))
    .limit(200)
    .execute();
  return rows.map((row) => row.request_id);
}
