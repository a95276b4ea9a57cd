import { sql } from 'kysely';
import type { PromiseState } from '../../domain/promises/words.ts';
import type { ReminderKind } from '../../domain/promises/remind.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type Dated = {
  readonly id: string;
  readonly side: 'ours' | 'theirs';
  readonly state: PromiseState;
  readonly text: string;
  readonly due: number;
  readonly givenAt: number;
  readonly hours: number;
  readonly minor: number;
  readonly sourceId: string | null;
  readonly dependsOn?: string;
  readonly doneAt?: number;
};

/** Every promise of a request as the rules about dates read it, the earliest first. */
export async function datedPromises(tx: Tx, requestId: string): Promise<Dated[]> {
  const rows = await tx
    .selectFrom('promise')
    .select([
      'id',
      'side',
      'state',
      'text',
      'due',
      'depends_on',
      'settled_at',
      'given_at',
      'created_at',
      'hours',
      'money_minor',
      'source_id',
    ])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('due')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map((p) => ({
    id: p.id,
    side: p.side,
    state: p.state,
    text: p.text,
    due: instant(p.due),
    givenAt: instant(p.given_at ?? p.created_at),
    hours: p.hours,
    minor: p.money_minor,
    sourceId: p.source_id,
    ...(p.depends_on ? { dependsOn: p.depends_on } : {}),
    ...(p.settled_at && p.state !== 'withdrawn' && p.state !== 'renegotiated' ? { doneAt: instant(p.settled_at) } : {}),
  }));
}

export type Reminded = { readonly promiseId: string; readonly kind: ReminderKind; readonly at: string };

export async function remindersOf(tx: Tx, promiseIds: readonly string[]): Promise<Reminded[]> {
  if (promiseIds.length === 0) return [];
  const rows = await tx
    .selectFrom('promise_reminder')
    .select(['promise_id', 'kind', 'at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('promise_id', 'in', [...promiseIds])
    .orderBy('at')
    .execute();
  return rows.map((r) => ({ promiseId: r.promise_id, kind: r.kind, at: r.at }));
}

export async function keepReminder(
  tx: Tx,
  r: { promiseId: string; kind: ReminderKind; automatic: boolean; messageId: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto('promise_reminder')
    .values({
      workspace_id: tx.workspaceId,
      promise_id: r.promiseId,
      at: iso(now),
      kind: r.kind,
      automatic: r.automatic,
      message_id: r.messageId,
    })
    .execute();
}

export async function remindsByItself(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ on: boolean }>`select remind_clients as on from workspace
    where workspace_id = ${tx.workspaceId}`.execute(tx);
  return rows[0]?.on ?? false;
}

export async function setRemindsByItself(tx: Tx, on: boolean): Promise<void> {
  await tx.updateTable('workspace').set({ remind_clients: on }).where('workspace_id', '=', tx.workspaceId).execute();
}

/** Open requests with a promise of theirs that comes near or has passed; asleep and suspended ones rest. */
export async function requestsToRemind(tx: Tx, now: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct r.id from promise p
    join request r on r.workspace_id = p.workspace_id and r.id = p.request_id
    join contact c on c.workspace_id = r.workspace_id and c.id = r.contact_id and c.status = 'active'
    where p.workspace_id = ${tx.workspaceId} and p.side = 'theirs' and p.state in ('given', 'at-risk')
      and p.due < ${iso(now + 2 * 86_400_000)} and p.due > ${iso(now - 30 * 86_400_000)}
      and r.phase <> 'closed' and not r.asleep and r.talk <> 'suspended'
      and not exists (select 1 from promise_reminder x where x.workspace_id = p.workspace_id and x.promise_id = p.id
        and x.kind = case when p.due < ${iso(now)} then 'late' else 'before' end)
    limit 200`.execute(tx);
  return rows.map((r) => r.id);
}

export async function keepShiftOffer(
  tx: Tx,
  optionId: string,
  clientId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .insertInto('shift_offer')
    .values(
      ids.map((id) => ({ workspace_id: tx.workspaceId, option_id: optionId, promise_id: id, client_id: clientId })),
    )
    .execute();
}

/** Moved dates that lie before the client now. */
export async function shiftLies(tx: Tx, requestId: string): Promise<boolean> {
  const { rows } = await sql<{
    id: string;
  }>`select o.id from option o join shift_offer s on s.workspace_id = o.workspace_id and s.option_id = o.id
    where o.workspace_id = ${tx.workspaceId} and o.request_id = ${requestId} and (o.state = 'on-the-table'
      or (o.state = 'agreed' and exists (select 1 from accord a where a.workspace_id = o.workspace_id and a.option_id = o.id
        and a.state in ('drawn-up', 'half-signed')))) limit 1`.execute(tx);
  return rows.length > 0;
}

/** The terms both signed last: what is not about dates stays as it is there. */
export async function termsInForce(tx: Tx, requestId: string) {
  const { rows } = await sql<{ accordId: string; optionId: string; terms: unknown }>`
    select a.id as "accordId", a.option_id as "optionId", v.terms from accord a
    join option_revision v on v.workspace_id = a.workspace_id and v.option_id = a.option_id and v.hash = a.option_hash
    where a.workspace_id = ${tx.workspaceId} and a.request_id = ${requestId} and a.state = 'in-force'
    order by a.number desc limit 1`.execute(tx);
  return rows[0] ?? null;
}
