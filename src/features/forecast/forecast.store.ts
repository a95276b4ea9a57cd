import { sql } from 'kysely';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type Asked = {
  readonly id: string;
  readonly clientId: string | null;
  readonly kind: string;
  readonly alike: string;
  readonly opened: number;
  readonly closed: boolean;
};

/** The request a date is asked for, with the group it belongs to. */
export async function askedRequest(tx: Tx, id: string): Promise<Asked | null> {
  const { rows } = await sql<{
    id: string;
    client_id: string | null;
    kind: string;
    alike: string;
    opened_at: string;
    phase: string;
  }>`
    select r.id, r.client_id, r.kind, r.opened_at, r.phase,
      r.kind || chr(31) || coalesce(r.priority, '') || chr(31) || coalesce(r.client_id::text, r.team, '') as alike
    from request r where r.workspace_id = ${tx.workspaceId} and r.id = ${id}`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const { client_id: clientId, kind, alike } = row;
  return { id, clientId, kind, alike, opened: instant(row.opened_at), closed: row.phase === 'closed' };
}

export async function openPromisesOf(tx: Tx, requestId: string): Promise<{ id: string; due: number }[]> {
  const rows = await tx
    .selectFrom('promise')
    .select(['id', 'due'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('side', '=', 'ours')
    .where('state', 'in', ['given', 'at-risk'])
    .execute();
  return rows.map((row) => ({ id: row.id, due: instant(row.due) }));
}

/** Whether the last suggestions were kept, each on its own date, oldest first; those whose date has not come are not scored yet. */
export async function scored(tx: Tx, now: number, last = 60): Promise<boolean[]> {
  const { rows } = await sql<{ kept: boolean }>`
    select coalesce(d.done_at <= f.nine_of_ten, false) as kept from forecast f
    left join duration d on d.workspace_id = f.workspace_id and d.request_id = f.request_id
    where f.workspace_id = ${tx.workspaceId} and f.nine_of_ten <= ${iso(now)} order by f.nine_of_ten desc limit ${last}`.execute(
    tx,
  );
  return rows.map((row) => row.kept).toReversed();
}

export type Stated = {
  readonly promiseId: string;
  readonly requestId: string;
  readonly clientId: string | null;
  readonly kind: string;
  readonly due: number;
  readonly chance: number | null;
  readonly refusal: string | null;
  readonly nineOfTen: number | null;
  readonly half: number | null;
  readonly basis: Readonly<Record<string, unknown>>;
};

export async function insertForecast(tx: Tx, s: Stated, now: number): Promise<void> {
  await tx
    .insertInto('forecast')
    .values({
      workspace_id: tx.workspaceId,
      promise_id: s.promiseId,
      request_id: s.requestId,
      client_id: s.clientId,
      kind: s.kind,
      stated_at: iso(now),
      due: iso(s.due),
      chance: s.chance,
      refusal: s.refusal,
      nine_of_ten: s.nineOfTen === null ? null : iso(s.nineOfTen),
      half: s.half === null ? null : iso(s.half),
      taken: s.due === s.nineOfTen,
      basis: JSON.stringify(s.basis),
    })
    .execute();
}

type Share = { readonly n: number; readonly kept: number; readonly stated: number };

/** Dates that have come, in groups: how many were kept, and what chance had been stated for them on average. */
export async function keptBy(
  tx: Tx,
  by: 'month' | 'kind' | 'chance',
  now: number,
): Promise<(Share & { key: string })[]> {
  const key = {
    month: sql`to_char(f.due at time zone w.zone, 'YYYY-MM')`,
    kind: sql`f.kind`,
    chance: sql`least(9, floor(f.chance * 10))::text`,
  }[by];
  const { rows } = await sql<Share & { key: string }>`
    select ${key} as key, count(*)::int as n, (count(*) filter (where d.done_at <= f.due))::int as kept, avg(f.chance) as stated
    from forecast f join workspace w on w.workspace_id = f.workspace_id
    left join duration d on d.workspace_id = f.workspace_id and d.request_id = f.request_id
    where f.workspace_id = ${tx.workspaceId} and f.due <= ${iso(now)} and f.due > ${iso(now)}::timestamptz - interval '24 months' and f.chance is not null
    group by 1 order by ${by === 'kind' ? sql`2 desc` : sql`1`} limit 50`.execute(tx);
  return rows;
}

/** Promises for which no chance could be stated, by reason. */
export async function refusalsOf(tx: Tx, now: number): Promise<{ code: string; n: number }[]> {
  const { rows } = await sql<{ code: string; n: number }>`
    select refusal as code, count(*)::int as n from forecast where workspace_id = ${tx.workspaceId} and refusal is not null
      and stated_at > ${iso(now)}::timestamptz - interval '24 months' group by 1 order by 2 desc`.execute(tx);
  return rows;
}

/** Promises with a suggestion: how many took its date, and how many of all suggested dates that have come were kept. */
export async function suggestionsOf(tx: Tx, now: number) {
  const { rows } = await sql<{ given: number; taken: number; due: number; kept: number }>`
    select count(*)::int as given, (count(*) filter (where f.taken))::int as taken, (count(*) filter (where f.nine_of_ten <= ${iso(now)}))::int as due,
      (count(*) filter (where f.nine_of_ten <= ${iso(now)} and d.done_at <= f.nine_of_ten))::int as kept
    from forecast f left join duration d on d.workspace_id = f.workspace_id and d.request_id = f.request_id
    where f.workspace_id = ${tx.workspaceId} and f.nine_of_ten is not null and f.stated_at > ${iso(now)}::timestamptz - interval '24 months'`.execute(
    tx,
  );
  return rows[0] ?? { given: 0, taken: 0, due: 0, kept: 0 };
}
