import { DAY, type Instant } from '../shared/instant.ts';
import type { Refusal } from '../shared/result.ts';
import type { Side } from '../request/words.ts';
import { applyAll } from './apply.ts';
import type { Command, OpenRound, StanceGiven } from './commands.ts';
import { decide } from './decide.ts';
import type { NegotiationEvent } from './events.ts';
import { EMPTY_TABLE, type Table } from './table.ts';
import type { StanceKind } from './words.ts';

export const NOW: Instant = 1_000 * DAY;
/** Anna answers for us, Ms Nowak for the client. */
export const PERSON: Readonly<Record<Side, string>> = { ours: 'anna', theirs: 'nowak' };
export const START: Table = { ...EMPTY_TABLE, interest: 'known' };

export const draft = (optionId: string, side: Side = 'ours', hash = `${optionId}1`): Command => ({
  kind: 'draft-option',
  optionId,
  side,
  personId: PERSON[side],
  hash,
  complete: true,
  parents: [],
});
export const edit = (optionId: string, basedOn: string, hash: string, side: Side = 'ours', why?: string): Command => ({
  kind: 'edit-option',
  optionId,
  side,
  personId: PERSON[side],
  basedOn,
  hash,
  complete: true,
  ...(why ? { why } : {}),
});
export const lay = (optionId: string, side: Side = 'ours', expiresAt = NOW + 10 * DAY): Command => ({
  kind: 'table-option',
  optionId,
  side,
  personId: PERSON[side],
  expiresAt,
});
export const round = (optionIds: readonly string[], more: Partial<OpenRound> = {}): Command => ({
  kind: 'open-round',
  side: 'ours',
  personId: 'anna',
  roundId: 'r1',
  optionIds,
  reveal: 'at-once',
  closesAt: NOW + 7 * DAY,
  expiresAt: NOW + 10 * DAY,
  ...more,
});
export const say = (side: Side, ...stances: readonly StanceGiven[]): Command => ({
  kind: 'take-stances',
  side,
  personId: PERSON[side],
  stances,
});
export const on = (optionId: string, kind: StanceKind = 'works', hash = `${optionId}1`): StanceGiven => ({
  optionId,
  hash,
  kind,
  ...(kind === 'works' ? {} : { words: 'on Friday', wouldWork: 'another day' }),
});
export const pick = (side: Side, optionId: string): Command => ({
  kind: 'pick',
  side,
  personId: PERSON[side],
  optionId,
  hash: `${optionId}1`,
});
export const pause: Command = {
  kind: 'pause',
  side: 'ours',
  personId: 'anna',
  missing: 'load of the floor',
  ourPeople: ['Piotr'],
  theirPeople: ['Mr Lis'],
  resumeAt: NOW + 5 * DAY,
};

/** Carries commands out one after the other; a refusal among them is a mistake in the test. */
export function after(commands: readonly Command[], from: Table = START, now: Instant = NOW): Table {
  return commands.reduce((table, command) => {
    const result = decide(table, command, now);
    if (!result.ok) throw new Error(`${command.kind}: ${result.refusal.code}`);
    return applyAll(table, result.value);
  }, from);
}

/** What a command brings, as the kinds of its events, or the code of its refusal. */
export function told(table: Table, command: Command, now: Instant = NOW): string {
  const result = decide(table, command, now);
  return result.ok ? result.value.map(name).join(' ') : result.refusal.code;
}

export function refusalOf(table: Table, command: Command, now: Instant = NOW): Refusal | null {
  const result = decide(table, command, now);
  return result.ok ? null : result.refusal;
}

const name = (e: NegotiationEvent): string => (e.kind === 'round-closed' ? `${e.kind}:${e.outcome}` : e.kind);

export const twoOnTable: Table = after([draft('A'), draft('B'), round(['A', 'B'])]);
export const hiddenRound: Table = after([draft('A'), draft('B'), round(['A', 'B'], { reveal: 'when-both-answered' })]);

export const agreedOnA = after([say('ours', on('A')), say('theirs', on('A'))], twoOnTable);
export const theirsToo = after(
  [{ ...draft('C', 'theirs'), complete: false } as Command, lay('C', 'theirs')],
  twoOnTable,
);
export const severalWork = after([say('ours', on('A'), on('B')), say('theirs', on('A'), on('B'))], hiddenRound);
export const declinedA = after(
  [say('theirs', on('A', 'does-not-work')), { kind: 'close-round', side: 'ours', personId: 'anna' }],
  twoOnTable,
);

export type Row = readonly [name: string, table: Table, command: Command, expected: string, now?: Instant];
