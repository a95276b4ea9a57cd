import type { Instant } from '../shared/instant.ts';
import type { Side } from '../request/words.ts';
import { type Option, type Round, type Table, hashOf } from './table.ts';
import type { StanceKind } from './words.ts';

/** What a side says to the wording in force; `split` = its people disagree and nobody who decides has spoken (S11). */
export type Position = StanceKind | 'split' | 'silent';

/** The position of one side on the latest wording. A named decision maker speaks for the client; without one, those who spoke must be at one. */
export function position(table: Table, option: Option, side: Side): Position {
  const said = option.stances.filter((s) => s.side === side && s.hash === hashOf(option));
  const decides = side === 'theirs' ? said.find((s) => s.personId === table.decisionMakerId) : undefined;
  if (decides) return decides.kind;
  const [first, ...rest] = said;
  if (!first) return 'silent';
  return rest.every((s) => s.kind === first.kind) ? first.kind : 'split';
}

export const hasExpired = (option: Option, now: Instant): boolean =>
  option.expiresAt !== undefined && option.expiresAt <= now;

/** T7: both sides have said that it works, in its latest wording, and it still stands. */
export const worksForBoth = (table: Table, option: Option, now: Instant): boolean =>
  option.state === 'on-the-table' &&
  option.completed &&
  !hasExpired(option, now) &&
  position(table, option, 'ours') === 'works' &&
  position(table, option, 'theirs') === 'works';

/** Options of a round that are still on the table. */
export const inRound = (table: Table, round: Round): readonly Option[] =>
  table.options.filter((o) => o.roundId === round.id && o.state === 'on-the-table');

export const bothSpoke = (table: Table, option: Option): boolean =>
  position(table, option, 'ours') !== 'silent' && position(table, option, 'theirs') !== 'silent';

/** Both sides have said something to every option of the round, in its latest wording. */
export const bothAnswered = (table: Table, round: Round): boolean =>
  inRound(table, round).every((o) => bothSpoke(table, o));
