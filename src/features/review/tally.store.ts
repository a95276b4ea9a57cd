import { sql } from 'kysely';
import { wholeMonths } from '../../domain/review/period.ts';
import type { Period, Tally } from '../../domain/review/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** What was counted in a period, of one client or of all: from the kept tallies for whole months, else from the facts, with the same result. */
export async function talliesIn(tx: Tx, period: Period, clientId: string | null): Promise<Tally[]> {
  const one = clientId ? sql`and client_id = ${clientId}` : sql``;
  const months = sql`select month, metric, key, sum(n) as n, sum(minutes) as minutes from tally
    where workspace_id = ${tx.workspaceId} ${one} and month between ${period.from} and ${period.to} group by 1, 2, 3 having sum(n) <> 0`;
  const days = sql`select date_trunc('month', on_day)::date as month, metric, key, sum(n) as n, sum(minutes) as minutes from fact_tally
    where workspace_id = ${tx.workspaceId} ${one} and on_day between ${period.from} and ${period.to} group by 1, 2, 3`;
  const { rows } = await sql<Tally>`${wholeMonths(period) ? months : days}`.execute(tx);
  return rows;
}

export type ClientCounts = {
  id: string | null;
  name: string | null;
  n: number;
  minutes: number;
  awkward: number;
  awkwardMinutes: number;
  repeats: number;
  kept: number;
  broken: number;
};

/** T20: work and time by client, most time in discussion first. */
export async function clientsIn(tx: Tx, period: Period): Promise<ClientCounts[]> {
  const source = wholeMonths(period)
    ? sql`select client_id, metric, key, sum(n) as n, sum(minutes) as minutes from tally
        where workspace_id = ${tx.workspaceId} and month between ${period.from} and ${period.to}
          and metric in ('fate', 'repeat', 'promise-ours') group by 1, 2, 3`
    : sql`select client_id, metric, key, sum(n) as n, sum(minutes) as minutes from fact_tally
        where workspace_id = ${tx.workspaceId} and on_day between ${period.from} and ${period.to}
          and metric in ('fate', 'repeat', 'promise-ours') group by 1, 2, 3`;
  const { rows } = await sql<ClientCounts>`
    select c.id, c.name, s.n, s.minutes, s.awkward, s."awkwardMinutes", s.repeats, s.kept, s.broken from (
      select client_id, coalesce(sum(n) filter (where metric = 'fate'), 0) as n, coalesce(sum(minutes) filter (where metric = 'fate'), 0) as minutes,
        coalesce(sum(n) filter (where metric = 'fate' and key not in ('do-it', 'not-placed')), 0) as awkward,
        coalesce(sum(minutes) filter (where metric = 'fate' and key not in ('do-it', 'not-placed')), 0) as "awkwardMinutes",
        coalesce(sum(n) filter (where metric = 'repeat' and key = 'times'), 0) as repeats,
        coalesce(sum(n) filter (where key in ('kept', 'kept-early', 'exceeded')), 0) as kept,
        coalesce(sum(n) filter (where key = 'broken'), 0) as broken
      from (${source}) x group by client_id) s
    left join client c on c.workspace_id = ${tx.workspaceId} and c.id = s.client_id
    where s.n > 0 or s.kept > 0 or s.broken > 0
    order by "awkwardMinutes" desc, minutes desc, c.name limit 200`.execute(tx);
  return rows;
}

/** Builds every fact and tally of the workspace anew from the rows; returns how many requests it read. */
export async function rebuildFacts(tx: Tx): Promise<number> {
  await sql`set local statement_timeout = 0`.execute(tx); // a million requests take a minute
  await sql`select parley.rebuild_facts(${tx.workspaceId})`.execute(tx);
  const { n } = await tx
    .selectFrom('request_fact')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** The workspace's name and the day it is there. */
export async function firmToday(tx: Tx, now: number): Promise<{ name: string; today: string }> {
  const { rows } = await sql<{ name: string; today: string }>`
    select name, (${iso(now)}::timestamptz at time zone zone)::date as today from workspace where workspace_id = ${tx.workspaceId}`.execute(
    tx,
  );
  return rows[0] ?? { name: '', today: iso(now).slice(0, 10) };
}

export type Pick = {
  id: string;
  fate: 'reasonable-not-possible' | 'possible-not-reasonable' | 'neither';
  limit: string | null;
  minutes: number;
};

/** The requests of the awkward cells that took most time: what examples are chosen from. */
export async function awkwardOf(tx: Tx, clientId: string, period: Period): Promise<Pick[]> {
  const { rows } = await sql<Pick>`
    select request_id as id, fate, limited_by as "limit", minutes from request_fact
    where workspace_id = ${tx.workspaceId} and client_id = ${clientId} and opened_on between ${period.from} and ${period.to}
      and fate in ('reasonable-not-possible', 'possible-not-reasonable', 'neither')
    order by minutes desc, request_id limit 40`.execute(tx);
  return rows;
}
