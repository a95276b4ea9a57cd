import type { Entry } from '../../contract/listening.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type Quote = {
  messageId: string | null;
  quote: string;
  start: number | null;
  end: number | null;
  saidBy: string | null;
};
export type NewEntry = {
  id: string;
  requestId: string;
  clientId: string | null;
  kind: Entry['kind'];
  text: string;
  value: unknown;
  side: 'ours' | 'theirs';
  standing: boolean;
};

/** The request's own entries and, when the client is known, what stands for all of that client's requests. */
export async function entriesOf(tx: Tx, requestId: string, clientId: string | null): Promise<Entry[]> {
  const rows = await tx
    .selectFrom('entry')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where((eb) =>
      clientId
        ? eb.or([eb('request_id', '=', requestId), eb.and([eb('client_id', '=', clientId), eb('standing', '=', true)])])
        : eb('request_id', '=', requestId),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(500)
    .execute();
  const sources = rows.length
    ? await sourcesOf(
        tx,
        rows.map((row) => row.id),
      )
    : new Map<string, Entry['sources']>();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    text: row.text,
    value: row.value ?? null,
    answer: row.answer,
    said: row.said,
    side: row.side,
    dispute: row.dispute,
    standing: row.standing,
    createdAt: row.created_at,
    sources: sources.get(row.id) ?? [],
  }));
}

async function sourcesOf(tx: Tx, entryIds: string[]): Promise<Map<string, Entry['sources']>> {
  const rows = await tx
    .selectFrom('entry_source')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('entry_id', 'in', entryIds)
    .orderBy('at')
    .execute();
  const byEntry = Map.groupBy(rows, (row) => row.entry_id);
  return new Map(
    [...byEntry].map(([id, list]) => [
      id,
      list.map((s) => ({
        id: s.id,
        messageId: s.message_id,
        quote: s.quote,
        start: s.start_at,
        end: s.end_at,
        saidBy: s.said_by,
        at: s.at,
      })),
    ]),
  );
}

export async function insertEntry(tx: Tx, entry: NewEntry, now: number): Promise<void> {
  await tx
    .insertInto('entry')
    .values({
      workspace_id: tx.workspaceId,
      id: entry.id,
      request_id: entry.requestId,
      client_id: entry.clientId,
      kind: entry.kind,
      state: entry.kind === 'question' ? 'open' : 'standing',
      text: entry.text,
      value: entry.value == null ? null : JSON.stringify(entry.value),
      side: entry.side,
      standing: entry.standing,
      created_at: iso(now),
      updated_at: iso(now),
    })
    .execute();
}

export async function insertSource(
  tx: Tx,
  id: string,
  entryId: string,
  clientId: string | null,
  quote: Quote,
  now: number,
): Promise<void> {
  await tx
    .insertInto('entry_source')
    .values({
      workspace_id: tx.workspaceId,
      id,
      entry_id: entryId,
      client_id: clientId,
      message_id: quote.messageId,
      quote: quote.quote,
      start_at: quote.start,
      end_at: quote.end,
      said_by: quote.saidBy,
      at: iso(now),
    })
    .execute();
}

export async function updateEntry(
  tx: Tx,
  id: string,
  change: {
    kind?: Entry['kind'];
    text?: string;
    value?: unknown;
    state?: Entry['state'];
    said?: number;
    answer?: string;
    dispute?: string | null;
  },
  now: number,
): Promise<void> {
  const { value, ...columns } = change;
  await tx
    .updateTable('entry')
    .set({
      ...columns,
      ...(value === undefined ? {} : { value: value === null ? null : JSON.stringify(value) }),
      updated_at: iso(now),
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The body of a message of this request, to check a quote against; null when it is not part of it. */
export async function messageBody(
  tx: Tx,
  requestId: string,
  messageId: string,
): Promise<{ body: string; author: string; direction: string } | null> {
  const row = await tx
    .selectFrom('message')
    .select(['body', 'author_name', 'direction'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  return row ? { body: row.body, author: row.author_name, direction: row.direction } : null;
}
