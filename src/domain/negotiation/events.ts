import type { Instant } from '../shared/instant.ts';
import type { Side } from '../request/words.ts';
import type { Reveal, RoundOutcome, Stance } from './words.ts';

type By = { readonly side: Side; readonly personId: string };
type On = { readonly optionId: string };

/** What became true at the table. Replaying these in order gives the same table. */
export type NegotiationEvent =
  | (By &
      On & {
        readonly kind: 'option-drafted';
        readonly hash: string;
        readonly complete: boolean;
        readonly parents: readonly string[];
        readonly changedWhy?: string;
        readonly at: Instant;
      })
  /** `voided`: whose stances fell with the old wording; they are told. */
  | (By &
      On & {
        readonly kind: 'option-edited';
        readonly from: string;
        readonly hash: string;
        readonly complete: boolean;
        readonly voided: readonly string[];
        readonly wasAgreed: boolean;
        readonly why?: string;
        readonly at: Instant;
      })
  | (By & On & { readonly kind: 'option-tabled'; readonly roundId?: string; readonly expiresAt: Instant })
  | (By & On & { readonly kind: 'option-brought-back'; readonly changedWhy: string })
  | (By & On & { readonly kind: 'option-withdrawn'; readonly why: string })
  | (On & { readonly kind: 'option-declined' })
  | (On & { readonly kind: 'option-expired' })
  | (On & { readonly kind: 'option-superseded'; readonly by: string })
  | (By & {
      readonly kind: 'round-opened';
      readonly roundId: string;
      readonly number: number;
      readonly optionIds: readonly string[];
      readonly reveal: Reveal;
      readonly closesAt: Instant;
      readonly oneOptionWhy?: string;
      readonly at: Instant;
    })
  | { readonly kind: 'round-closed'; readonly roundId: string; readonly outcome: RoundOutcome }
  /** `replaces`: people of the same side whose earlier stance on this wording no longer counts. */
  | (On & { readonly kind: 'stance-taken'; readonly stance: Stance; readonly replaces: readonly string[] })
  /** `wasAgreed`: the agreement stood on it and is gone. */
  | (By & On & { readonly kind: 'stance-withdrawn'; readonly wasAgreed: boolean })
  | { readonly kind: 'several-work'; readonly optionIds: readonly string[] }
  | (By & On & { readonly kind: 'picked'; readonly hash: string; readonly insteadOf?: string })
  | (On & { readonly kind: 'agreed'; readonly hash: string })
  | (By & {
      readonly kind: 'paused';
      readonly missing: string;
      readonly ourPeople: readonly string[];
      readonly theirPeople: readonly string[];
      readonly resumeAt: Instant;
    })
  | (By & { readonly kind: 'resumed'; readonly why: string })
  | { readonly kind: 'pause-lapsed' }
  /** S11: the clocks stood still for so long (ms): every date at the table moves by it. */
  | { readonly kind: 'clocks-moved'; readonly by: number };
