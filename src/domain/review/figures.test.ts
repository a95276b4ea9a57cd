import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FATES } from '../triage/words.ts';
import { beforeAndAfter, moveAction } from './actions.ts';
import { figuresOf } from './figures.ts';
import { lastQuarter, monthList, monthsOf, periodBefore, weeksOf, wholeMonths } from './period.ts';
import { CAUSES, type Period, type Tally } from './words.ts';

const quarter: Period = { from: '2026-01-01', to: '2026-03-31' };
const tally = (metric: string, key: string, n = 1, minutes = 0, month = '2026-01-01'): Tally => ({
  month,
  metric,
  key,
  n,
  minutes,
});

describe('the period of a review', () => {
  it.each([
    ['[T17] the quarter that ended last', lastQuarter('2026-05-11'), { from: '2026-01-01', to: '2026-03-31' }],
    ['[T17] … in January it is last year’s', lastQuarter('2026-01-01'), { from: '2025-10-01', to: '2025-12-31' }],
    ['[T17] before a quarter lies a quarter', periodBefore(quarter), { from: '2025-10-01', to: '2025-12-31' }],
    [
      '[T17] before ten days lie ten days',
      periodBefore({ from: '2026-03-05', to: '2026-03-14' }),
      { from: '2026-02-23', to: '2026-03-04' },
    ],
  ])('%s', (_name, found, expected) => expect(found).toEqual(expected));

  it('[T17] weeks, months and their list', () => {
    expect(weeksOf({ from: '2026-01-05', to: '2026-01-18' })).toBe(2);
    expect([wholeMonths(quarter), monthsOf(quarter)]).toEqual([true, 3]);
    expect(wholeMonths({ from: '2026-01-01', to: '2026-03-30' })).toBe(false);
    expect(monthList({ from: '2025-12-24', to: '2026-02-01' })).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
  });
});

describe('the figures of a review', () => {
  it('[T17] four cells with counts, shares, and time in discussion as days per week', () => {
    const fortnight = { from: '2026-01-05', to: '2026-01-18' };
    const figures = figuresOf(
      fortnight,
      [
        tally('fate', 'do-it', 6, 300),
        tally('fate', 'neither', 1, 480),
        tally('fate', 'possible-not-reasonable', 3, 1440),
      ],
      [tally('fate', 'neither', 5, 100)],
    );
    expect(figures.cells.find((c) => c.fate === 'possible-not-reasonable')).toMatchObject({
      n: 3,
      share: 0.3,
      daysPerWeek: 1.5,
    });
    expect(figures.discussion).toEqual({ n: 4, minutes: 1920, daysPerWeek: 2, before: { n: 5, minutes: 100 } });
  });

  it('[P1] a promise moved in time is neither kept nor broken', () => {
    const { ours, theirs } = figuresOf(
      quarter,
      [
        tally('promise-ours', 'kept', 5),
        tally('promise-ours', 'kept-early', 2),
        tally('promise-ours', 'exceeded', 1),
        tally('promise-ours', 'broken', 2),
        tally('promise-ours', 'renegotiated', 4),
      ],
      [],
    ).promises;
    expect(ours).toEqual({ kept: 5, early: 2, exceeded: 1, moved: 4, broken: 2, keptShare: 0.8 });
    expect(theirs.keptShare).toBeNull();
  });

  it('[T18] causes come most frequent first, also those that have gone', () => {
    const { causes } = figuresOf(
      quarter,
      [tally('cause', 'capacity', 1, 30), tally('cause', 'outside-hours', 4, 10), tally('repeat', 'times', 2)],
      [tally('cause', 'technical', 3)],
    );
    expect(causes.map((c) => [c.cause, c.n, c.before])).toEqual([
      ['outside-hours', 4, 0],
      ['said-again', 2, 0],
      ['capacity', 1, 0],
      ['technical', 0, 3],
    ]);
  });

  it('[T17] sums hold whatever was counted, and the order in which it was counted does not matter', () => {
    const some = fc.array(
      fc.record({
        month: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
        metric: fc.constantFrom('fate', 'cause', 'closed'),
        key: fc.constantFrom(...FATES, ...CAUSES),
        n: fc.integer({ min: 1, max: 50 }),
        minutes: fc.integer({ min: 0, max: 900 }),
      }),
    );
    fc.assert(
      fc.property(some, (tallies) => {
        const figures = figuresOf(quarter, tallies, []);
        const fates = tallies.filter((t) => t.metric === 'fate' && (FATES as readonly string[]).includes(t.key));
        expect(figures.requests).toBe(fates.reduce((sum, t) => sum + t.n, 0));
        expect(figures.cells.reduce((sum, c) => sum + c.share, 0)).toBeCloseTo(fates.length === 0 ? 0 : 1);
        expect(figures.months.flatMap((m) => Object.values(m.cells)).reduce((a, b) => a + b, 0)).toBe(figures.requests);
        expect(figuresOf(quarter, tallies.toReversed(), [])).toEqual(figures);
      }),
    );
  });
});

describe('what both sides do about a cause', () => {
  const proposed = { oursAt: 1, theirsAt: null, doneAt: null };
  it.each([
    [
      '[T18] the other side agrees',
      moveAction(proposed, { kind: 'agree', side: 'theirs' }, 5),
      { oursAt: 1, theirsAt: 5, doneAt: null },
    ],
    ['[T18] agreeing twice changes nothing', moveAction(proposed, { kind: 'agree', side: 'ours' }, 5), proposed],
  ])('%s', (_name, result, value) => expect(result).toEqual({ ok: true, value }));
  it.each([
    [
      '[T18] what only one side has agreed cannot be done',
      moveAction(proposed, { kind: 'done' }, 5),
      'action-not-agreed',
    ],
    [
      '[T18] what is done stays done',
      moveAction({ oursAt: 1, theirsAt: 2, doneAt: 3 }, { kind: 'done' }, 5),
      'action-done-already',
    ],
  ])('%s', (_name, result, code) => expect(result).toMatchObject({ ok: false, refusal: { code } }));

  it.each([
    [
      '[T18] six in a half-year and two in a quarter: fewer a month',
      6,
      { from: '2025-07-01', to: '2025-12-31' },
      2,
      'fewer',
    ],
    ['[T18] three in each quarter: the same', 3, { from: '2025-10-01', to: '2025-12-31' }, 3, 'same'],
    ['[T18] two after one: more', 1, { from: '2025-10-01', to: '2025-12-31' }, 2, 'more'],
  ])('%s', (_name, n, period, after, trend) =>
    expect(beforeAndAfter({ n, period }, { n: after, period: quarter })).toMatchObject({ before: n, after, trend }),
  );
});
