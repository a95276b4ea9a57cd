import { sql } from 'kysely';
import type { RuleStatus, RuleStatuses } from '../../domain/coach/rule-life.ts';
import type { Lang, RuleId } from '../../domain/coach/types.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type StoredRule = {
  rule: RuleId;
  lang: Lang;
  status: RuleStatus;
  byName: string | null;
  byItself: boolean;
  at: string;
};

/** What somebody has set, or what a rule has come to by itself; of all the others nothing is stored. */
export async function rulesOf(tx: Tx, lang?: Lang): Promise<StoredRule[]> {
  const rows = await tx
    .selectFrom('coach_rule as r')
    .leftJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'r.workspace_id').onRef('m.id', '=', 'r.by_id'),
    )
    .select(['r.rule', 'r.lang', 'r.status', 'r.by_id', 'r.at', 'm.name'])
    .where('r.workspace_id', '=', tx.workspaceId)
    .$if(lang !== undefined, (q) => q.where('r.lang', '=', lang ?? 'en'))
    .execute();
  return rows.map((r) => ({
    rule: r.rule as RuleId,
    lang: r.lang,
    status: r.status,
    byName: r.name,
    byItself: r.by_id === null,
    at: r.at,
  }));
}

export async function statusesOf(tx: Tx, lang: Lang): Promise<RuleStatuses> {
  return Object.fromEntries((await rulesOf(tx, lang)).map((r) => [r.rule, r.status]));
}

export async function setRule(
  tx: Tx,
  r: { rule: RuleId; lang: Lang; status: RuleStatus; byId: string | null; shown?: number; wrong?: number },
  now: number,
): Promise<void> {
  const values = { status: r.status, by_id: r.byId, shown: r.shown ?? 0, wrong: r.wrong ?? 0, at: iso(now) };
  await tx
    .insertInto('coach_rule')
    .values({ workspace_id: tx.workspaceId, rule: r.rule, lang: r.lang, ...values })
    .onConflict((c) => c.columns(['workspace_id', 'rule', 'lang']).doUpdateSet(values))
    .execute();
}

export type Showing = { rule: RuleId; lang: Lang; sentence: string; silent: boolean; quote: string | null };

/** One row per person and sentence; shown again it counts anew for a rule that was set meanwhile, and stays as it was judged. */
export async function insertShowings(tx: Tx, memberId: string, showings: Showing[], now: number): Promise<void> {
  if (showings.length === 0) return;
  const rows = showings.map((s) => ({ workspace_id: tx.workspaceId, member_id: memberId, ...s, at: iso(now) }));
  await tx
    .insertInto('coach_showing')
    .values(rows)
    .onConflict((c) =>
      c.columns(['workspace_id', 'rule', 'lang', 'member_id', 'sentence']).doUpdateSet((eb) => ({
        at: eb.ref('excluded.at'),
        silent: eb.ref('excluded.silent'),
        quote: eb.fn.coalesce('excluded.quote', 'coach_showing.quote'),
      })),
    )
    .execute();
}

export async function markWrong(
  tx: Tx,
  memberId: string,
  s: { rule: RuleId; lang: Lang; sentence: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto('coach_showing')
    .values({ workspace_id: tx.workspaceId, member_id: memberId, ...s, silent: false, wrong: true, at: iso(now) })
    .onConflict((c) =>
      c.columns(['workspace_id', 'rule', 'lang', 'member_id', 'sentence']).doUpdateSet({ wrong: true }),
    )
    .execute();
}

export type Figures = { rule: RuleId; shown: number; wrong: number };

/** How often each rule spoke and was called wrong in a language, since it was last set; what ran silently does not count. */
export async function figuresOf(tx: Tx, lang: Lang): Promise<Figures[]> {
  const { rows } = await sql<Figures>`
    select s.rule, count(*)::int as shown, count(*) filter (where s.wrong)::int as wrong
    from coach_showing s left join coach_rule r on r.workspace_id = s.workspace_id and r.rule = s.rule and r.lang = s.lang
    where s.workspace_id = ${tx.workspaceId} and s.lang = ${lang} and not s.silent and (r.at is null or s.at >= r.at)
    group by s.rule`.execute(tx);
  return rows;
}

/** What rules on trial would have said about messages that were sent, the five newest of each. */
export async function wouldHaveSaid(tx: Tx, lang: Lang): Promise<{ rule: RuleId; quote: string }[]> {
  const { rows } = await sql<{ rule: RuleId; quote: string }>`
    select rule, quote from (
      select rule, quote, row_number() over (partition by rule order by at desc) as n from coach_showing
      where workspace_id = ${tx.workspaceId} and lang = ${lang} and silent and quote is not null) q
    where n <= 5 order by rule, n`.execute(tx);
  return rows;
}

export async function insertHush(
  tx: Tx,
  memberId: string,
  h: { rule: RuleId; sentence: string; scope: 'me' | 'team' },
  now: number,
): Promise<void> {
  await tx
    .insertInto('coach_hush')
    .values({ workspace_id: tx.workspaceId, member_id: memberId, ...h, at: iso(now) })
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function hushedFor(tx: Tx, memberId: string): Promise<{ rule: RuleId; sentence: string }[]> {
  const rows = await tx
    .selectFrom('coach_hush')
    .select(['rule', 'sentence'])
    .where('workspace_id', '=', tx.workspaceId)
    .where((eb) => eb.or([eb('scope', '=', 'team'), eb('member_id', '=', memberId)]))
    .orderBy('at', 'desc')
    .limit(5_000)
    .execute();
  return rows.map((r) => ({ rule: r.rule as RuleId, sentence: r.sentence }));
}
