import { sql } from 'kysely';
import type { Planned } from '../../domain/visits/clash.ts';
import type { VisitState, Window } from '../../domain/visits/words.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { refOf } from '../requests/public.ts';

/** A visit as the use cases know it: times as instants, its people and the other times held for the client. */
export type VisitRecord = Planned & {
  readonly clientName: string;
  readonly requestId: string | null;
  readonly ref: string | null;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly promiseId: string | null;
  readonly purpose: string;
  readonly place: string | null;
  readonly zone: string;
  readonly state: VisitState;
  readonly sequence: number;
  readonly toldAt: string | null;
  readonly toldSequence: number | null;
  readonly proxyName: string | null;
  readonly words: string | null;
  readonly names: readonly { readonly id: string; readonly name: string }[];
};

type Row = {
  id: string;
  client_id: string;
  client_name: string;
  request_id: string | null;
  ref: number | null;
  contact_id: string | null;
  contact_name: string | null;
  promise_id: string | null;
  purpose: string;
  remote: boolean;
  place: string | null;
  system: string | null;
  starts_at: string;
  ends_at: string;
  zone: string;
  state: VisitState;
  sequence: number;
  told_at: string | null;
  told_sequence: number | null;
  proxy_name: string | null;
  outcome_words: string | null;
  people: { id: string; name: string }[];
  slots: { from: string; to: string }[];
};

const toRecord = (r: Row): VisitRecord => ({
  id: r.id,
  clientId: r.client_id,
  clientName: r.client_name,
  requestId: r.request_id,
  ref: r.ref == null ? null : refOf(r.ref),
  contactId: r.contact_id,
  contactName: r.contact_name,
  promiseId: r.promise_id,
  purpose: r.purpose,
  remote: r.remote,
  place: r.place,
  system: r.system,
  window: { from: instant(r.starts_at), to: instant(r.ends_at) },
  held: r.slots.map((s) => ({ from: instant(s.from), to: instant(s.to) })),
  zone: r.zone,
  state: r.state,
  sequence: r.sequence,
  toldAt: r.told_at,
  toldSequence: r.told_sequence,
  proxyName: r.proxy_name,
  words: r.outcome_words,
  people: r.people.map((p) => p.id),
  names: r.people,
});

const visits = (tx: Tx) => sql`select v.*, c.name as client_name, r.ref, k.name as contact_name,
    coalesce((select json_agg(json_build_object('id', p.member_id, 'name', p.name) order by p.name, p.member_id) from visit_person p
      where p.workspace_id = v.workspace_id and p.visit_id = v.id), '[]') as people,
    coalesce((select json_agg(json_build_object('from', s.starts_at, 'to', s.ends_at) order by s.starts_at) from visit_slot s
      where s.workspace_id = v.workspace_id and s.visit_id = v.id), '[]') as slots
  from visit v join client c on c.workspace_id = v.workspace_id and c.id = v.client_id
  left join request r on r.workspace_id = v.workspace_id and r.id = v.request_id
  left join contact k on k.workspace_id = v.workspace_id and k.id = v.contact_id
  where v.workspace_id = ${tx.workspaceId}`;

export type Which = { from: number; to: number; memberId?: string; clientId?: string; requestId?: string };

/** Visits whose window, or a time held for them, touches the period, by time. */
export async function visitsIn(tx: Tx, { from, to, memberId, clientId, requestId }: Which): Promise<VisitRecord[]> {
  const { rows } = await sql<Row>`${visits(tx)}
    and (v.starts_at < ${iso(to)} and v.ends_at > ${iso(from)} or exists (select 1 from visit_slot s
      where s.workspace_id = v.workspace_id and s.visit_id = v.id and s.starts_at < ${iso(to)} and s.ends_at > ${iso(from)}))
    and ${memberId ? sql`exists (select 1 from visit_person p where p.workspace_id = v.workspace_id and p.visit_id = v.id and p.member_id = ${memberId})` : sql`true`}
    and ${clientId ? sql`v.client_id = ${clientId}` : sql`true`}
    and ${requestId ? sql`v.request_id = ${requestId}` : sql`true`}
    order by v.starts_at, v.id limit 1000`.execute(tx);
  return rows.map(toRecord);
}

export async function findVisit(tx: Tx, id: string): Promise<VisitRecord> {
  const { rows } = await sql<Row>`${visits(tx)} and v.id = ${id}`.execute(tx);
  const [row] = rows;
  if (!row) throw refused('not-found');
  return toRecord(row);
}

/** Under its row lock, so that the client's pick and our move do not cross. After the request's lock, where there is one. */
export async function lockVisit(tx: Tx, id: string): Promise<VisitRecord> {
  await sql`select 1 from visit where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(tx);
  return findVisit(tx, id);
}

export type NewVisit = {
  id: string;
  clientId: string;
  requestId: string | null;
  contactId: string | null;
  promiseId: string | null;
  purpose: string;
  remote: boolean;
  place: string | null;
  system: string | null;
  from: string;
  to: string;
  zone: string;
  byId: string;
};

export async function insertVisit(tx: Tx, v: NewVisit, now: number): Promise<void> {
  await tx
    .insertInto('visit')
    .values({
      workspace_id: tx.workspaceId,
      id: v.id,
      client_id: v.clientId,
      request_id: v.requestId,
      contact_id: v.contactId,
      promise_id: v.promiseId,
      purpose: v.purpose,
      remote: v.remote,
      place: v.place,
      system: v.system,
      starts_at: v.from,
      ends_at: v.to,
      zone: v.zone,
      by_id: v.byId,
      created_at: iso(now),
      updated_at: iso(now),
    })
    .execute();
}

export async function setPeople(
  tx: Tx,
  visit: { id: string; clientId: string },
  people: readonly { id: string; name: string }[],
): Promise<void> {
  await tx
    .deleteFrom('visit_person')
    .where('workspace_id', '=', tx.workspaceId)
    .where('visit_id', '=', visit.id)
    .execute();
  const row = { workspace_id: tx.workspaceId, visit_id: visit.id, client_id: visit.clientId };
  await tx
    .insertInto('visit_person')
    .values(people.map((p) => ({ ...row, member_id: p.id, name: p.name })))
    .execute();
}

export async function setSlots(
  tx: Tx,
  visit: { id: string; clientId: string },
  slots: readonly Window[],
): Promise<void> {
  await tx
    .deleteFrom('visit_slot')
    .where('workspace_id', '=', tx.workspaceId)
    .where('visit_id', '=', visit.id)
    .execute();
  if (slots.length === 0) return;
  const row = { workspace_id: tx.workspaceId, visit_id: visit.id, client_id: visit.clientId };
  await tx
    .insertInto('visit_slot')
    .values(slots.map((s) => ({ ...row, starts_at: iso(s.from), ends_at: iso(s.to) })))
    .onConflict((oc) => oc.doNothing())
    .execute();
}

export type VisitChange = {
  state?: VisitState;
  starts_at?: string;
  ends_at?: string;
  request_id?: string;
  promise_id?: string | null;
  told_at?: string;
  told_sequence?: number;
  confirmed_by?: string | null;
  confirmed_at?: string | null;
  proxy_name?: string | null;
  outcome_words?: string | null;
  ended_at?: string | null;
  sequence?: number;
};

export async function updateVisit(tx: Tx, id: string, change: VisitChange, now: number): Promise<void> {
  await tx
    .updateTable('visit')
    .set({ ...change, updated_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Two people who plan at once plan one after the other, so that the second sees what the first did. */
export async function holdPlan(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('visits:' || ${tx.workspaceId}, 0))`.execute(tx);
}
