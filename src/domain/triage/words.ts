import type { Side } from '../request/words.ts';

/** T1: both questions are answered yes, no, or not yet known. */
export const AXES = ['yes', 'no', 'unknown'] as const;
export type Axis = (typeof AXES)[number];

/** T1: what makes a request impossible. */
export const POSSIBLE_NOS = [
  'physical',
  'technical',
  'law-or-safety',
  'capacity',
  'third-party',
  'missing-knowledge',
] as const;
export type PossibleNo = (typeof POSSIBLE_NOS)[number];

/** T1: what makes a request unreasonable. */
export const REASONABLE_NOS = [
  'outside-hours',
  'outside-scope',
  'over-allowance',
  'free-of-charge',
  'harms-someone-else',
] as const;
export type ReasonableNo = (typeof REASONABLE_NOS)[number];

/** T2: the four fates, and the tray of what is not placed yet. */
export const FATES = ['do-it', 'reasonable-not-possible', 'possible-not-reasonable', 'neither', 'not-placed'] as const;
export type Fate = (typeof FATES)[number];

/** T1: where one side sees a request on the matrix, and why. */
export type Placement = {
  readonly side: Side;
  readonly reasonable: Axis;
  readonly possible: Axis;
  readonly reasonableKind?: ReasonableNo;
  readonly possibleKind?: PossibleNo;
  readonly reason: string;
  readonly evidence?: string;
};
