import { type Kysely, sql } from 'kysely';
import type { AuthSchema } from '../db/schema.ts';
import { refused } from '../http/refused.ts';

/** The network a limit counts by: the whole IPv4 address, the /64 of an IPv6 one. */
export function network(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1] as string;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = ip.includes('::') ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0') : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

/** Counts one attempt in a fixed window kept in the database, so that a restart forgets nothing. Refuses with 429 when over. */
export async function countAttempt(
  db: Kysely<AuthSchema>,
  key: string,
  max: number,
  windowSeconds: number,
): Promise<void> {
  const { rows } = await sql<{ hits: number }>`
    insert into rate_limit as r (key, window_start, hits) values (${key}, now(), 1)
    on conflict (key) do update set
      hits = case when r.window_start < now() - make_interval(secs => ${windowSeconds}) then 1 else r.hits + 1 end,
      window_start = case when r.window_start < now() - make_interval(secs => ${windowSeconds}) then now() else r.window_start end
    returning hits`.execute(db);
  if ((rows[0]?.hits ?? 1) > max) throw refused('too-many', { seconds: windowSeconds });
}

export async function forgetAttempts(db: Kysely<AuthSchema>, key: string): Promise<void> {
  await db.deleteFrom('rate_limit').where('key', '=', key).execute();
}
