import type { Instant } from '../shared/instant.ts';
import type { Side } from '../request/words.ts';

/** The life of an option; the moves between these are in option-moves.ts. */
export const OPTION_STATES = [
  'draft',
  'on-the-table',
  'agreed',
  'declined',
  'withdrawn',
  'expired',
  'superseded',
] as const;
export type OptionState = (typeof OPTION_STATES)[number];

/** T7: one side's answer to one wording. Only `works` is a yes. */
export const STANCE_KINDS = ['works', 'works-if', 'does-not-work', 'need-others'] as const;
export type StanceKind = (typeof STANCE_KINDS)[number];

/** What came of a round. Several workable options are never chosen between automatically. */
export const ROUND_OUTCOMES = ['agreed', 'several-work', 'none-works', 'paused'] as const;
export type RoundOutcome = (typeof ROUND_OUTCOMES)[number];

/** When stances are shown to the other side. */
export const REVEALS = ['at-once', 'when-both-answered'] as const;
export type Reveal = (typeof REVEALS)[number];

/** L5: costs that arise only in some case. They count as costs. */
export const COST_CONDITIONS = ['tax', 'optional-plan', 'restocking', 'return', 'other'] as const;
export type CostCondition = (typeof COST_CONDITIONS)[number];

export type CostItem = {
  readonly label: string;
  readonly minor: number;
  readonly currency: string;
  readonly conditional?: CostCondition;
  /** In what case a conditional cost arises, in words. */
  readonly when?: string;
};

/** A date set by hand, a forecast with two chances (5 of 10 and 9 of 10), or the reason why no date can be given. */
export type OptionDate =
  | { readonly kind: 'by-hand'; readonly at: Instant }
  | { readonly kind: 'forecast'; readonly p50: Instant; readonly p90: Instant }
  | { readonly kind: 'none'; readonly why: string };

/** One thing a side undertakes; it becomes a promise when the accord is signed. `due` falls back to the option's date. */
export type Undertaking = {
  readonly text: string;
  readonly due?: Instant;
  readonly hours?: number;
  readonly minor?: number;
  /** Which of our undertakings waits for this one of theirs (P5), by its place in `weDo`. */
  readonly before?: number;
};

/** T8: the whole package: what, for how much, when, who does what, what it meets and what it misses (ledger entry ids). */
export type OptionTerms = {
  readonly text: string;
  readonly costs: readonly CostItem[];
  readonly date: OptionDate;
  readonly effortHours: number;
  readonly place?: string;
  readonly channel?: string;
  /** Names or keys of products this option offers, for the check against what they already have (L4). */
  readonly products?: readonly string[];
  readonly scopeIn: readonly string[];
  readonly scopeOut: readonly string[];
  readonly assumptions: readonly string[];
  readonly weDo: readonly Undertaking[];
  readonly youDo: readonly Undertaking[];
  readonly meets: readonly string[];
  readonly misses: readonly string[];
  /** Authority this option needs on our side: hours of work, money in minor units of the costs' currency. */
  readonly authority?: { readonly hours?: number; readonly money?: number };
};

export type Stance = {
  readonly side: Side;
  readonly personId: string;
  /** Hash of the wording this stance speaks about. Nobody is bound to words they did not see. */
  readonly hash: string;
  readonly kind: StanceKind;
  /** The condition, the reason, or whom and what is needed. */
  readonly words?: string;
  /** What would make it work: asked with every "does not work". */
  readonly wouldWork?: string;
  readonly at: Instant;
};
