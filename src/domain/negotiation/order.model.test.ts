import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../request/words.ts';
import type { Command } from './commands.ts';
import { draft, hiddenRound, on, round, say } from './decide.fixture.ts';
import { SIDE, play } from './model.fixture.ts';
import type { Table } from './table.ts';
import { visibleStances } from './visible-stances.ts';
import { REVEALS, STANCE_KINDS } from './words.ts';

const RUNS = { numRuns: 1_000 };

describe('[T7] the order in which the two sides speak', () => {
  const kinds = fc.constantFrom(...STANCE_KINDS);
  const outcome = (table: Table): unknown => [
    table.options.map((o) => [o.id, o.state]),
    table.rounds.map((r) => r.outcome),
    table.choosing,
  ];

  it('does not matter when each answers all options at once', () => {
    fc.assert(
      fc.property(
        fc.tuple(kinds, kinds),
        fc.tuple(kinds, kinds),
        fc.constantFrom(...REVEALS),
        (ours, theirs, reveal) => {
          const start = play(
            [draft('A'), draft('B'), round(['A', 'B'], { reveal })].map((c) => ({ command: c, wait: 0 })),
          ).table;
          const a = say('ours', on('A', ours[0]), on('B', ours[1]));
          const b = say('theirs', on('A', theirs[0]), on('B', theirs[1]));
          const run = (...cs: readonly Command[]): Table =>
            play(
              cs.map((c) => ({ command: c, wait: 0 })),
              start,
            ).table;
          expect(outcome(run(a, b))).toEqual(outcome(run(b, a)));
        },
      ),
      RUNS,
    );
  });

  it('does not matter in a hidden round, however the single answers interleave', () => {
    fc.assert(
      fc.property(
        fc.array(kinds, { minLength: 4, maxLength: 4 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (k, order) => {
          const acts: readonly Command[] = [
            say('ours', on('A', k[0])),
            say('ours', on('B', k[1])),
            say('theirs', on('A', k[2])),
            say('theirs', on('B', k[3])),
          ];
          const run = (cs: readonly (Command | undefined)[]): Table =>
            play(
              cs.flatMap((c) => (c ? [{ command: c, wait: 0 }] : [])),
              hiddenRound,
            ).table;
          expect(outcome(run(order.map((i) => acts[i])))).toEqual(outcome(run(acts)));
        },
      ),
      RUNS,
    );
  });

  it('a hidden answer cannot be told from any other hidden answer', () => {
    fc.assert(
      fc.property(SIDE, kinds, kinds, kinds, (viewer, own, x, y) => {
        const other: Side = viewer === 'ours' ? 'theirs' : 'ours';
        const see = (kind: (typeof STANCE_KINDS)[number]): unknown => {
          const { table } = play(
            [say(viewer, on('A', own)), say(other, on('A', kind))].map((c) => ({ command: c, wait: 0 })),
            hiddenRound,
          );
          return [table.options.map((o) => [o.state, visibleStances(table, o, viewer)]), table.rounds, table.choosing];
        };
        expect(see(x)).toEqual(see(y));
      }),
      RUNS,
    );
  });
});
