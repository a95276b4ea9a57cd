import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { civilOf, dayOf, formatDay, monthStart, parseDay, weekdayOf } from './civil.ts';

describe('local dates as whole numbers', () => {
  it('agree with another calendar on every date from 1900 to 2200', () => {
    const day = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2200, 1, 1) });
    fc.assert(
      fc.property(day, (n) => {
        const other = Temporal.PlainDate.from('1970-01-01').add({ days: n });
        expect(formatDay(n)).toBe(other.toString());
        expect(civilOf(n)).toEqual({ year: other.year, month: other.month, day: other.day });
        expect(parseDay(other.toString())).toBe(n);
        expect(weekdayOf(n)).toBe(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][other.dayOfWeek - 1]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['30 February', '2026-02-30'],
    ['29 February of a common year', '2026-02-29'],
    ['a month that is not there', '2026-13-01'],
    ['no leading zero', '2026-3-1'],
    ['words', 'tomorrow'],
    ['a time behind it', '2026-03-01T00:00'],
  ])('%s is no date', (_, text) => expect(parseDay(text)).toBeNull());

  it.each([
    ['this month', '2026-03-14', 0, '2026-03-01'],
    ['over the year', '2026-11-30', 2, '2027-01-01'],
    ['back over the year', '2026-01-31', -1, '2025-12-01'],
  ])('first day of a month: %s', (_, from, months, expected) => {
    expect(formatDay(monthStart(parseDay(from) ?? 0, months))).toBe(expected);
  });
});
