import { type AuthorLimits, type DraftKind, type LedgerEntry, type RuleId } from '../types.ts';

/** An example draft: a plain sentence, or a sentence with what it needs to be judged. */
export type Example =
  | string
  | {
      readonly text: string;
      readonly kind?: DraftKind;
      readonly author?: AuthorLimits;
      /** `kind | text | key | value` */
      readonly ledger?: readonly string[];
    };

type Proof = { readonly bad: readonly Example[]; readonly good: readonly Example[] };
type ToneRule = 'rude' | 'blame' | 'excuse' | 'no-plan' | 'riddle' | 'sweetening' | 'no-empathy' | 'vague-date';

/** The rules of tone and bad news, kept in a file of their own. */
export type ToneExamples = Readonly<Record<ToneRule, Proof>>;

/** The rules that compare with the ledger, where a language keeps them in a file of their own. */
export type LedgerExamples = Readonly<Record<'condition-clash' | 'asked-again' | 'already-has', Proof>>;

/** The proof of a language's rules: at least five drafts that each rule must catch and ten that it must leave alone. */
export type Examples = {
  readonly rules: Readonly<Record<RuleId, Proof>>;
  /** Drafts in which no rule may find anything; they count as good for every rule. */
  readonly clean: readonly Example[];
};

export const ledgerOf = (lines: readonly string[]): LedgerEntry[] =>
  lines.map((line) => {
    const [kind = 'fact', text = '', key, value] = line.split('|').map((p) => p.trim());
    return { kind: kind as LedgerEntry['kind'], text, ...(key ? { key } : {}), ...(value ? { value } : {}) };
  });
