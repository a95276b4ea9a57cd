import type { Coaching } from '../../../../contract/coach.ts';
import { check } from '../../../../domain/coach/check.ts';
import { contextOf, type DraftFacts } from '../../../../domain/coach/draft-context.ts';
import { detectLanguage } from '../../../../domain/coach/language.ts';
import { loadPack } from '../../../../domain/coach/packs/load.ts';
import { likelyKind } from '../../../../domain/coach/promise-kind.ts';
import { shown } from '../../../../domain/coach/rank.ts';
import {
  hushKey,
  isHushed,
  type RuleStatuses,
  sentenceAround,
  sentenceKey,
  sorted,
} from '../../../../domain/coach/rule-life.ts';
import type { DraftKind, Finding, FoundPromise, Lang } from '../../../../domain/coach/types.ts';
import type { PromiseKind } from '../../../../domain/promises/words.ts';

/** A remark in the page: which, about which sentence, and where that sentence begins and ends. */
export type Remark = Finding & {
  readonly key: string;
  readonly sentence: string;
  readonly around: { readonly start: number; readonly end: number };
  /** The date that the sentence itself names, if it does. */
  readonly due: string | null;
};
export type Undertaking = FoundPromise & { readonly kind: PromiseKind };
export type Reading = {
  readonly draft: string;
  readonly lang: Lang;
  readonly remarks: readonly Remark[];
  readonly undertakings: readonly Undertaking[];
};

/**
 * Reads a draft in the page: no word of it crosses the network. This file and the pack of the draft's language are fetched when somebody
 * starts to write, and not before. `waved`: what was put aside in this draft.
 */
export async function readDraft(
  draft: string,
  coaching: Coaching,
  kind: DraftKind,
  now: number,
  waved: ReadonlySet<string>,
): Promise<Reading> {
  const lang = detectLanguage(draft, coaching.lang);
  const pack = await loadPack(lang);
  const report = check(draft, contextOf(coaching as DraftFacts, kind, lang, now), pack);
  const own = coaching.rules.filter((r) => r.lang === lang).map((r) => [r.rule, r.status]);
  const hushed = new Set([...coaching.hushed, ...waved]);
  const { said } = sorted(report.findings, Object.fromEntries(own) as RuleStatuses);
  const remarks = shown(said.filter((f) => !isHushed(draft, f, hushed))).map((f) => {
    const sentence = sentenceKey(draft, f);
    const around = sentenceAround(draft, f);
    const due = report.promises.find((p) => p.start < around.end && around.start < p.end && p.due)?.due ?? null;
    return { ...f, sentence, key: hushKey(f.rule, sentence), around, due };
  });
  const mine = report.promises.filter((p) => p.who !== 'other' && p.firmness === 'firm' && kind !== 'note');
  const stopped = (p: FoundPromise): boolean =>
    remarks.some((r) => r.level === 'stop' && r.start < p.end && p.start < r.end);
  const undertakings = mine.filter((p) => !stopped(p)).map((p) => ({ ...p, kind: likelyKind(p.quote, pack) }));
  return { draft, lang, remarks, undertakings };
}
