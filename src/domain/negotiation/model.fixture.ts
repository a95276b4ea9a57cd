import fc from 'fast-check';
import { DAY, type Instant } from '../shared/instant.ts';
import { SIDES, type Side } from '../request/words.ts';
import { apply } from './apply.ts';
import type { Command, StanceGiven } from './commands.ts';
import { decide } from './decide.ts';
import { NOW, PERSON, START, draft, hiddenRound, on, pick, round, twoOnTable } from './decide.fixture.ts';
import type { NegotiationEvent } from './events.ts';
import type { Table } from './table.ts';
import { REVEALS, STANCE_KINDS } from './words.ts';

const ID = fc.constantFrom('A', 'B', 'C');
const HASH = fc.tuple(ID, fc.constantFrom('1', '2', '3')).map(([id, n]) => id + n);
export const SIDE = fc.constantFrom<Side>(...SIDES);
/** Besides the two main people: a second contact, and one who tries to act for whichever side comes. */
const WHO = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom('lis', 'twoface') },
);
const by = (side: Side, who: string | null): { side: Side; personId: string } => ({
  side,
  personId: who ?? PERSON[side],
});

export type Step = {
  readonly command: Command | { readonly kind: 'suspend' | 'release' | 'close' | 'sign' };
  readonly wait: number;
};

export const stance: fc.Arbitrary<StanceGiven> = fc
  .record({
    optionId: ID,
    n: fc.constantFrom('1', '1', '1', '2'),
    kind: fc.oneof(
      { weight: 4, arbitrary: fc.constant('works' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...STANCE_KINDS) },
    ),
  })
  .map(({ optionId, n, kind }) => on(optionId, kind, optionId + n));

const command: fc.Arbitrary<Step['command']> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(ID, SIDE, fc.boolean())
      .map(([id, side, complete]): Command => ({ ...draft(id, side), complete }) as Command),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(ID, SIDE).map(([optionId, side]): Command => ({
      kind: 'table-option',
      optionId,
      ...by(side, null),
      expiresAt: NOW + 30 * DAY,
    })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.uniqueArray(ID, { minLength: 1 }), fc.constantFrom(...REVEALS), fc.constantFrom('r1', 'r2', 'r3'))
      .map(([ids, reveal, roundId]) =>
        round(ids, {
          roundId,
          reveal,
          oneOptionWhy: 'the only one',
          closesAt: NOW + 20 * DAY,
          expiresAt: NOW + 25 * DAY,
        }),
      ),
  },
  {
    weight: 16,
    arbitrary: fc
      .tuple(SIDE, WHO, fc.uniqueArray(stance, { minLength: 1, maxLength: 3, selector: (s) => s.optionId }))
      .map(([side, who, stances]): Command => ({ kind: 'take-stances', ...by(side, who), stances })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(ID, HASH, HASH, SIDE, fc.boolean()).map(([optionId, basedOn, hash, side, why]): Command => ({
      kind: 'edit-option',
      optionId,
      ...by(side, null),
      basedOn,
      hash,
      complete: true,
      ...(why ? { why: 'changed' } : {}),
    })),
  },
  { weight: 2, arbitrary: fc.tuple(SIDE, ID).map(([side, id]) => pick(side, id)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(ID, SIDE)
      .map(([optionId, side]): Command => ({ kind: 'withdraw-option', optionId, ...by(side, null), why: 'cannot' })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(ID, SIDE).map(([optionId, side]): Command => ({
      kind: 'bring-back-option',
      optionId,
      ...by(side, null),
      changedWhy: 'cheaper',
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(ID, SIDE, WHO)
      .map(([optionId, side, who]): Command => ({ kind: 'withdraw-stance', optionId, ...by(side, who) })),
  },
  { weight: 1, arbitrary: fc.constant<Command>({ kind: 'close-round', ...by('ours', null) }) },
  {
    weight: 1,
    arbitrary: fc.constant<Command>({
      kind: 'pause',
      ...by('ours', null),
      missing: 'load',
      ourPeople: ['Piotr'],
      theirPeople: ['Lis'],
      resumeAt: NOW + 15 * DAY,
    }),
  },
  { weight: 1, arbitrary: fc.constant<Command>({ kind: 'resume', ...by('theirs', null), why: 'found out' }) },
  { weight: 1, arbitrary: fc.constant<Command>({ kind: 'tick' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step['command']>(
      { kind: 'suspend' },
      { kind: 'release' },
      { kind: 'release' },
      { kind: 'release' },
      { kind: 'release' },
      { kind: 'close' },
      { kind: 'sign' },
    ),
  },
);
const steps = fc.array(
  fc.record({
    command,
    wait: fc.oneof({ weight: 24, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 5, 11) }),
  }),
  { minLength: 4, maxLength: 50, size: 'max' },
);

/** One event in its place: the table before it, the moment, and everything that happened earlier. */
export type Moment = {
  readonly event: NegotiationEvent;
  readonly before: Table;
  readonly now: Instant;
  readonly earlier: readonly NegotiationEvent[];
};

export function play(
  list: readonly Step[],
  from: Table = START,
): { readonly table: Table; readonly moments: readonly Moment[] } {
  let table = from;
  let now = NOW;
  const moments: Moment[] = [];
  for (const { command: c, wait } of list) {
    now += wait * DAY;
    if (c.kind === 'suspend' || c.kind === 'release') table = { ...table, suspended: c.kind === 'suspend' };
    else if (c.kind === 'close') table = { ...table, closed: wait > 5 };
    else if (c.kind === 'sign') table = { ...table, signed: table.options.some((o) => o.state === 'agreed') };
    else {
      const result = decide(table, c as Command, now);
      for (const event of result.ok ? result.value : []) {
        moments.push({ event, before: table, now, earlier: moments.map((m) => m.event) });
        table = apply(table, event);
      }
    }
  }
  return { table, moments };
}

/** A life of a table: where it starts, and what is tried on it. */
export const life = fc.tuple(fc.constantFrom(START, twoOnTable, hiddenRound), steps);
