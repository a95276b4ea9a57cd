import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '../shared/instant.ts';
import {
  add,
  between,
  businessTime,
  type BusinessTime,
  isOpen,
  nextOpen,
  spansBetween,
  subtract,
} from './business-time.ts';
import { dayOf, formatDay, type Weekday, WEEKDAYS } from './civil.ts';
import { compile } from './compile.ts';
import { readRules } from './read-rules.ts';
import { AROUND_THE_CLOCK, type CalendarRules, type HoursText } from './rules.ts';

const ZONES = [
  'Europe/Warsaw',
  'Europe/Paris',
  'Europe/Moscow',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Australia/Sydney',
  'Africa/Cairo',
  'America/St_Johns',
];
const FROM = dayOf(2025, 9, 1);
const TO = dayOf(2026, 12, 1);

const clock = (m: number): string =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;

const hours: fc.Arbitrary<HoursText> = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]) => [clock(from * 15), clock(Math.min((from + length) * 15, 2880))]);
const dayHours = fc.array(hours, { maxLength: 3 });
const zone = fc.constantFrom(...ZONES);
const date = fc.integer({ min: FROM, max: TO }).map(formatDay);
const instant = fc.integer({ min: FROM * DAY, max: TO * DAY });
const amount = fc.oneof(
  fc.integer({ min: 0, max: 200 * HOUR }),
  fc.integer({ min: 0, max: 600 }).map((m) => m * MINUTE),
);

const rules: fc.Arbitrary<CalendarRules> = fc.record({
  // Monday is never empty: a week without hours is refused.
  week: fc
    .tuple(hours, fc.array(dayHours, { minLength: 7, maxLength: 7 }))
    .map(([first, days]) =>
      Object.fromEntries(WEEKDAYS.map((d, i) => [d, i === 0 ? [first, ...(days[0] ?? [])] : (days[i] ?? [])])),
    ),
  overrides: fc.dictionary(date, fc.record({ hours: dayHours, worksAlthoughClosed: fc.boolean() }), { maxKeys: 5 }),
  breaks: fc.dictionary(date, dayHours, { maxKeys: 5 }),
  closed: fc.dictionary(date, fc.constant({ name: 'closed', source: 'own' }), { maxKeys: 8 }),
  nightShifts: fc.constantFrom('cut-at-midnight', 'keep-start-day'),
});

const open = (z: string, r: CalendarRules): BusinessTime => {
  const made = businessTime(z, r);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
};
const time = fc.tuple(zone, rules).map(([z, r]) => open(z, r));

const holds = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns: 200 });

describe('laws of open time', () => {
  it('between undoes add, add never goes back, and subtract undoes it the other way', () => {
    holds(
      fc.property(time, instant, amount, (c, t, d) => {
        const due = add(c, t, d);
        expect(due).toBeGreaterThanOrEqual(t);
        expect(between(c, t, due)).toBe(d);
        if (d > 0) expect(between(c, subtract(c, due, d), due)).toBe(d);
      }),
    );
  });

  it('adding twice is adding once', () => {
    holds(
      fc.property(time, instant, amount, amount, (c, t, a, b) => {
        expect(add(c, add(c, t, a + 1), b + 1)).toBe(add(c, t, a + b + 2));
      }),
    );
  });

  it('add is the earliest and subtract the latest instant', () => {
    holds(
      fc.property(time, instant, amount, (c, t, d) => {
        expect(between(c, t, add(c, t, d + 1) - 1)).toBeLessThan(d + 1);
        expect(between(c, subtract(c, t, d + 1) + 1, t)).toBeLessThan(d + 1);
      }),
    );
  });

  it('pieces of time add up', () => {
    holds(
      fc.property(time, instant, instant, instant, (c, x, y, z) => {
        expect(between(c, x, y) + between(c, y, z)).toBe(between(c, x, z));
        if (x <= y) expect(between(c, x, y)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('later or more never becomes earlier', () => {
    holds(
      fc.property(time, instant, instant, amount, amount, (c, x, y, a, b) => {
        expect(add(c, Math.min(x, y), a)).toBeLessThanOrEqual(add(c, Math.max(x, y), a));
        expect(add(c, x, Math.min(a, b))).toBeLessThanOrEqual(add(c, x, Math.max(a, b)));
      }),
    );
  });

  it('a deadline lies in open time or at its end, and the next opening is its own next opening', () => {
    holds(
      fc.property(time, instant, amount, (c, t, d) => {
        const due = add(c, t, d);
        expect(isOpen(c, due) || isOpen(c, due - 1)).toBe(true);
        expect(nextOpen(c, nextOpen(c, t))).toBe(nextOpen(c, t));
        expect(isOpen(c, nextOpen(c, t))).toBe(true);
      }),
    );
  });

  it('around the clock, open time is elapsed time', () => {
    holds(
      fc.property(zone, instant, amount, (z, t, d) => {
        expect(add(open(z, AROUND_THE_CLOCK), t, d)).toBe(t + d);
      }),
    );
  });
});

describe('laws of the rules', () => {
  it('compiled in pieces is compiled at once', () => {
    const cutAt = fc.integer({ min: FROM + 1, max: TO - 1 });
    holds(
      fc.property(zone, rules, cutAt, instant, instant, (z, r, cut, a, b) => {
        const book = readRules(z, r);
        if (!book.ok) throw new Error('rules');
        const sum = (pieces: { starts: Float64Array; ends: Float64Array }[], x: Instant, y: Instant): number =>
          pieces.reduce(
            (total, p) =>
              total +
              p.starts.reduce((s, from, i) => s + Math.max(0, Math.min(y, p.ends[i] ?? 0) - Math.max(x, from)), 0),
            0,
          );
        const [x, y] = [Math.min(a, b), Math.max(a, b)];
        const pieces = [compile(book.value, FROM, cut), compile(book.value, cut, TO)];
        const whole = compile(book.value, FROM, TO);
        expect(sum(pieces, x, y)).toBe(sum([whole], x, y));
        expect(pieces.flatMap((p) => p.days)).toEqual(whole.days);
      }),
    );
  });

  it('the order in which rules are written does not matter', () => {
    const turned = <T>(o: Readonly<Record<string, T>> = {}): Record<string, T> =>
      Object.fromEntries(Object.entries(o).reverse());
    const turnedHours = (o: Readonly<Record<string, readonly HoursText[]>> = {}): Record<string, HoursText[]> =>
      turned(Object.fromEntries(Object.entries(o).map(([k, v]) => [k, [...v].reverse()])));
    holds(
      fc.property(zone, rules, (z, r) => {
        const other = {
          ...r,
          week: turnedHours(r.week),
          breaks: turnedHours(r.breaks),
          overrides: turned(r.overrides),
          closed: turned(r.closed),
        };
        const all = (c: BusinessTime): unknown => spansBetween(c, FROM * DAY, TO * DAY);
        expect(all(open(z, other))).toEqual(all(open(z, r)));
      }),
    );
  });

  it('one closed date more never makes a deadline earlier', () => {
    holds(
      fc.property(zone, rules, date, instant, amount, (z, r, more, t, d) => {
        const fewer = { ...r, overrides: {} };
        const closed = { ...fewer, closed: { ...r.closed, [more]: { name: 'more', source: 'own' } } };
        expect(add(open(z, closed), t, d)).toBeGreaterThanOrEqual(add(open(z, fewer), t, d));
      }),
    );
  });

  it('one interval more never makes it later', () => {
    holds(
      fc.property(
        zone,
        rules,
        fc.constantFrom<Weekday>(...WEEKDAYS),
        hours,
        instant,
        amount,
        (z, r, day, more, t, d) => {
          const wider = { ...r, week: { ...r.week, [day]: [...(r.week[day] ?? []), more] } };
          expect(add(open(z, wider), t, d)).toBeLessThanOrEqual(add(open(z, r), t, d));
        },
      ),
    );
  });
});
