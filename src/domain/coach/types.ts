/** The languages the coach reads. */
export type Lang = 'en' | 'ru' | 'pl' | 'fr';

/** What the author is writing; message-level rules apply to bad news only. */
export type DraftKind = 'reply' | 'bad-news' | 'offer' | 'note';

export type RuleId =
  | 'binds-others'
  | 'over-authority'
  | 'condition-clash'
  | 'reflex-no'
  | 'rude'
  | 'blame'
  | 'excuse'
  | 'no-plan'
  | 'asked-again'
  | 'already-has'
  | 'riddle'
  | 'sweetening'
  | 'no-empathy'
  | 'vague-date';

/** note: quiet in the margin · check: shown once when send is pressed · stop: needs a way out or a reason. */
export type Level = 'note' | 'check' | 'stop';

/** One entry of the listening ledger as the coach needs it (L1). `key` and `value` are the typed part, where there is one. */
export type LedgerEntry = {
  readonly kind: 'interest' | 'fact' | 'condition' | 'already-has' | 'question';
  readonly text: string;
  readonly key?: string | undefined;
  readonly value?: string | undefined;
};

/** What the author may promise alone (T15): kinds of action in words, hours of work, and money in euros. */
export type AuthorLimits = {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly may: readonly string[];
  readonly max_hours?: number | undefined;
  readonly max_discount_eur?: number | undefined;
};

/** Everything a check needs besides the words. `now` is the author's wall clock: ISO 8601 with the offset of their zone. */
export type CheckContext = {
  readonly now: string;
  readonly kind: DraftKind;
  readonly author: AuthorLimits;
  readonly ledger: readonly LedgerEntry[];
};

export type Who = 'i' | 'we' | 'other';
export type Firmness = 'firm' | 'hedged' | 'conditional';

/** An undertaking found in the draft. `due` is a civil date (YYYY-MM-DD) by the author's clock, null where none is named. */
export type FoundPromise = {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly who: Who;
  readonly firmness: Firmness;
  readonly due: string | null;
};

/** One way out of a finding: a message key for its button and, where there is one, wording ready to insert. */
export type WayOut = { readonly key: string; readonly text?: string };

/** One remark. `start` and `end` are UTF-16 offsets into the draft; `message` is a key, never a sentence. */
export type Finding = {
  readonly rule: RuleId;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly message: string;
  /** The ledger entry the draft runs against, in the client's words. */
  readonly entry?: string;
  readonly ways: readonly WayOut[];
};

export type CoachReport = {
  readonly language: Lang;
  readonly findings: readonly Finding[];
  readonly promises: readonly FoundPromise[];
};
