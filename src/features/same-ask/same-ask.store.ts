import { sql } from 'kysely';
import type { Ask } from '../../domain/triage/same-ask.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** How many of the newest requests with a word are looked at, and how many candidates are compared: the search is bounded, whatever was written. */
const PER_WORD = 200;
const CANDIDATES = 30;

type Row = { id: string; client_id: string; subject: string; text: string; at: string };
const toAsk = (r: Row): Ask => ({
  id: r.id,
  clientId: r.client_id,
  subject: r.subject,
  text: r.text,
  at: Date.parse(r.at),
});

/** What the client asked for on this request: the first message, and the last one that is not the first. */
export async function asksOn(tx: Tx, requestId: string): Promise<Ask[]> {
  const { rows } = await sql<Row & { first: boolean; last: boolean }>`
    select r.id, r.client_id, coalesce(m.subject, r.subject) as subject, left(m.body, 2000) as text, m.at
    from request r join lateral (
      (select id, subject, body, at from message where workspace_id = r.workspace_id and request_id = r.id and direction = 'in' and kind = 'person'
        order by at, id limit 1)
      union
      (select id, subject, body, at from message where workspace_id = r.workspace_id and request_id = r.id and direction = 'in' and kind = 'person'
        order by at desc, id desc limit 1)) m on true
    where r.workspace_id = ${tx.workspaceId} and r.id = ${requestId} and r.client_id is not null
    order by m.at`.execute(tx);
  return rows.map(toAsk);
}

/** Earlier requests of the same client that share the most words with an ask, as they were asked. */
export async function likelyAsks(tx: Tx, ask: Ask, sinceMs: number): Promise<Ask[]> {
  const { rows } = await sql<Row>`
    with found as (
      select a.request_id, count(*) as n, max(a.at) as at
      from parley.ask_words(${`${ask.subject} ${ask.text}`}) w(word)
      cross join lateral (
        select request_id, at from ask_word where workspace_id = ${tx.workspaceId} and client_id = ${ask.clientId} and word = w.word
          and at >= ${iso(sinceMs)} and at < ${iso(ask.at)} and request_id <> ${ask.id}
        order by at desc limit ${PER_WORD}) a
      group by a.request_id having count(*) >= 3 order by n desc, at desc limit ${CANDIDATES})
    select r.id, r.client_id, r.subject, left(m.body, 2000) as text, m.at from found f
    join request r on r.workspace_id = ${tx.workspaceId} and r.id = f.request_id
    join lateral (select body, at from message where workspace_id = r.workspace_id and request_id = r.id and direction = 'in' and kind = 'person'
      order by at, id limit 1) m on true
    where r.client_id = ${ask.clientId}`.execute(tx);
  return rows.map(toAsk);
}

export async function saveLink(
  tx: Tx,
  link: { requestId: string; toId: string; same: boolean; byId: string },
  now: number,
): Promise<void> {
  const said = { same: link.same, by_id: link.byId, at: iso(now) };
  await tx
    .insertInto('request_link')
    .values({ workspace_id: tx.workspaceId, request_id: link.requestId, to_id: link.toId, ...said })
    .onConflict((oc) => oc.columns(['workspace_id', 'request_id', 'to_id']).doUpdateSet(said))
    .execute();
}

/** What people said about this request and others: `from` this one, or `to` it. */
export async function linksOf(tx: Tx, requestId: string): Promise<{ from: string; to: string; same: boolean }[]> {
  const rows = await tx
    .selectFrom('request_link')
    .select(['request_id', 'to_id', 'same'])
    .where('workspace_id', '=', tx.workspaceId)
    .where((eb) => eb.or([eb('request_id', '=', requestId), eb('to_id', '=', requestId)]))
    .limit(100)
    .execute();
  return rows.map((r) => ({ from: r.request_id, to: r.to_id, same: r.same }));
}
