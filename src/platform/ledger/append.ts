import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { iso } from '../db/time.ts';
import type { Tx } from '../db/tx.ts';
import { commitment, linkHash } from './chain.ts';

export type EventActor =
  | { readonly kind: 'member'; readonly id: string }
  | { readonly kind: 'contact'; readonly id: string }
  | { readonly kind: 'system' }
  | { readonly kind: 'mail'; readonly id?: string };

export type NewEvent = {
  /** `thing.happened`, past tense, e.g. `promise.given`. */
  readonly kind: string;
  readonly requestId?: string | null;
  readonly clientId?: string | null;
  /** `both` may be shown to the client (its kind and time; never `data`). */
  readonly audience?: 'both' | 'ours';
  /** Everything needed to tell the story and to recompute figures, incl. the reason given. */
  readonly data?: Record<string, unknown>;
};

/**
 * Appends to the workspace's ledger inside the transaction that changes the rows. Takes the chain's lock: call it last.
 * Timeline, audit, live updates and figures all read what is written here.
 */
export async function append(tx: Tx, actor: EventActor, now: number, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const head = await tx
    .selectFrom('chain_head')
    .select(['seq', 'hash'])
    .where('workspace_id', '=', tx.workspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let { seq, hash } = head;
  const at = iso(now);
  const rows = events.map((event) => {
    const salt = randomBytes(16);
    const data = event.data ?? {};
    const link = {
      seq: seq + 1,
      at,
      kind: event.kind,
      actorKind: actor.kind,
      actorId: 'id' in actor ? (actor.id ?? null) : null,
      requestId: event.requestId ?? null,
      clientId: event.clientId ?? null,
      audience: event.audience ?? 'ours',
      commitment: commitment(salt, data),
    } as const;
    const prev = hash;
    seq = link.seq;
    hash = linkHash(prev, link);
    return {
      workspace_id: tx.workspaceId,
      seq,
      at,
      kind: link.kind,
      actor_kind: actor.kind,
      actor_id: link.actorId,
      request_id: link.requestId,
      client_id: link.clientId,
      audience: link.audience,
      commitment: link.commitment,
      prev,
      hash,
      salt,
      data: JSON.stringify(data),
    };
  });
  await tx.insertInto('event').values(rows).execute();
  await tx.updateTable('chain_head').set({ seq, hash }).where('workspace_id', '=', tx.workspaceId).execute();
  await sql`select pg_notify('parley_event', ${`${tx.workspaceId}:${seq}`})`.execute(tx);
}
