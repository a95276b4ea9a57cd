import { POSSIBLE_NOS, REASONABLE_NOS } from '../triage/words.ts';

/** T18: what a discussion can be about: why something was not reasonable, what made it impossible, two ways of not listening, and two of selling (S4, S10). */
export const CAUSES = [
  ...REASONABLE_NOS,
  ...POSSIBLE_NOS,
  'said-again',
  'broken-promise',
  'left-unsaid',
  'sold-twice',
] as const;
export type Cause = (typeof CAUSES)[number];

/** One thing counted: how often in a month (`2026-04-01`), and the minutes spent on the requests it was counted in. */
export type Tally = {
  readonly month: string;
  readonly metric: string;
  readonly key: string;
  readonly n: number;
  readonly minutes: number;
};

export type Count = { readonly n: number; readonly minutes: number };
/** First and last day, both included, as `2026-04-01`. */
export type Period = { readonly from: string; readonly to: string };
