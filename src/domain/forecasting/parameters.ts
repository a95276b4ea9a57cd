import { DAY } from '../shared/instant.ts';

/** How a promise date is read from the past (P2); the figures behind each default are in decision 007. */
export type Parameters = {
  /** The period reaches back to this many closings … */
  readonly closings: number;
  /** … but at least this long and at most so long, ms. */
  readonly minSpan: number;
  readonly maxSpan: number;
  /** A wider group counts as at most so many requests. */
  readonly prior: number;
  /** Fewer similar requests than this carry no stated chance. */
  readonly minSimilar: number;
  /** In the tail at least so many requests must still be under watch. */
  readonly minAtRisk: number;
};

export const DEFAULTS: Parameters = {
  closings: 300,
  minSpan: 28 * DAY,
  maxSpan: 365 * DAY,
  prior: 20,
  minSimilar: 30,
  minAtRisk: 3,
};
