import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLocal, parseTime } from '../calendar/time-text.ts';
import type { Instant } from '../shared/instant.ts';
import { balanceAt, overagePrice, type Usage, wouldGoOver } from './allowance.ts';
import { lengthText } from './explain.ts';
import { countFavour } from './favours.ts';
import type { Allowance } from './terms.ts';

const ZONE = 'Europe/Warsaw';
const at = (typed: string): Instant => parseTime(typed, ZONE)?.instant ?? NaN;
const hours: Allowance = {
  key: 'hours',
  name: 'Support hours',
  unit: 'minutes',
  amount: 600,
  per: 'month',
  services: null,
  carryOver: null,
  overage: { price: { minor: 12_000, currency: 'EUR' }, per: 60, step: 15 },
  clause: '4.2',
};
const used = (t: string, minutes: number, service: string | null = null): Usage => ({
  at: at(t),
  minutes,
  cases: 1,
  service,
});
const start = at('2026-01-01');
const balance = (a: Allowance, usage: Usage[], t: string) => balanceAt(a, usage, start, ZONE, at(t));

describe('what is used and what is left of an allowance', () => {
  const january = [used('2026-01-10T10:00', 125), used('2026-01-31T23:59', 55)];
  it.each<[string, Allowance, Usage[], string, { carried: number; used: number; left: number }]>([
    ['to the minute', hours, january, '2026-01-31T12:00', { carried: 0, used: 180, left: 420 }],
    [
      'what is left lapses at the end of the month',
      hours,
      january,
      '2026-02-01T00:00',
      { carried: 0, used: 0, left: 600 },
    ],
    [
      'or is carried over',
      { ...hours, carryOver: { upTo: null } },
      january,
      '2026-02-01',
      { carried: 420, used: 0, left: 1020 },
    ],
    [
      'up to a limit',
      { ...hours, carryOver: { upTo: 120 } },
      january,
      '2026-02-01',
      { carried: 120, used: 0, left: 720 },
    ],
    [
      'month after month',
      { ...hours, carryOver: { upTo: null } },
      january,
      '2026-04-01',
      { carried: 1620, used: 0, left: 2220 },
    ],
    [
      'what went over is not carried',
      { ...hours, carryOver: { upTo: null } },
      [used('2026-01-10', 700)],
      '2026-02-01',
      { carried: 0, used: 0, left: 600 },
    ],
    ['over is negative', hours, [used('2026-01-10', 700)], '2026-01-20', { carried: 0, used: 700, left: -100 }],
    [
      'a quarter',
      { ...hours, per: 'quarter' },
      [used('2026-01-10', 100), used('2026-03-31', 50), used('2026-04-01', 7)],
      '2026-03-31',
      { carried: 0, used: 150, left: 450 },
    ],
    [
      'a year',
      { ...hours, per: 'year' },
      [used('2026-01-10', 100), used('2026-12-31T23:59', 50)],
      '2026-06-01',
      { carried: 0, used: 150, left: 450 },
    ],
    ['cases', { ...hours, unit: 'cases', amount: 3 }, january, '2026-01-20', { carried: 0, used: 2, left: 1 }],
    [
      'one service only',
      { ...hours, services: ['repair'] },
      [used('2026-01-10', 60, 'repair'), used('2026-01-10', 30, 'training'), used('2026-01-10', 15)],
      '2026-01-20',
      { carried: 0, used: 60, left: 540 },
    ],
  ])('%s', (_, a, usage, t, expected) => expect(balance(a, usage, t)).toMatchObject(expected));

  it('a month begins and ends at local midnight', () => {
    const b = balance(hours, [], '2026-03-15');
    expect([formatLocal(ZONE, b.from), formatLocal(ZONE, b.to)]).toEqual([
      '2026-03-01T00:00:00+01:00',
      '2026-04-01T00:00:00+02:00',
    ]);
  });

  it('granted, carried and used add up to what is left, and nothing granted is carried twice', () => {
    const usages = fc.array(
      fc.record({
        at: fc.integer({ min: start, max: at('2027-06-01') }),
        minutes: fc.nat(500),
        cases: fc.nat(1),
        service: fc.constant(null),
      }),
    );
    fc.assert(
      fc.property(
        usages,
        fc.option(fc.nat(800)),
        fc.integer({ min: start, max: at('2027-06-01') }),
        (usage, upTo, t) => {
          const b = balanceAt({ ...hours, carryOver: { upTo } }, usage, start, ZONE, t);
          expect(b.granted + b.carried - b.used).toBe(b.left);
          expect(b.carried).toBeLessThanOrEqual(upTo ?? Infinity);
          const inPeriod = usage.filter((u) => u.at >= b.from && u.at < b.to).reduce((s, u) => s + u.minutes, 0);
          expect(b.used).toBe(inPeriod);
        },
      ),
    );
  });
});

describe('before work starts', () => {
  const left30 = balance(hours, [used('2026-01-10', 570)], '2026-01-20');
  it.each<[string, number, { over: number; minor: number } | null]>([
    ['what fits is no matter', 30, null],
    ['one minute over costs a started quarter', 31, { over: 1, minor: 3_000 }],
    ['sixteen minutes over cost two', 46, { over: 16, minor: 6_000 }],
  ])('%s', (_, asked, expected) => {
    const over = wouldGoOver(hours, left30, asked);
    expect(over && { over: over.over, minor: over.price?.minor }).toEqual(expected);
  });

  it('an allowance that is over already: all that is asked is over', () => {
    expect(wouldGoOver({ ...hours, overage: null }, { ...left30, left: -100 }, 10)).toEqual({ over: 10, price: null });
  });

  it('the price is rounded once, at the end', () => {
    expect(overagePrice({ price: { minor: 10_001, currency: 'PLN' }, per: 60, step: 1 }, 31).minor).toBe(5_167);
  });

  it.each([
    [0, '0 hr'],
    [45, '45 min'],
    [60, '1 hr'],
    [150, '2 hr 30 min'],
  ])('%d minutes are %s', (minutes, text) => expect(lengthText(minutes, 'en')).toBe(text));
});

describe('favours', () => {
  const favour = (kind: string, t: string) => ({ kind, at: at(t) });
  const two = [favour('weekend', '2026-01-10'), favour('weekend', '2026-02-10'), favour('spare-part', '2026-02-11')];
  it('[P8] the third of a kind is becoming the norm', () => {
    expect(countFavour(two, favour('weekend', '2026-03-10'))).toMatchObject({
      count: 3,
      becomingTheNorm: true,
      before: [two[0]?.at, two[1]?.at],
    });
  });
  it('[P8] the second is not, nor the first of another kind', () => {
    expect(countFavour(two.slice(0, 1), favour('weekend', '2026-03-10'))).toMatchObject({
      count: 2,
      becomingTheNorm: false,
    });
    expect(countFavour(two, favour('loan', '2026-03-10'))).toMatchObject({
      count: 1,
      becomingTheNorm: false,
      before: [],
    });
  });
});
