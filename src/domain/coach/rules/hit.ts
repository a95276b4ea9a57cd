import { type Message } from '../frames/message.ts';
import { type Sentence } from '../sentences.ts';
import { has, type Span } from '../text.ts';
import { type LedgerEntry, type RuleId } from '../types.ts';

/** What a rule returns: where, and the ledger entry it runs against, if any. */
export type Hit = Span & { readonly entry?: LedgerEntry };

export type Rule = (m: Message) => Hit[];

const NEVER = /(?!)/g;

/** A rule's own cue list; a language that leaves a slot empty never matches it. */
export const cue = (m: Message, rule: RuleId, slot: string): RegExp => m.lexicon.rules.get(rule)?.[slot] ?? NEVER;

export const active = (m: Message, rule: RuleId): boolean => m.lexicon.rules.has(rule);

export const within = (s: Sentence): Hit => ({ start: s.start, end: s.end });

/** Sentences in which a cue list matches. */
export const sentencesWith = (m: Message, re: RegExp): Sentence[] => m.sentences.filter((s) => has(re, s.text));
