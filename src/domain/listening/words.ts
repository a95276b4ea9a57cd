import type { Instant } from '../shared/instant.ts';
import type { Money } from '../shared/money.ts';
import type { Side } from '../request/words.ts';

/** L1: what can stand on the ledger of a request or a client. */
export const ENTRY_KINDS = ['interest', 'fact', 'condition', 'already-has', 'question'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Questions are open until answered; everything else stands, until withdrawn or disputed by the client. */
export const ENTRY_STATES = ['open', 'answered', 'standing', 'withdrawn', 'disputed'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/**
 * A condition as something that can be compared, beside the client's words. Money: all costs together, also the conditional ones (L5).
 * `only` / `never` say which places or channels will do; `has` marks a product the client already owns (L4).
 */
export type ConditionValue =
  | { readonly kind: 'money'; readonly max: Money }
  | { readonly kind: 'date'; readonly latest?: Instant; readonly earliest?: Instant }
  | { readonly kind: 'place'; readonly rule: 'only' | 'never'; readonly places: readonly string[] }
  | { readonly kind: 'channel'; readonly rule: 'only' | 'never'; readonly channels: readonly string[] }
  | { readonly kind: 'scope'; readonly rule: 'includes' | 'excludes'; readonly items: readonly string[] }
  | { readonly kind: 'product'; readonly rule: 'has' | 'only' | 'never'; readonly name: string; readonly key?: string };

/** L1: one thing the client (or we) said, in the words it was said in. `said` counts how often it had to be said (L2). */
export type Entry = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly state: EntryState;
  readonly side: Side;
  readonly text: string;
  readonly said: number;
  readonly value?: ConditionValue;
  readonly answer?: string;
  readonly dispute?: string;
};

/** L4: something the client owns, from us or from anyone else. */
export type OwnedProduct = { readonly name: string; readonly key?: string; readonly from?: string };
