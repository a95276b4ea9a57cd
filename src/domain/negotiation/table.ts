import type { Instant } from '../shared/instant.ts';
import type { Side } from '../request/words.ts';
import type { OptionState, Reveal, RoundOutcome, Stance } from './words.ts';

/** One frozen wording of an option. The hash is made outside, from canonical-terms.ts. */
export type Revision = { readonly hash: string; readonly bySide: Side; readonly at: Instant };

export type Option = {
  readonly id: string;
  /** The side that proposed it. */
  readonly side: Side;
  readonly state: OptionState;
  /** Oldest first; the last is the one in force. */
  readonly revisions: readonly Revision[];
  /** T9: the options it was varied or combined from. */
  readonly parents: readonly string[];
  /** A client's own option can be agreed once its cost and date are named, by them or in a wording of ours; see complete.ts. */
  readonly completed: boolean;
  readonly stances: readonly Stance[];
  readonly roundId?: string;
  readonly expiresAt?: Instant;
  /** L7: what changed since a no. */
  readonly changedWhy?: string;
};

export type Round = {
  readonly id: string;
  readonly number: number;
  readonly reveal: Reveal;
  readonly openedAt: Instant;
  readonly closesAt: Instant;
  readonly oneOptionWhy?: string;
  readonly outcome?: RoundOutcome;
};

/** T13: nobody knows enough; named people of both sides find out until a date. */
export type Pause = {
  readonly missing: string;
  readonly ourPeople: readonly string[];
  readonly theirPeople: readonly string[];
  readonly resumeAt: Instant;
  readonly state: 'running' | 'resumed' | 'lapsed';
};

/** Everything the two sides have on the table about one request. The first four facts are the request's own. */
export type Table = {
  readonly closed: boolean;
  /** S11: the client's own side is not at one; nothing can be agreed. */
  readonly suspended: boolean;
  /** T5: what is behind it. */
  readonly interest: 'unknown' | 'known' | 'skipped';
  /** P4: a first signature stands under the accord; from then on its option is not edited. */
  readonly signed: boolean;
  /** Who decides this matter for the client, where one has been named. */
  readonly decisionMakerId?: string;
  readonly options: readonly Option[];
  readonly rounds: readonly Round[];
  readonly pause: Pause | null;
  /** Several options work: each side picks one. */
  readonly choosing: boolean;
  readonly picks: Partial<Readonly<Record<Side, { readonly optionId: string; readonly personId: string }>>>;
  /** For which side each person has acted; nobody acts for both. */
  readonly people: Readonly<Record<string, Side>>;
};

export const EMPTY_TABLE: Table = {
  closed: false,
  suspended: false,
  interest: 'unknown',
  signed: false,
  options: [],
  rounds: [],
  pause: null,
  choosing: false,
  picks: {},
  people: {},
};

export const otherSide = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours');
export const hashOf = (option: Option): string => option.revisions.at(-1)?.hash ?? '';
export const findOption = (table: Table, id: string): Option | undefined => table.options.find((o) => o.id === id);
export const openRound = (table: Table): Round | undefined => table.rounds.find((r) => r.outcome === undefined);
export const onTheTable = (table: Table): readonly Option[] => table.options.filter((o) => o.state === 'on-the-table');
