import * as wire from '../../contract/coach.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { coachForPage } from './coach-for-page.ts';
import { callWrong, hushHint } from './judge-hint.ts';
import { insertShowings } from './rule.store.ts';
import { changeRule, rulesIn } from './rules.ts';
import { sentAnyway } from './sent-anyway.store.ts';
import { serviceStandard, wordValue } from './standard.store.ts';
import { listeningTrend } from './trends.store.ts';

const done = { ok: true } as const;

export function coachRoutes(kernel: Kernel): void {
  serve(kernel, wire.coaching, ({ tx, actor, params, now }) => coachForPage(tx, actor, params.id, now));
  serve(kernel, wire.reportShowings, async ({ tx, actor, body, now }) => {
    const once = new Map(body.items.map((s) => [`${s.rule}:${s.lang}:${s.sentence}`, s]));
    const showings = [...once.values()].map((s) => ({ ...s, silent: false, quote: null }));
    await insertShowings(tx, actor.id, showings, now);
    return done;
  });
  serve(kernel, wire.callWrong, ({ tx, actor, body, now }) => callWrong(tx, actor, body, now));
  serve(kernel, wire.hush, async ({ tx, actor, body, now }) => {
    await hushHint(tx, actor, body, now);
    return done;
  });
  serve(kernel, wire.listRules, async ({ tx, query }) => ({ items: await rulesIn(tx, query.lang) }));
  serve(kernel, wire.changeRule, async ({ tx, actor, params, body, now }) => {
    await changeRule(tx, actor, { ...params, ...body }, now);
    return done;
  });
  serve(kernel, wire.listSentAnyway, async ({ tx, query, now }) => ({
    items: await sentAnyway(tx, now - query.days * DAY),
  }));
  serve(kernel, wire.serviceStandard, async ({ tx }) => ({ items: await serviceStandard(tx) }));
  serve(kernel, wire.wordValue, async ({ tx, actor, params, body, now }) => {
    await wordValue(tx, params.value, body.words, actor.id, now);
    await append(tx, actor, now, [{ kind: 'standard.worded', data: { value: params.value } }]);
    return done;
  });
  serve(kernel, wire.listeningTrend, async ({ tx, actor, query, now }) => {
    const who = query.who ?? actor.id;
    // Private to the person and their lead: a trend, never a ranking.
    if (who !== actor.id && actor.role === 'agent') throw refused('not-allowed', { needs: 'lead' });
    return { months: await listeningTrend(tx, who === 'team' ? null : who, now) };
  });
}
