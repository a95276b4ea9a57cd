import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import { shiftsFor } from './shift.ts';
import { watch } from './watch.ts';

const visit = {
  id: 'visit',
  side: 'ours',
  state: 'given',
  due: 10 * DAY,
  target: 8 * DAY,
  dependsOn: 'badge',
} as const;
const badge = { id: 'badge', side: 'theirs', state: 'given', due: 5 * DAY } as const;
const test = { id: 'test', side: 'ours', state: 'at-risk', due: 12 * DAY, dependsOn: 'visit' } as const;

describe('the clock over open promises', () => {
  it.each<[string, Parameters<typeof watch>[0][number], number, readonly string[]]>([
    ['[P2] before our own target nothing is wrong', visit, 8 * DAY - 1, []],
    ['[P2] from our own target on it is at risk', visit, 8 * DAY, ['at-risk']],
    ['[P1] on its very date it can still be kept', { ...visit, state: 'at-risk' }, 10 * DAY, []],
    ['[P1] a moment later it is broken', { ...visit, state: 'at-risk' }, 10 * DAY + 1, ['broken']],
    ['[P1] broken without having been at risk', visit, 11 * DAY, ['broken']],
    ['[P5] a promise of theirs is late, never at risk', badge, 5 * DAY, []],
    ['[T15] what waits for an approval was never given', { ...visit, state: 'awaiting-approval' }, 11 * DAY, []],
    ['[P1] what has ended stays', { ...visit, state: 'kept' }, 11 * DAY, []],
  ])('%s', (_name, promise, now, to) => expect(watch([promise], now).map((w) => w.to)).toEqual(to));
});

describe('[P5] the client is late', () => {
  it.each<[string, Parameters<typeof shiftsFor>[0], number, readonly (readonly [string, number])[]]>([
    ['nobody is late, nothing moves', [visit, badge], 5 * DAY, []],
    ['two days late, and what waits moves by two', [visit, badge], 7 * DAY, [['visit', 12]]],
    ['a started day counts whole', [visit, badge], 6 * DAY + 1, [['visit', 12]]],
    [
      'what waits for what waits moves too',
      [visit, badge, test],
      7 * DAY,
      [
        ['visit', 12],
        ['test', 14],
      ],
    ],
    [
      'done late: by as much as it was late',
      [visit, { ...badge, state: 'broken', doneAt: 6 * DAY }],
      9 * DAY,
      [['visit', 11]],
    ],
    ['done in time moves nothing', [visit, { ...badge, state: 'kept', doneAt: 4 * DAY }], 9 * DAY, []],
    [
      'two are late in a chain, and the nearer one is named',
      [visit, { ...badge, dependsOn: 'form' }, { id: 'form', side: 'theirs', state: 'given', due: 6 * DAY }],
      7 * DAY,
      [['visit', 12]],
    ],
    ['given back moves nothing', [visit, { ...badge, state: 'withdrawn' }], 9 * DAY, []],
    ['what is done does not move', [{ ...visit, state: 'kept' }, badge], 9 * DAY, []],
    ['a circle moves nothing twice', [{ ...visit, dependsOn: 'test' }, test, badge], 9 * DAY, []],
  ])('%s', (_name, promises, now, expected) => {
    expect(shiftsFor(promises, now).map((s) => [s.id, s.to / DAY])).toEqual(expected);
  });

  it('says whose lateness it is and from when it moves', () => {
    expect(shiftsFor([visit, badge], 7 * DAY)).toEqual([
      { id: 'visit', from: 10 * DAY, to: 12 * DAY, because: 'badge' },
    ]);
  });
});
