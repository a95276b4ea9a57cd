import type { Instant } from '../shared/instant.ts';
import type { Side } from '../request/words.ts';

export const PROMISE_STATES = [
  'proposed',
  'awaiting-approval',
  'given',
  'at-risk',
  'kept',
  'kept-early',
  'exceeded',
  'renegotiated',
  'broken',
  'withdrawn',
] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Where a promise was made. */
export const PROMISE_SOURCES = ['message', 'option', 'accord', 'call', 'sales'] as const;
export type PromiseSource = (typeof PROMISE_SOURCES)[number];

export const PROMISE_KINDS = ['answer', 'visit', 'work', 'delivery', 'discount', 'free-work', 'other'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** T15: how much a person may promise on their own: hours of work, money in minor units, kinds of promise. */
export type AuthorityLimits = {
  readonly hours: number;
  readonly moneyMinor: number;
  readonly currency: string;
  readonly kinds: readonly PromiseKind[];
};

/** Who does what by when, for either side. `target` is our own earlier date (P2) and never leaves our side. */
export type Commitment = {
  readonly id: string;
  readonly side: Side;
  readonly kind: PromiseKind;
  readonly text: string;
  readonly state: PromiseState;
  readonly due: Instant;
  readonly target?: Instant;
  readonly source: PromiseSource;
  readonly makerId: string;
  readonly hours: number;
  readonly money: { readonly minor: number; readonly currency: string };
  readonly dependsOn?: string;
};
