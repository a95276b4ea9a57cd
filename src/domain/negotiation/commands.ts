import type { Instant } from '../shared/instant.ts';
import type { Side } from '../request/words.ts';
import type { Reveal, StanceKind } from './words.ts';

type By = { readonly side: Side; readonly personId: string };
type On = { readonly optionId: string };

/** One side's answer to one wording; `hash` is the wording the person saw. */
export type StanceGiven = On & {
  readonly hash: string;
  readonly kind: StanceKind;
  readonly words?: string;
  readonly wouldWork?: string;
};

/** `complete`: cost and date are named; see complete.ts. */
export type DraftOption = By &
  On & {
    readonly kind: 'draft-option';
    readonly hash: string;
    readonly complete: boolean;
    readonly parents: readonly string[];
    readonly changedWhy?: string;
  };
/** `basedOn` is the wording the editor saw. `why` is asked for when the option was agreed already. */
export type EditOption = By &
  On & {
    readonly kind: 'edit-option';
    readonly basedOn: string;
    readonly hash: string;
    readonly complete: boolean;
    readonly why?: string;
  };
export type TableOption = By & On & { readonly kind: 'table-option'; readonly expiresAt: Instant };
export type BringBackOption = By & On & { readonly kind: 'bring-back-option'; readonly changedWhy: string };
export type WithdrawOption = By & On & { readonly kind: 'withdraw-option'; readonly why: string };
export type OpenRound = By & {
  readonly kind: 'open-round';
  readonly roundId: string;
  readonly optionIds: readonly string[];
  readonly reveal: Reveal;
  readonly closesAt: Instant;
  readonly expiresAt: Instant;
  readonly oneOptionWhy?: string;
};
export type CloseRound = By & { readonly kind: 'close-round' };
export type TakeStances = By & { readonly kind: 'take-stances'; readonly stances: readonly StanceGiven[] };
export type WithdrawStance = By & On & { readonly kind: 'withdraw-stance' };
export type Pick = By & On & { readonly kind: 'pick'; readonly hash: string };
export type PauseTalk = By & {
  readonly kind: 'pause';
  readonly missing: string;
  readonly ourPeople: readonly string[];
  readonly theirPeople: readonly string[];
  readonly resumeAt: Instant;
};
export type ResumeTalk = By & { readonly kind: 'resume'; readonly why: string };
/** The clock: what has come due by `now` is carried out. Browsers' clocks are never asked. */
export type Tick = { readonly kind: 'tick' };

export type OptionCommand = DraftOption | EditOption | TableOption | BringBackOption | WithdrawOption;
export type RoundCommand = OpenRound | CloseRound;
export type StanceCommand = TakeStances | WithdrawStance | Pick;
export type PauseCommand = PauseTalk | ResumeTalk;
export type Command = OptionCommand | RoundCommand | StanceCommand | PauseCommand | Tick;
