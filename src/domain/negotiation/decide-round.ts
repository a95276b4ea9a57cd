import type { Instant } from '../shared/instant.ts';
import { type Result, ok, refuse } from '../shared/result.ts';
import type { OpenRound, PauseCommand, RoundCommand } from './commands.ts';
import { MOST_OPTIONS } from './decide-option.ts';
import type { NegotiationEvent } from './events.ts';
import { blank, oneSideOnly, stopped } from './guards.ts';
import { moveOption } from './option-moves.ts';
import { hasExpired } from './positions.ts';
import { endRound } from './settle.ts';
import { type Table, findOption, onTheTable, openRound } from './table.ts';

type Decided = Result<readonly NegotiationEvent[]>;

/** P6, T5: a round opens with two or three options (one takes a reason, five is the most), and closes by hand or by its date. Our side leads. */
export function decideRound(table: Table, command: RoundCommand, now: Instant): Decided {
  const stop = stopped(table, now) ?? oneSideOnly(table, command);
  if (stop) return stop;
  if (command.side !== 'ours') return refuse('only-our-side');
  if (command.kind === 'open-round') return open(table, command, now);
  return openRound(table) ? ok(endRound(table, 'none-works', now)) : refuse('no-open-round');
}

function open(table: Table, c: OpenRound, now: Instant): Decided {
  if (table.rounds.some((r) => r.id === c.roundId)) return ok([]);
  if (openRound(table)) return refuse('round-is-open', { roundId: openRound(table)?.id });
  const ids = [...new Set(c.optionIds)];
  if (ids.length === 0) return refuse('options-missing');
  const staying = onTheTable(table).filter((o) => !ids.includes(o.id)).length;
  if (ids.length + staying > MOST_OPTIONS) return refuse('too-many-options', { most: MOST_OPTIONS });
  if (ids.length === 1 && blank(c.oneOptionWhy)) return refuse('one-option-needs-reason');
  if (table.interest === 'unknown') return refuse('interest-unknown');
  if (c.closesAt <= now) return refuse('date-in-the-past', { at: c.closesAt });
  if (c.expiresAt < c.closesAt) return refuse('expires-before-round-closes', { closesAt: c.closesAt });
  const { side, personId, roundId, reveal, closesAt } = c;
  const tabled: NegotiationEvent[] = [];
  for (const optionId of ids) {
    const option = findOption(table, optionId);
    if (!option) return refuse('option-unknown', { optionId });
    if (option.state === 'on-the-table' && hasExpired(option, now))
      return refuse('option-not-open', { optionId, state: 'expired' });
    if (option.state === 'on-the-table') continue;
    if (option.side !== 'ours') return refuse('not-their-option', { side: option.side });
    const moved = moveOption(option.state, 'table');
    if (!moved.ok) return moved;
    tabled.push({ kind: 'option-tabled', optionId, side, personId, roundId, expiresAt: c.expiresAt });
  }
  return ok([
    {
      kind: 'round-opened',
      side,
      personId,
      roundId,
      number: table.rounds.length + 1,
      optionIds: ids,
      reveal,
      closesAt,
      at: now,
      ...(ids.length === 1 ? { oneOptionWhy: c.oneOptionWhy?.trim() } : {}),
    },
    ...tabled,
  ]);
}

/** T13: stop when knowledge is missing: what, named people of both sides, a date. It comes back on that date, or earlier by hand. */
export function decidePause(table: Table, command: PauseCommand, now: Instant): Decided {
  if (table.closed) return refuse('request-is-closed');
  const foul = oneSideOnly(table, command);
  if (foul) return foul;
  const { side, personId } = command;
  if (command.kind === 'resume') {
    if (!table.pause || table.pause.state === 'resumed') return refuse('no-pause');
    if (blank(command.why)) return refuse('reason-missing');
    return ok([{ kind: 'resumed', side, personId, why: command.why.trim() }]);
  }
  if (table.pause?.state === 'running') return refuse('paused', { until: table.pause.resumeAt });
  if (blank(command.missing)) return refuse('missing-knowledge-unnamed');
  const ourPeople = command.ourPeople.filter((p) => !blank(p));
  const theirPeople = command.theirPeople.filter((p) => !blank(p));
  if (ourPeople.length === 0 || theirPeople.length === 0)
    return refuse('people-of-both-sides', { ours: ourPeople.length, theirs: theirPeople.length });
  if (command.resumeAt <= now) return refuse('date-in-the-past', { at: command.resumeAt });
  const paused = {
    kind: 'paused',
    side,
    personId,
    missing: command.missing.trim(),
    ourPeople,
    theirPeople,
    resumeAt: command.resumeAt,
  } as const;
  return ok([...endRound(table, 'paused', now), paused]);
}
