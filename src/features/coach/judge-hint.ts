import { LEVELS } from '../../domain/coach/rank.ts';
import { failsTrust } from '../../domain/coach/rule-life.ts';
import type { Lang, RuleId } from '../../domain/coach/types.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { figuresOf, insertHush, markWrong, setRule, statusesOf } from './rule.store.ts';

type Hint = { rule: RuleId; lang: Lang; sentence: string };

/** “That’s wrong” counts against the rule in that language; too many of them and it goes back to trial by itself, in the ledger. */
export async function callWrong(tx: Tx, by: MemberActor, hint: Hint, now: number): Promise<{ backToTrial: boolean }> {
  const { rule, lang } = hint;
  await markWrong(tx, by.id, hint, now);
  const { shown = 0, wrong = 0 } = (await figuresOf(tx, lang)).find((f) => f.rule === rule) ?? {};
  const on = ((await statusesOf(tx, lang))[rule] ?? 'on') === 'on';
  if (!on || !failsTrust(shown, wrong)) return { backToTrial: false };
  await setRule(tx, { rule, lang, status: 'trial', byId: null, shown, wrong }, now);
  await append(tx, { kind: 'system' }, now, [{ kind: 'coach.back-to-trial', data: { rule, lang, shown, wrong } }]);
  return { backToTrial: true };
}

/** Not again about this sentence. What stops a send has its own way on, and is not hushed. */
export async function hushHint(
  tx: Tx,
  by: MemberActor,
  hint: { rule: RuleId; sentence: string; scope: 'me' | 'team' },
  now: number,
): Promise<void> {
  if (LEVELS[hint.rule] === 'stop') throw refused('stop-not-hushed');
  await insertHush(tx, by.id, hint, now);
}
