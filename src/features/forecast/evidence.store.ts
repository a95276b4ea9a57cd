import { sql } from 'kysely';
import { DEFAULTS } from '../../domain/forecasting/parameters.ts';
import type { Evidence, Pool } from '../../domain/forecasting/suggest-age.ts';
import { MINUTE } from '../../domain/shared/instant.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** A larger group is read from its pool; a smaller one from its rows, so that what was finished a moment ago counts. */
const LARGE = 200;
/** So many ages of a group are kept: spread evenly over all of them, they say the same. */
const KEPT = 1_000;
/** Pools are drawn again by the clock; who finds them older than this draws them on the spot. */
const STALE = 15 * MINUTE;

export type Alike = { readonly alike: string; readonly kind: string };
type Ages = { readonly entries: number[]; readonly exits: number[]; readonly events: number[] };

/** What was seen of requests like this one, from its own group over its kind to everything, and where the period begins. */
export async function evidenceFor(
  tx: Tx,
  { alike, kind }: Alike,
  now: number,
): Promise<{ evidence: Evidence; from: string | null }> {
  const keys = [alike, kind, ''];
  let pools = await readPools(tx, keys);
  const drawn = pools.get('');
  if (!drawn || instant(drawn.drawn_at) < now - STALE) {
    await drawPools(tx, now);
    pools = await readPools(tx, keys);
  }
  const everything = pools.get('');
  const from = everything && everything.kept >= LARGE ? everything.from_at : await periodFrom(tx, now);
  if (from === null) return { evidence: [], from };
  const small = keys.filter((key) => (pools.get(key)?.kept ?? 0) < LARGE);
  const rows = small.length > 0 ? await readRows(tx, { alike, kind }, small, from, now) : new Map<string, Pool>();
  const evidence = keys.flatMap((key) => {
    const read = rows.get(key);
    const pool = pools.get(key);
    return read ?? (pool ? poolOf(JSON.parse(pool.ages) as Ages, pool.each, pool.closed, pool.open) : []);
  });
  return { evidence, from };
}

const poolOf = (ages: Ages, each: number, closed: number, open: number): Pool => ({
  entries: inMs(ages.entries),
  exits: inMs(ages.exits),
  events: inMs(ages.events),
  each,
  closed,
  open,
});
const inMs = (seconds: readonly number[]): Float64Array => Float64Array.from(seconds, (s) => s * 1_000);

async function readPools(tx: Tx, keys: readonly string[]) {
  const rows = await tx
    .selectFrom('pool')
    .select(['alike', 'drawn_at', 'from_at', 'closed', 'open', 'kept', 'each', 'ages'])
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`alike = any(${keys})`)
    .execute();
  return new Map(rows.map((row) => [row.alike, row]));
}

const AGES = sql`json_build_object('entries', coalesce(json_agg(entry order by entry), '[]'), 'exits', coalesce(json_agg(exit order by exit), '[]'),
  'events', coalesce(json_agg(exit order by exit) filter (where event), '[]'))::text`;

async function readRows(
  tx: Tx,
  { alike, kind }: Alike,
  keys: readonly string[],
  from: string,
  now: number,
): Promise<Map<string, Pool>> {
  const which = (key: string) =>
    key === '' ? sql`true` : key === alike ? sql`w.alike = ${alike}` : sql`w.kind = ${kind}`;
  const parts = keys.map(
    (
      key,
    ) => sql`select ${key}::text as key, ${AGES} as ages from parley.watched(${tx.workspaceId}, ${from}, ${iso(now)}) w
      where ${which(key)}`,
  );
  const { rows } = await sql<{ key: string; ages: string }>`${sql.join(parts, sql` union all `)}`.execute(tx);
  return new Map(
    rows.map(({ key, ages }) => {
      const read = JSON.parse(ages) as Ages;
      return [key, poolOf(read, 1, read.events.length, read.exits.length - read.events.length)];
    }),
  );
}

/** Where the period begins: at the 300th last closing, at least four weeks and at most a year back; null when nothing was ever finished. */
async function periodFrom(tx: Tx, now: number): Promise<string | null> {
  const { rows } = await sql<{ lo: string }>`
    select greatest(least(min(x.done_at), ${iso(now - DEFAULTS.minSpan)}::timestamptz), ${iso(now - DEFAULTS.maxSpan)}::timestamptz) as lo
    from (select done_at from duration where workspace_id = ${tx.workspaceId} and done_at <= ${iso(now)} order by done_at desc limit ${DEFAULTS.closings}) x
    having count(*) > 0`.execute(tx);
  return rows[0]?.lo ?? null;
}

/** Draws the pools of the workspace anew, in the database and one at a time. */
export async function drawPools(tx: Tx, now: number): Promise<void> {
  const ws = tx.workspaceId;
  const at = iso(now);
  await sql`select pg_advisory_xact_lock(hashtextextended(${ws}, 11))`.execute(tx);
  const lo = await periodFrom(tx, now);
  await sql`delete from pool where workspace_id = ${ws}`.execute(tx);
  if (lo !== null)
    await sql`
      insert into pool (workspace_id, alike, drawn_at, from_at, closed, open, kept, each, ages)
      select ${ws}, g.key, ${at}, ${lo}, max(g.closed), max(g.open), count(*), max(g.each), ${AGES} from (
        select s.*, row_number() over (partition by s.key, s.event order by s.exit) as place, greatest(1, ceil((s.closed + s.open) / ${KEPT}::numeric))::int as each
        from (
          select k.key, w.entry, w.exit, w.event, (count(*) filter (where w.event) over (partition by k.key))::int as closed,
            (count(*) filter (where not w.event) over (partition by k.key))::int as open
          from parley.watched(${ws}, ${lo}, ${at}) w cross join lateral (values (''), (w.kind), (w.alike)) k (key)
        ) s where s.key = '' or s.closed + s.open >= ${LARGE}
      ) g where (g.place - 1) % g.each = g.each / 2 group by g.key`.execute(tx);
  await sql`
    insert into pool (workspace_id, alike, drawn_at, from_at, closed, open, kept, each, ages)
    values (${ws}, '', ${at}, ${lo}, 0, 0, 0, 1, '{"entries":[],"exits":[],"events":[]}') on conflict do nothing`.execute(
    tx,
  );
}

/** The clock's part: pools older than this are drawn again when the ledger has grown since; after ten minutes in any case, since open requests age. */
export async function poolsAreDue(tx: Tx, now: number): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select coalesce((select p.drawn_at < ${iso(now - 10 * MINUTE)} or exists (select 1 from event e where e.workspace_id = p.workspace_id and e.seq = h.seq and e.at >= p.drawn_at)
      from pool p join chain_head h on h.workspace_id = p.workspace_id where p.workspace_id = ${tx.workspaceId} and p.alike = ''), true) as due`.execute(
    tx,
  );
  return rows[0]?.due ?? true;
}

/** All durations again, from the ledger; says how many requests there are, and how many were done. */
export async function rebuildDurations(tx: Tx, now: number): Promise<{ requests: number; done: number }> {
  await sql`select parley.rebuild_durations(${tx.workspaceId})`.execute(tx);
  await drawPools(tx, now);
  const { rows } = await sql<{ requests: number; done: number }>`
    select count(*)::int as requests, count(done_at)::int as done from duration where workspace_id = ${tx.workspaceId}`.execute(
    tx,
  );
  return rows[0] ?? { requests: 0, done: 0 };
}

/** Requests like this one, open ones first, then the newest closing: the period the sentence about them was read from. */
export async function similarTo(tx: Tx, { alike, kind }: Alike, level: number, now: number) {
  const which = level === 0 ? sql`d.alike = ${alike}` : level === 1 ? sql`d.kind = ${kind}` : sql`true`;
  const from = (await periodFrom(tx, now)) ?? iso(now);
  const { rows } = await sql<{
    id: string;
    ref: number;
    subject: string;
    clientName: string | null;
    openedAt: string;
    doneAt: string | null;
  }>`
    select r.id, r.ref, r.subject, c.name as "clientName", d.opened_at as "openedAt", d.done_at as "doneAt" from (
      (select * from duration d where d.workspace_id = ${tx.workspaceId} and d.done_at is null and ${which} order by d.opened_at limit 20)
      union all
      (select * from duration d where d.workspace_id = ${tx.workspaceId} and d.done_at > ${from} and ${which} order by d.done_at desc limit 60)
    ) d join request r on r.workspace_id = d.workspace_id and r.id = d.request_id
    left join client c on c.workspace_id = r.workspace_id and c.id = r.client_id
    order by d.done_at desc nulls first, d.opened_at`.execute(tx);
  return rows;
}

/** The kinds there are, each found by one step along the index. */
export async function kindsOf(tx: Tx): Promise<string[]> {
  const ws = tx.workspaceId;
  const { rows } = await sql<{ kind: string }>`
    with recursive k as (
      (select kind from duration where workspace_id = ${ws} order by kind limit 1)
      union all
      select (select d.kind from duration d where d.workspace_id = ${ws} and d.kind > k.kind order by d.kind limit 1) from k where k.kind is not null
    ) select kind from k where kind is not null limit 200`.execute(tx);
  return rows.map((row) => row.kind);
}
