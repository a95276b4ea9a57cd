import type { Fate } from '../triage/words.ts';
import type { Phase, TalkState } from './words.ts';

/** What the next step depends on: counts and states that each part of the product can say about one request. */
export type RequestFacts = {
  readonly phase: Phase;
  readonly talk: TalkState;
  readonly clientKnown: boolean;
  /** The client wrote last and a person has not answered yet. */
  readonly unanswered: boolean;
  /** T5: what is behind it. */
  readonly interest: 'unknown' | 'known' | 'skipped';
  readonly fate: Fate;
  /** T19: the sides place it differently and nobody has spoken of it since. */
  readonly sidesDiffer: boolean;
  /** T12: "just do it" was said once and the benefit message has not gone out. */
  readonly benefitDue: boolean;
  readonly pause: 'none' | 'running' | 'lapsed';
  /** `none`: no round was held, or its outcome has been dealt with. */
  readonly round: 'none' | 'open' | 'several-work' | 'none-works';
  readonly optionsOnTable: number;
  /** Options on the table without a stance of that side on their latest wording. */
  readonly waitForOurStance: number;
  readonly waitForTheirStance: number;
  readonly accord: 'none' | 'drawn-up' | 'half-signed' | 'in-force';
  readonly weSigned: boolean;
  readonly approvalsAsked: number;
  readonly promisesMade: number;
  readonly ourOpenPromises: number;
  readonly ourPromisesAtRisk: number;
  readonly theirOpenPromises: number;
  readonly theirLatePromises: number;
  /** `silent` = the stated time passed after the closing message really left. */
  readonly closing: 'none' | 'waiting' | 'silent';
};

/** A request as it arrives: the client is known, nothing has been said or decided. */
export const ARRIVED: RequestFacts = {
  phase: 'initiation',
  talk: 'none',
  clientKnown: true,
  unanswered: true,
  interest: 'unknown',
  fate: 'not-placed',
  sidesDiffer: false,
  benefitDue: false,
  pause: 'none',
  round: 'none',
  optionsOnTable: 0,
  waitForOurStance: 0,
  waitForTheirStance: 0,
  accord: 'none',
  weSigned: false,
  approvalsAsked: 0,
  promisesMade: 0,
  ourOpenPromises: 0,
  ourPromisesAtRisk: 0,
  theirOpenPromises: 0,
  theirLatePromises: 0,
  closing: 'none',
};
