import type { Instant } from '../shared/instant.ts';
import { apply, applyAll } from './apply.ts';
import type { NegotiationEvent } from './events.ts';
import { bothAnswered, bothSpoke, inRound, worksForBoth } from './positions.ts';
import { type Option, type Round, type Table, findOption, hashOf, onTheTable, openRound } from './table.ts';
import type { RoundOutcome } from './words.ts';

/** The agreement, and what it ends: every other option on the table, an earlier agreement, the open round. */
export function agree(table: Table, option: Option): readonly NegotiationEvent[] {
  const round = openRound(table);
  const others = table.options.filter(
    (o) => o.id !== option.id && (o.state === 'on-the-table' || o.state === 'agreed'),
  );
  return [
    { kind: 'agreed', optionId: option.id, hash: hashOf(option) },
    ...others.map((o) => ({ kind: 'option-superseded', optionId: o.id, by: option.id }) as const),
    ...(round ? [{ kind: 'round-closed', roundId: round.id, outcome: 'agreed' } as const] : []),
  ];
}

/**
 * T7: what follows from new stances on `touched` options. One option that works for both is agreed; several are left to people. While each side picks,
 * nothing is agreed by a stance. In a round that shows stances only when both have answered, nothing follows before both have.
 */
export function settle(table: Table, touched: readonly string[], now: Instant): readonly NegotiationEvent[] {
  if (table.choosing) return [];
  const round = openRound(table);
  const options = touched.map((id) => findOption(table, id)).filter((o) => o !== undefined);
  const inOpenRound = round !== undefined && options.some((o) => o.roundId === round.id);
  const waits = inOpenRound && round.reveal === 'when-both-answered' && !bothAnswered(table, round);
  const loose = options.filter((o) => !round || o.roundId !== round.id);
  const judged = [...(inOpenRound && !waits ? inRound(table, round) : []), ...loose];
  return outcome(
    table,
    judged.filter((o) => worksForBoth(table, o, now)),
  );
}

function outcome(table: Table, working: readonly Option[]): readonly NegotiationEvent[] {
  const [only, ...more] = working;
  if (!only) return [];
  if (more.length === 0) return agree(table, only);
  const round = openRound(table);
  return [
    { kind: 'several-work', optionIds: working.map((o) => o.id) },
    ...(round ? [{ kind: 'round-closed', roundId: round.id, outcome: 'several-work' } as const] : []),
  ];
}

/** A round ends, by hand or by its date. What both accepted is agreed or left to pick; what somebody cannot live with is declined (L7). */
export function endRound(
  table: Table,
  ending: Extract<RoundOutcome, 'paused' | 'none-works'>,
  now: Instant,
): readonly NegotiationEvent[] {
  const round = openRound(table);
  if (!round) return [];
  if (ending === 'paused') return [{ kind: 'round-closed', roundId: round.id, outcome: 'paused' }];
  const found = outcome(
    table,
    onTheTable(table).filter((o) => worksForBoth(table, o, now)),
  );
  if (found.length > 0) return found;
  const declined = onTheTable(table).filter(
    (o) => o.stances.some((s) => s.kind === 'does-not-work') && !hidden(table, round, o),
  );
  return [
    { kind: 'round-closed', roundId: round.id, outcome: 'none-works' },
    ...declined.map((o) => ({ kind: 'option-declined', optionId: o.id }) as const),
  ];
}

/** A no that the other side may not see yet must not show in the fate of the option either. */
const hidden = (table: Table, round: Round, option: Option): boolean =>
  round.reveal === 'when-both-answered' && option.roundId === round.id && !bothSpoke(table, option);

/** What has come due – nothing while the clocks stand still (S11): options expire, then the round ends, then the pause lapses and returns as a next step of ours (C7). */
export function tick(table: Table, now: Instant): readonly NegotiationEvent[] {
  if (table.closed || table.suspended) return [];
  const expired: readonly NegotiationEvent[] = onTheTable(table)
    .filter((o) => o.expiresAt !== undefined && o.expiresAt <= now)
    .map((o) => ({ kind: 'option-expired', optionId: o.id }));
  const after = applyAll(table, expired);
  const round = openRound(after);
  const ended = round && round.closesAt <= now ? endRound(after, 'none-works', now) : [];
  const { pause } = ended.reduce(apply, after);
  const lapsed = pause?.state === 'running' && pause.resumeAt <= now;
  return [...expired, ...ended, ...(lapsed ? [{ kind: 'pause-lapsed' } as const] : [])];
}
