import { LEVELS } from './rank.ts';
import { type Finding, type RuleId } from './types.ts';

/** off: not asked · trial: runs silently and is logged · on: is shown, and stops a send where its level says so. */
export const RULE_STATUSES = ['off', 'trial', 'on'] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

export const RULE_IDS = Object.keys(LEVELS) as readonly RuleId[];

/** Status by rule; a rule that nobody has set is on. */
export type RuleStatuses = Readonly<Partial<Record<RuleId, RuleStatus>>>;

const MIN_SHOWN = 30;
const MOST_WRONG = 0.2;

/** More than a fifth called wrong, of thirty showings or more since it was last set: the rule goes back to trial by itself. */
export const failsTrust = (shown: number, wrong: number): boolean => shown >= MIN_SHOWN && wrong / shown > MOST_WRONG;

/** What is said aloud, and what is only logged because its rule is on trial. */
export function sorted(findings: readonly Finding[], statuses: RuleStatuses): { said: Finding[]; silent: Finding[] } {
  const by = (status: RuleStatus): Finding[] => findings.filter((f) => (statuses[f.rule] ?? 'on') === status);
  return { said: by('on'), silent: by('trial') };
}

/** A remark that somebody no longer wants about this very sentence. What stops a send cannot be hushed: it has its own way on. */
export const isHushed = (draft: string, f: Finding, hushed: ReadonlySet<string>): boolean =>
  f.level !== 'stop' && hushed.has(hushKey(f.rule, sentenceKey(draft, f)));

export const hushKey = (rule: RuleId, sentence: string): string => `${rule}:${sentence}`;

/** The sentence around a span: from the mark or line end before it to the one after it. */
export function sentenceAround(
  draft: string,
  span: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  const before = /[.?!…]["'”»)\]]*\s+|\n/g;
  let start = 0;
  for (const m of draft.slice(0, span.start).matchAll(before)) start = m.index + m[0].length;
  const rest = draft.slice(Math.max(span.start, span.end - 1));
  const stop = /[.?!…]+["'”»)\]]*(?=\s|$)|(?=\n)|$/.exec(rest);
  const end = Math.max(span.start, span.end - 1) + (stop ? stop.index + stop[0].length : rest.length);
  return { start, end: Math.max(end, span.end) };
}

/**
 * A short name for a sentence, the same whatever its case, spacing, digits and punctuation: what a hint is remembered by without
 * keeping anybody's words. 53 bits (cyrb53, public domain).
 */
export function sentenceKey(draft: string, span: { readonly start: number; readonly end: number }): string {
  const { start, end } = sentenceAround(draft, span);
  const plain = draft
    .slice(start, end)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < plain.length; i += 1) {
    const c = plain.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
