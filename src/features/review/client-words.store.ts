import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { refOf } from '../requests/public.ts';

export type ClientWords = { id: string; ref: string; subject: string; words: string; agreed: string | null };

/**
 * Subjects, what the client said first and what was agreed, for requests of one client. Only ever called with a transaction of
 * the room's own role: what a client may not see cannot be read here.
 */
export async function clientWords(room: Tx, ids: readonly string[]): Promise<Map<string, ClientWords>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Omit<ClientWords, 'ref'> & { ref: number }>`
    select r.id, r.ref, r.subject, coalesce(m.body, e.text, '') as words, o.title as agreed
    from request r
    left join lateral (select left(x.body, 600) as body from message x where x.workspace_id = r.workspace_id and x.request_id = r.id
      and x.direction = 'in' order by x.at, x.id limit 1) m on true
    left join lateral (select x.text from entry x where x.workspace_id = r.workspace_id and x.request_id = r.id
      and x.kind in ('interest', 'condition') order by x.kind desc, x.created_at limit 1) e on true
    left join lateral (select x.title from option x where x.workspace_id = r.workspace_id and x.request_id = r.id
      and x.state = 'agreed' limit 1) o on true
    where r.workspace_id = ${room.workspaceId} and r.id = any(${sql.val([...ids])}::uuid[])`.execute(room);
  return new Map(rows.map((row) => [row.id, { ...row, ref: refOf(row.ref), words: shorten(row.words) }]));
}

/** The beginning of what somebody wrote, to the end of a word. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 240) return line;
  return `${line.slice(0, 240).replace(/\s+\S*$/, '')} …`;
}
