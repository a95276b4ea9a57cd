import { type ExpressionBuilder, sql } from 'kysely';
import type { PromiseRow } from '../../contract/promises.ts';
import type { PromiseKind, PromiseSource, PromiseState } from '../../domain/promises/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refOf } from '../requests/public.ts';

export type NewPromise = {
  id: string;
  requestId: string;
  clientId: string | null;
  side: 'ours' | 'theirs';
  kind: PromiseKind;
  text: string;
  state: PromiseState;
  due: string;
  dueZone: string;
  target: string | null;
  source: PromiseSource;
  sourceId: string | null;
  makerId: string | null;
  makerName: string;
  hours: number;
  moneyMinor: number;
  openQuestionsWhy: string | null;
  dependsOn: string | null;
  replacesId: string | null;
  givenAt: string | null;
};

export async function insertPromise(tx: Tx, p: NewPromise, now: number): Promise<void> {
  await tx
    .insertInto('promise')
    .values({
      workspace_id: tx.workspaceId,
      id: p.id,
      request_id: p.requestId,
      client_id: p.clientId,
      side: p.side,
      kind: p.kind,
      text: p.text,
      state: p.state,
      due: p.due,
      due_zone: p.dueZone,
      target: p.target,
      source: p.source,
      source_id: p.sourceId,
      maker_id: p.makerId,
      maker_name: p.makerName,
      hours: p.hours,
      money_minor: p.moneyMinor,
      open_questions_why: p.openQuestionsWhy,
      depends_on: p.dependsOn,
      replaces_id: p.replacesId,
      given_at: p.givenAt,
      created_at: iso(now),
    })
    .execute();
}

const columns = [
  'p.id',
  'p.request_id',
  'r.ref',
  'p.client_id',
  'p.side',
  'p.kind',
  'p.text',
  'p.state',
  'p.due',
  'p.due_zone',
  'p.target',
  'p.source',
  'p.source_id',
  'p.maker_id',
  'p.maker_name',
  'p.hours',
  'p.money_minor',
  'p.evidence',
  'p.miss_reason',
  'p.depends_on',
  'p.replaces_id',
  'p.given_at',
  'p.created_at',
  'c.name as client_name',
] as const;

const promises = (tx: Tx) =>
  tx
    .selectFrom('promise as p')
    .innerJoin('request as r', (join) =>
      join.onRef('r.workspace_id', '=', 'p.workspace_id').onRef('r.id', '=', 'p.request_id'),
    )
    .leftJoin('client as c', (join) =>
      join.onRef('c.workspace_id', '=', 'p.workspace_id').onRef('c.id', '=', 'p.client_id'),
    )
    .leftJoinLateral(latestApproval, (join) => join.onTrue())
    .select(columns)
    .select([
      'a.id as approval_id',
      'a.asked_of',
      'a.asked_of_name',
      'a.state as approval_state',
      'a.answer as approval_answer',
    ])
    .where('p.workspace_id', '=', tx.workspaceId);

/** The newest approval asked about a promise, with the name of who was asked. */
const latestApproval = (eb: ExpressionBuilder<Schema & { p: Schema['promise'] }, 'p'>) =>
  eb
    .selectFrom('approval as x')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'x.workspace_id').onRef('m.id', '=', 'x.asked_of'),
    )
    .select(['x.id', 'x.asked_of', 'm.name as asked_of_name', 'x.state', 'x.answer'])
    .whereRef('x.workspace_id', '=', 'p.workspace_id')
    .whereRef('x.subject_id', '=', 'p.id')
    .orderBy('x.asked_at', 'desc')
    .limit(1)
    .as('a');

type Row = Awaited<ReturnType<ReturnType<typeof promises>['executeTakeFirstOrThrow']>>;

const toPromise = (row: Row): PromiseRow => ({
  id: row.id,
  requestId: row.request_id,
  ref: refOf(row.ref),
  side: row.side,
  kind: row.kind as PromiseKind,
  text: row.text,
  state: row.state,
  due: row.due,
  dueZone: row.due_zone,
  target: row.target,
  source: row.source,
  makerId: row.maker_id,
  makerName: row.maker_name,
  hours: row.hours,
  moneyMinor: row.money_minor,
  evidence: row.evidence,
  missReason: row.miss_reason,
  dependsOn: row.depends_on,
  replacesId: row.replaces_id,
  approval:
    row.approval_id && row.asked_of && row.approval_state
      ? {
          id: row.approval_id,
          askedOf: row.asked_of,
          askedOfName: row.asked_of_name ?? '',
          state: row.approval_state,
          answer: row.approval_answer,
        }
      : null,
  clientName: row.client_name,
  createdAt: row.created_at,
});

export async function promisesOf(tx: Tx, requestId: string): Promise<PromiseRow[]> {
  const rows = await promises(tx)
    .where('p.request_id', '=', requestId)
    .orderBy('p.due')
    .orderBy('p.id')
    .limit(200)
    .execute();
  return rows.map(toPromise);
}

export async function findPromise(tx: Tx, id: string): Promise<PromiseRow | null> {
  const row = await promises(tx).where('p.id', '=', id).executeTakeFirst();
  return row ? toPromise(row) : null;
}

const openStates = ['proposed', 'awaiting-approval', 'given', 'at-risk'] as const;

/** One page of what was promised by either side: open ones by due date (at risk first by its nature), settled ones newest first. */
export async function listPromises(
  tx: Tx,
  filter: {
    state: 'open' | 'settled' | 'all';
    side?: 'ours' | 'theirs' | undefined;
    after?: string | undefined;
    limit: number;
  },
) {
  let query = promises(tx);
  if (filter.state === 'open') query = query.where('p.state', 'in', openStates);
  if (filter.state === 'settled') query = query.where('p.state', 'not in', openStates);
  if (filter.side) query = query.where('p.side', '=', filter.side);
  const cursor = /^([0-9T:.Z+-]{20,32})~([0-9a-f-]{36})$/.exec(filter.after ?? '');
  if (cursor) query = query.where(sql<boolean>`(p.due, p.id) > (${cursor[1]}::timestamptz, ${cursor[2]}::uuid)`);
  const rows = await query
    .orderBy('p.due')
    .orderBy('p.id')
    .limit(filter.limit + 1)
    .execute();
  const items = rows.slice(0, filter.limit).map(toPromise);
  const last = items.at(-1);
  return { items, next: rows.length > filter.limit && last ? `${last.due}~${last.id}` : null };
}

export async function updatePromise(
  tx: Tx,
  id: string,
  change: {
    state?: PromiseState;
    evidence?: string;
    miss_reason?: string | null;
    settled_at?: string;
    given_at?: string;
    hours?: number;
    money_minor?: number;
  },
): Promise<void> {
  await tx.updateTable('promise').set(change).where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

export async function promiseGivenAt(tx: Tx, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('promise')
    .select('given_at')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.given_at ?? null;
}

/** L8: what the client remembers of us – counted on the client, so that it stands beside every conversation at no cost. */
export async function countForClient(tx: Tx, clientId: string | null, outcome: 'kept' | 'broken'): Promise<void> {
  if (!clientId) return;
  await tx
    .updateTable('client')
    .set(outcome === 'kept' ? { kept: sql<number>`kept + 1` } : { broken: sql<number>`broken + 1` })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', clientId)
    .execute();
}

export async function promiseMonths(tx: Tx) {
  const { rows } = await sql<{
    month: string;
    kept: number;
    early: number;
    exceeded: number;
    renegotiated: number;
    broken: number;
  }>`
    select to_char(date_trunc('month', settled_at at time zone 'UTC'), 'YYYY-MM') as month,
      count(*) filter (where state = 'kept') as kept, count(*) filter (where state = 'kept-early') as early,
      count(*) filter (where state = 'exceeded') as exceeded, count(*) filter (where state = 'renegotiated') as renegotiated,
      count(*) filter (where state = 'broken') as broken
    from promise where workspace_id = ${tx.workspaceId} and settled_at is not null and side = 'ours'
      and settled_at > now() - interval '24 months' group by 1 order by 1`.execute(tx);
  return rows;
}

/** What the promise came from: an approval given for that covers the moved one too, as long as hours and money are the same. */
export async function sourceOf(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('promise')
    .select('source_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.source_id ?? id;
}
