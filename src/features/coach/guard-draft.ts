import type { StopFinding } from '../../contract/coach.ts';
import { check } from '../../domain/coach/check.ts';
import { contextOf } from '../../domain/coach/draft-context.ts';
import { detectLanguage } from '../../domain/coach/language.ts';
import { loadPack } from '../../domain/coach/packs/load.ts';
import { sentenceKey, sorted } from '../../domain/coach/rule-life.ts';
import type { DraftKind, Finding, Lang, RuleId } from '../../domain/coach/types.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { clientLang, factsFor } from './facts.ts';
import { insertShowings, statusesOf } from './rule.store.ts';

/** Words of a person on their way to a client. `fields`: what they typed where, as the door calls it. */
export type Draft = {
  readonly request: { readonly id: string; readonly clientId: string | null; readonly contactId: string | null };
  readonly kind: DraftKind;
  readonly door: string;
  readonly fields: Readonly<Record<string, string | null | undefined>>;
  /** Only these rules count at this door; all that stop where it is left out. */
  readonly rules?: readonly RuleId[];
  readonly sendAnyway?: { readonly reason: string } | undefined;
};

type Stop = Finding & { readonly field: string };

/**
 * T14, T15: the one guard of every door. Refuses with what was found and the ways out; whoever goes on all the same says why, and that
 * is written into the ledger for the lead. Only rules that stop do so here, and only while they are on.
 */
export async function guardDraft(tx: Tx, by: MemberActor, draft: Draft, now: number): Promise<void> {
  const stops = await stopsIn(tx, by, draft, now);
  if (stops.length === 0) return;
  if (!draft.sendAnyway) throw refused('coach-stops', problemOf(stops, by.lang));
  const { request, door } = draft;
  const findings = stops.map(({ rule, field, quote }) => ({ rule, field, quote }));
  const data = { door, reason: draft.sendAnyway.reason, findings };
  await append(tx, by, now, [{ kind: 'coach.sent-anyway', requestId: request.id, clientId: request.clientId, data }]);
}

/** What stops these words here; what a rule on trial would have said is put down quietly. */
export async function stopsIn(tx: Tx, by: MemberActor, draft: Draft, now: number): Promise<Stop[]> {
  const { text, fieldAt } = joined(draft.fields);
  if (text.trim() === '') return [];
  const lang = detectLanguage(text, await clientLang(tx, draft.request.contactId, by.lang));
  const context = contextOf(await factsFor(tx, by, draft.request), draft.kind, lang, now);
  const { findings } = check(text, context, await loadPack(lang));
  const { said, silent } = sorted(findings, await statusesOf(tx, lang));
  await logSilent(tx, by, text, lang, silent, now);
  return said
    .filter((f) => f.level === 'stop' && (draft.rules?.includes(f.rule) ?? true))
    .map((f) => ({ ...f, ...fieldAt(f) }));
}

const logSilent = (tx: Tx, by: MemberActor, text: string, lang: Lang, silent: readonly Finding[], now: number) => {
  const showings = silent.map((f) => ({
    rule: f.rule,
    lang,
    sentence: sentenceKey(text, f),
    silent: true,
    quote: f.quote,
  }));
  const once = new Map(showings.map((s) => [`${s.rule}:${s.sentence}`, s]));
  return insertShowings(tx, by.id, [...once.values()], now);
};

/** One text of all fields, so that a clash named in one is seen in another; offsets go back to the field they are in. */
function joined(fields: Draft['fields']) {
  let text = '';
  const places: { field: string; from: number }[] = [];
  for (const [field, words] of Object.entries(fields)) {
    if (!words) continue;
    if (text) text += '\n\n';
    places.push({ field, from: text.length });
    text += words;
  }
  const fieldAt = ({ start, end }: { start: number; end: number }) => {
    const place = places.findLast((p) => p.from <= start) ?? { field: '', from: 0 };
    return { field: place.field, start: start - place.from, end: end - place.from };
  };
  return { text, fieldAt };
}

/** Problem details: rule, place, words, one sentence in the writer's language, the ways out. */
function problemOf(stops: readonly Stop[], lang: string): Record<string, unknown> {
  const t = translator(lang);
  const findings: StopFinding[] = stops.map(({ rule, field, start, end, quote, message, entry, ways }) => ({
    rule,
    field,
    start,
    end,
    quote,
    sentence: t(message),
    ...(entry ? { entry } : {}),
    ways: ways.map((way) => ({ ...way, label: t(way.key) })),
  }));
  return { words: findings[0]?.quote, why: findings[0]?.sentence, findings };
}
