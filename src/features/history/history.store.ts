import { sql } from 'kysely';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { PastRequest } from './read-row.ts';

/** Holds the workspace's next number until the transaction ends: two imports at once take turns. */
export async function holdNumbers(tx: Tx): Promise<{ next: number; lang: string }> {
  const row = await tx
    .selectFrom('workspace')
    .select(['next_ref', 'lang'])
    .where('workspace_id', '=', tx.workspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { next: row.next_ref, lang: row.lang };
}

/** Those of the desk's references that are here already, with the moment each was opened. */
export async function openedByKey(tx: Tx, desk: string, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('request')
    .select(['import_key', 'opened_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('import_desk', '=', desk)
    .where('import_key', 'is not', null)
    .where(sql<boolean>`import_key = any(${keys})`)
    .execute();
  return new Map(rows.map((row) => [row.import_key ?? '', instant(row.opened_at)]));
}

/** Clients by name, without regard to case; of two with one name the older. */
export async function clientsByName(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('client')
    .select(['id', 'name'])
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`lower(name) = any(${names})`)
    .orderBy('created_at', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.name.toLowerCase(), row.id]));
}

export async function contactsByAddress(
  tx: Tx,
  addresses: readonly string[],
): Promise<Map<string, { id: string; clientId: string | null }>> {
  const rows = await tx
    .selectFrom('contact')
    .select(['id', 'email', 'client_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`email = any(${addresses})`)
    .execute();
  return new Map(rows.map((row) => [row.email, { id: row.id, clientId: row.client_id }]));
}

export type Numbered = PastRequest & {
  readonly id: string;
  readonly ref: number;
  readonly clientId: string | null;
  readonly contactId: string | null;
};

/** All of them in one statement, asleep: no clock, mail or counter takes notice of them. */
export async function insertPast(
  tx: Tx,
  desk: string,
  requests: readonly Numbered[],
  step: { words: string; due: number },
  now: number,
): Promise<void> {
  if (requests.length === 0) return;
  await tx
    .insertInto('request')
    .values(
      requests.map((r) => ({
        workspace_id: tx.workspaceId,
        id: r.id,
        ref: r.ref,
        subject: r.subject,
        kind: r.kind,
        priority: r.priority,
        team: r.team,
        client_id: r.clientId,
        contact_id: r.contactId,
        phase: r.closed === null ? ('initiation' as const) : ('closed' as const),
        next_step: step.words,
        next_due: iso(step.due),
        opened_at: iso(r.opened),
        closed_at: r.closed === null ? null : iso(r.closed),
        updated_at: iso(r.closed ?? r.opened),
        import_desk: desk,
        import_key: r.key,
        imported_at: iso(now),
        asleep: true,
      })),
    )
    .execute();
  await tx
    .updateTable('workspace')
    .set({ next_ref: sql<number>`next_ref + ${requests.length}` })
    .where('workspace_id', '=', tx.workspaceId)
    .execute();
}
