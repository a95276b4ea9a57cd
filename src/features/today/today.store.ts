import { sql } from 'kysely';
import type { z } from 'zod';
import type { TodayItem } from '../../contract/today.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

type Item = z.infer<typeof TodayItem>;
type Phase = 'initiation' | 'resolution' | 'closing';

/** C1: how many requests sit in each phase – from kept counters – and how many of them are stuck: the date of their next step has passed. */
export async function cycleStrip(tx: Tx, now: number): Promise<{ phase: Phase; open: number; stuck: number }[]> {
  const { rows } = await sql<{ phase: Phase; open: number; stuck: number }>`
    select p.phase, coalesce((select sum(n) from request_count c where c.workspace_id = ${tx.workspaceId} and c.phase = p.phase), 0)::int as open,
      (select count(*) from (select 1 from request r where r.workspace_id = ${tx.workspaceId} and r.phase = p.phase and r.phase <> 'closed'
        and not r.asleep and r.next_due < ${iso(now)} limit 10000) late)::int as stuck
    from (values ('initiation', 1), ('resolution', 2), ('closing', 3)) p (phase, o) order by p.o`.execute(tx);
  return rows;
}

type Row = {
  id: string;
  kind: Item['kind'];
  request_id: string | null;
  ref: number | null;
  subject: string;
  client_name: string | null;
  text: string;
  due: string | null;
  fate: string | null;
};

/**
 * What needs this person, most urgent first: approvals asked of them, their promises due within two days or at risk, their next
 * steps and answers that came in (theirs or nobody's, and of what they watch), pauses that end, closings whose time has passed,
 * strangers, mail kept aside, and deliveries that went wrong. What they put off stays away until its date, or until it is another.
 */
export async function todayItems(tx: Tx, memberId: string, now: number): Promise<Item[]> {
  const soon = iso(now + 48 * 3_600_000);
  const ws = tx.workspaceId;
  const { rows } = await sql<Row>`
    with mine as (select r.*, c.name as client_name from request r left join client c on c.workspace_id = r.workspace_id and c.id = r.client_id
      where r.workspace_id = ${ws} and r.phase <> 'closed' and not r.asleep and (r.owner_id = ${memberId} or r.owner_id is null) )
    select * from (
      select a.id::text, 'approval' as kind, r.id as request_id, r.ref, r.subject, c.name as client_name, a.why as text, a.asked_at as due, r.fate
        from approval a join request r on r.workspace_id = a.workspace_id and r.id = a.request_id
        left join client c on c.workspace_id = r.workspace_id and c.id = r.client_id
        where a.workspace_id = ${ws} and a.state = 'asked' and a.asked_of = ${memberId}
      union all
      select p.id::text, case when p.state = 'at-risk' then 'promise-at-risk' else 'promise-due' end, r.id, r.ref, r.subject, c.name, p.text, p.due, r.fate
        from promise p join request r on r.workspace_id = p.workspace_id and r.id = p.request_id
        left join client c on c.workspace_id = r.workspace_id and c.id = r.client_id
        where p.workspace_id = ${ws} and p.side = 'ours' and p.state in ('given', 'at-risk') and (p.maker_id = ${memberId} or r.owner_id = ${memberId})
          and (p.due < ${soon} or p.state = 'at-risk')
      union all
      select m.id::text, 'next-step', m.id, m.ref, m.subject, m.client_name, m.next_step, m.next_due, m.fate from mine m
        where m.client_id is not null and (m.next_due < ${soon} or m.ball = 'ours') and not (m.phase = 'closing' and m.ball = 'theirs' and m.next_due >= ${iso(now)})
      union all
      select m.id::text, 'unknown-sender', m.id, m.ref, m.subject, null, m.next_step, m.next_due, m.fate from mine m where m.client_id is null
      union all
      select q.id::text, 'pause-ends', m.id, m.ref, m.subject, m.client_name, q.missing, q.resume_at, m.fate
        from pause q join mine m on m.id = q.request_id where q.workspace_id = ${ws} and q.state = 'running' and q.resume_at < ${soon}
      union all
      select k.id::text, 'kept-aside', null, null, coalesce(k.subject, '?'), null, coalesce(k.reason, ''), k.received_at, null
        from (select * from raw_mail where workspace_id = ${ws} and state = 'kept-aside' order by received_at desc limit 20) k
      union all
      select o.id::text, 'delivery', r.id, r.ref, coalesce(r.subject, o.recipient), null, o.state, o.created_at, r.fate
        from outbox o left join request r on r.workspace_id = o.workspace_id and r.id = o.request_id
        where o.workspace_id = ${ws} and o.state in ('failed', 'unknown', 'bounced') and o.created_at > now() - interval '14 days'
      union all
      select h.id::text, case when h.state = 'accepted' then 'handover-tell' when h.to_id = ${memberId} then 'handover' else 'handover-asked' end,
        r.id, r.ref, r.subject, c.name, case when h.state = 'accepted' then coalesce(h.restated, '') when h.to_id = ${memberId} then h.summary
          else coalesce(h.asked -> -1 ->> 'question', '') end, h.at, r.fate
        from handover h join request r on r.workspace_id = h.workspace_id and r.id = h.request_id
        left join client c on c.workspace_id = r.workspace_id and c.id = r.client_id
        where h.workspace_id = ${ws} and r.phase <> 'closed' and (
          (h.state = 'offered' and h.to_id = ${memberId} and (h.asked = '[]' or h.asked -> -1 ->> 'answer' is not null))
          or (h.state = 'offered' and h.from_id = ${memberId} and h.asked <> '[]' and h.asked -> -1 ->> 'answer' is null)
          or (h.state = 'accepted' and h.told_message_id is null and h.to_id = ${memberId} and r.contact_id is not null))
      union all
      select r.id::text, 'answer-in', r.id, r.ref, r.subject, c.name, left(news.body, 200), news.at, r.fate
        from watch w join request r on r.workspace_id = w.workspace_id and r.id = w.request_id
        left join client c on c.workspace_id = r.workspace_id and c.id = r.client_id
        join lateral (select n.body, n.at from message n where n.workspace_id = w.workspace_id and n.request_id = w.request_id
          and n.direction = 'in' and n.kind = 'person' and n.at > w.seen_at order by n.at desc limit 1) news on true
        where w.workspace_id = ${ws} and w.member_id = ${memberId}
    ) x where not exists (select 1 from snooze s where s.workspace_id = ${ws} and s.member_id = ${memberId} and s.item = x.kind || ':' || x.id
      and s.due is not distinct from date_trunc('milliseconds', x.due) and s.until > ${iso(now)})
    order by due nulls last limit 200`.execute(tx);
  return rows.map((row) => ({
    id: `${row.kind}:${row.id}`,
    kind: row.kind,
    requestId: row.request_id,
    ref: row.ref == null ? null : `REQ-${row.ref}`,
    subject: row.subject,
    clientName: row.client_name,
    text: row.text,
    due: row.due,
    late:
      row.due != null &&
      Date.parse(row.due) < now &&
      row.kind !== 'approval' &&
      row.kind !== 'answer-in' &&
      row.kind !== 'kept-aside' &&
      !row.kind.startsWith('handover') &&
      row.kind !== 'delivery',
    fate: row.fate,
  }));
}

/** Lines of other sources that this person has put off to a date that has not come, as `id@due`. */
export async function putOffLines(tx: Tx, memberId: string, now: number): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('snooze')
    .select(['item', 'due'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('until', '>', iso(now))
    .execute();
  return new Set(rows.map((r) => lineKey(r.item, r.due)));
}

export const lineKey = (id: string, due: string | null): string => `${id}@${due === null ? '' : Date.parse(due)}`;
