import type { Side } from '../request/words.ts';
import type { NegotiationEvent } from './events.ts';
import { bothAnswered, bothSpoke } from './positions.ts';
import { type Option, type Table, findOption, hashOf } from './table.ts';
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

/**
 * A past event as a side may see it, by the table as it is now: null = not at all. Timelines, exports and mails read the ledger, so the same rule
 * holds there: an answer that is still hidden, or was voided while hidden, does not show, nor does an edit tell whose answers it voided.
 */
export function visibleEvent(table: Table, event: NegotiationEvent, viewer: Side): NegotiationEvent | null {
  if (!('optionId' in event)) return event;
  const option = findOption(table, event.optionId);
  if (!option || showsAll(table, option)) return event;
  if (event.kind === 'stance-taken') {
    const shown = event.stance.side === viewer || (event.stance.hash === hashOf(option) && showsOther(table, option));
    return shown ? event : null;
  }
  if (event.kind === 'stance-withdrawn') return event.side === viewer ? event : null;
  if (event.kind === 'option-edited')
    return { ...event, voided: event.voided.filter((id) => table.people[id] === viewer) };
  return event;
}

const showsAll = (table: Table, option: Option): boolean =>
  table.rounds.find((r) => r.id === option.roundId)?.reveal !== 'when-both-answered';
