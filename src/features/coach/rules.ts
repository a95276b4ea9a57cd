import type { z } from 'zod';
import type { listRules } from '../../contract/coach.ts';
import { RULE_IDS, type RuleStatus } from '../../domain/coach/rule-life.ts';
import type { Lang, RuleId } from '../../domain/coach/types.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { append } from '../../platform/ledger/append.ts';
import { figuresOf, rulesOf, setRule, wouldHaveSaid } from './rule.store.ts';

type Rows = z.infer<typeof listRules.response>['items'];

/** Every rule of the coach in a language, with what people made of it. */
export async function rulesIn(tx: Tx, lang: Lang): Promise<Rows> {
  const stored = new Map((await rulesOf(tx, lang)).map((r) => [r.rule, r]));
  const figures = new Map((await figuresOf(tx, lang)).map((f) => [f.rule, f]));
  const quotes = Map.groupBy(await wouldHaveSaid(tx, lang), (q) => q.rule);
  return RULE_IDS.map((rule) => {
    const set = stored.get(rule);
    return {
      rule,
      lang,
      status: set?.status ?? 'on',
      byName: set?.byName ?? null,
      byItself: set?.byItself ?? false,
      at: set?.at ?? null,
      shown: figures.get(rule)?.shown ?? 0,
      wrong: figures.get(rule)?.wrong ?? 0,
      wouldHaveSaid: (quotes.get(rule) ?? []).map((q) => q.quote),
    };
  });
}

/** A lead switches a rule; its count begins anew. */
export async function changeRule(
  tx: Tx,
  by: MemberActor,
  change: { rule: RuleId; lang: Lang; status: RuleStatus },
  now: number,
): Promise<void> {
  await setRule(tx, { ...change, byId: by.id }, now);
  await append(tx, by, now, [{ kind: 'coach.rule-set', data: change }]);
}
