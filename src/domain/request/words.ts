import type { Instant } from '../shared/instant.ts';

/** C1: every request passes initiation, resolution and closing communication; only then is it closed. */
export const PHASES = ['initiation', 'resolution', 'closing', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** C7: whose move it is: ours, the client's, or a third party's. */
export const BALLS = ['ours', 'theirs', 'third'] as const;
export type Ball = (typeof BALLS)[number];

/** The two sides of the table. */
export const SIDES = ['ours', 'theirs'] as const;
export type Side = (typeof SIDES)[number];

/** Where the talk about a request stands. `collected` = kept for the review without a "no" (T16). */
export const TALK_STATES = [
  'none',
  'inviting',
  'talking',
  'agreed',
  'declined-to-discuss',
  'suspended',
  'collected',
] as const;
export type TalkState = (typeof TALK_STATES)[number];

/** C7: what happens next, by whom, by when. An open request never lacks one. */
export type NextStep = {
  readonly text: string;
  readonly ball: Ball;
  readonly due: Instant;
  readonly ownerId?: string;
};
