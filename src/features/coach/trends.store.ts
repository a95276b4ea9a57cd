import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';

export type Month = {
  month: string;
  repeats: number;
  askedAgain: number;
  againstWords: number;
  shown: number;
  wrong: number;
  overridden: number;
};

const MONTHS = 6;

/**
 * L9: half a year of listening, by month of the firm's zone: how often clients had to say it again (in requests this person looks after),
 * and what the coach showed them. `who` null is the whole team. A remark called wrong counts against the rule, not against the person.
 */
export async function listeningTrend(tx: Tx, who: string | null, now: number): Promise<Month[]> {
  const ws = tx.workspaceId;
  const { rows } = await sql<Month>`
    with months as (
      select generate_series(0, ${MONTHS - 1}) as back, w.zone, date_trunc('month', to_timestamp(${now / 1000}) at time zone w.zone) as this
      from workspace w where w.workspace_id = ${ws}
    ), span as (
      select (this - make_interval(months => back)) as month, zone, (this - make_interval(months => back)) at time zone zone as lo,
        (this - make_interval(months => back - 1)) at time zone zone as hi from months
    )
    select to_char(s.month, 'YYYY-MM') as month, e.repeats, e.overridden, c.shown, c.wrong, c."askedAgain", c."againstWords"
    from span s
    cross join lateral (select
        count(*) filter (where v.kind = 'entry.said-again' and (${who}::uuid is null or r.owner_id = ${who}::uuid))::int as repeats,
        count(*) filter (where v.kind = 'coach.sent-anyway' and (${who}::uuid is null or v.actor_id = ${who}::uuid))::int as overridden
      from event v left join request r on r.workspace_id = v.workspace_id and r.id = v.request_id
      where v.workspace_id = ${ws} and v.kind in ('entry.said-again', 'coach.sent-anyway') and v.at >= s.lo and v.at < s.hi) e
    cross join lateral (select count(*)::int as shown, count(*) filter (where x.wrong)::int as wrong,
        count(*) filter (where x.rule = 'asked-again' and not x.wrong)::int as "askedAgain",
        count(*) filter (where x.rule in ('condition-clash', 'already-has') and not x.wrong)::int as "againstWords"
      from coach_showing x where x.workspace_id = ${ws} and not x.silent and (${who}::uuid is null or x.member_id = ${who}::uuid)
        and x.at >= s.lo and x.at < s.hi) c
    order by s.month`.execute(tx);
  return rows;
}
