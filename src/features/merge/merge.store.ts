import { sql } from 'kysely';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** What was said and promised goes along; tables by the words of the catalogue. */
export const MOVES = [
  'message',
  'attachment',
  'entry',
  'promise',
  'approval',
  'outbox',
  'raw_mail',
  'room_link',
] as const;
/** A request that has one of these is more than conversation: it keeps what two sides have done in it. */
export const BEYOND_TALK = [
  'accord',
  'round',
  'option',
  'conflict',
  'closing',
  'visit',
  'method_change',
  'pause',
  'handover',
  'claim',
  'heated_talk',
  'left_unsaid',
] as const;

/** Which kinds of such things the request holds. */
export async function beyondTalk(tx: Tx, requestId: string): Promise<string[]> {
  const asked = BEYOND_TALK.map(
    (t) =>
      sql`select ${t} as what where exists (select 1 from ${sql.table(t)} where workspace_id = ${tx.workspaceId} and request_id = ${requestId})`,
  );
  const { rows } = await sql<{ what: string }>`${sql.join(asked, sql` union all `)}`.execute(tx);
  return rows.map((row) => row.what);
}

/** Everything that was said in one request, into another; requests merged into the first go on in the second as well. */
export async function moveTalk(tx: Tx, from: string, into: string): Promise<void> {
  for (const t of MOVES)
    await sql`update ${sql.table(t)} set request_id = ${into} where workspace_id = ${tx.workspaceId} and request_id = ${from}`.execute(
      tx,
    );
  // What is asked again is found by the words of the request that goes on.
  await sql`delete from ask_word where workspace_id = ${tx.workspaceId} and request_id = ${from}`.execute(tx);
  await sql`update request set merged_into = ${into} where workspace_id = ${tx.workspaceId} and merged_into = ${from}`.execute(
    tx,
  );
}

/** Some messages, with their files and mails, into another request; returns how many moved and the minutes spent on them. */
export async function moveMessages(tx: Tx, ids: readonly string[], from: string, into: string) {
  const where = sql`workspace_id = ${tx.workspaceId} and request_id = ${from}`;
  const { rows } = await sql<{ minutes: number }>`update message set request_id = ${into}
    where ${where} and id = any(${[...ids]}::uuid[]) returning minutes`.execute(tx);
  for (const t of ['attachment', 'outbox', 'raw_mail'] as const)
    await sql`update ${sql.table(t)} set request_id = ${into} where ${where} and message_id = any(${[...ids]}::uuid[])`.execute(
      tx,
    );
  return { moved: rows.length, minutes: rows.reduce((sum, row) => sum + row.minutes, 0) };
}

/** The messages of a request among these, oldest first. */
export async function messagesAmong(tx: Tx, requestId: string, ids: readonly string[]) {
  return tx
    .selectFrom('message')
    .select(['id', 'body', 'at', 'direction', 'lang'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('id', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export const closedNow = (now: number) => ({ phase: 'closed' as const, closed_at: iso(now) });
