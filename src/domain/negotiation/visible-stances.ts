import type { Side } from '../request/words.ts';
import { bothAnswered, bothSpoke } from './positions.ts';
import { type Option, type Table, hashOf } from './table.ts';
import type { Stance } from './words.ts';

/**
 * What a side may see of the stances on an option, in its latest wording. Its own, always. The other side's at once, or – where the round shows them when
 * both have answered – once both have answered the whole round, or the round is over and both spoke on this option. What was withdrawn or has expired
 * unseen stays unseen. Every door uses this: pages, mails, counts, exports and the live stream.
 */
export function visibleStances(table: Table, option: Option, viewer: Side): readonly Stance[] {
  const stands = option.stances.filter((s) => s.hash === hashOf(option));
  return showsOther(table, option) ? stands : stands.filter((s) => s.side === viewer);
}

function showsOther(table: Table, option: Option): boolean {
  const round = table.rounds.find((r) => r.id === option.roundId);
  if (!round || round.reveal === 'at-once') return true;
  if (option.state === 'withdrawn' || option.state === 'expired') return false;
  return bothSpoke(table, option) && (round.outcome !== undefined || bothAnswered(table, round));
}
