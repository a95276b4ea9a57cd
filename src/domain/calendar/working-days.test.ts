import { describe, expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE } from '../shared/instant.ts';
import { add, between, bothOpen, type BusinessTime, businessTime, spansBetween, subtract } from './business-time.ts';
import { formatDay, parseDay } from './civil.ts';
import { yearPreview } from './preview.ts';
import { AROUND_THE_CLOCK, type CalendarRules } from './rules.ts';
import { formatLocal, formatUtc, parseTime } from './time-text.ts';
import { addWorkingDays, endOfWorkingDay, subtractWorkingDays, workingDays } from './working-days.ts';

const open = (zone: string, rules: CalendarRules): BusinessTime => {
  const made = businessTime(zone, rules);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
};
const utc = (typed: string): Instant => parseTime(typed, 'UTC')?.instant ?? NaN;

/** A week with different hours each day, so that a wrong day shows. */
const uneven: CalendarRules = {
  week: {
    mon: [['09:00', '17:00']],
    tue: [['10:00', '16:00']],
    wed: [['09:00', '17:00']],
    thu: [['10:00', '16:00']],
    fri: [['09:00', '17:00']],
    sat: [['11:00', '14:30']],
  },
  closed: { '2006-01-16': { name: 'closed', source: 'own' }, '2006-01-18': { name: 'closed', source: 'own' } },
};
const desk = open('UTC', uneven);

describe('in N working days', () => {
  it.each([
    ['from inside hours: the same time of day', '2006-01-06T12:00', 2, '2006-01-09T12:00:00Z'],
    ['with its seconds', '2006-01-06T12:30:52', 2, '2006-01-09T12:30:52Z'],
    ['from before opening: the opening of that day', '2006-01-03T08:00', 2, '2006-01-05T10:00:00Z'],
    ['from after closing: the opening of the day after', '2006-01-03T18:00', 2, '2006-01-06T09:00:00Z'],
    ['a closed date is no working day', '2006-01-14T12:00', 1, '2006-01-17T12:00:00Z'],
    ['two closed dates', '2006-01-14T12:00', 2, '2006-01-19T12:00:00Z'],
    ['from a day without hours', '2006-01-08T12:00', 1, '2006-01-09T12:00:00Z'],
    ['none, while open: this moment', '2006-01-02T13:00', 0, '2006-01-02T13:00:00Z'],
    ['none, while closed: the next opening', '2006-01-01T13:00', 0, '2006-01-02T09:00:00Z'],
    ['a hundred', '2006-01-02T13:00', 100, '2006-05-01T13:00:00Z'],
  ])('%s', (_, start, n, expected) => expect(formatUtc(addWorkingDays(desk, utc(start), n))).toBe(expected));

  it.each([
    ['inside hours', '2006-01-09T12:00', 2, '2006-01-06T12:00:00Z'],
    ['before opening: the closing of the day before', '2006-01-05T08:00', 2, '2006-01-02T17:00:00Z'],
    ['after closing: that closing', '2006-01-05T18:00', 2, '2006-01-03T16:00:00Z'],
    ['with its seconds', '2006-01-09T12:30:52', 2, '2006-01-06T12:30:52Z'],
    ['none, while open', '2006-01-02T14:00', 0, '2006-01-02T14:00:00Z'],
    ['none, while closed', '2006-01-03T00:00', 0, '2006-01-02T17:00:00Z'],
  ])('backwards, %s', (_, start, n, expected) => {
    expect(formatUtc(subtractWorkingDays(desk, utc(start), n))).toBe(expected);
  });

  it('keeps the wall time when the clock is changed in between', () => {
    const warsaw = open('Europe/Warsaw', { week: uneven.week });
    const friday = parseTime('2026-03-27T12:00', 'Europe/Warsaw')?.instant ?? 0;
    expect(formatLocal('Europe/Warsaw', addWorkingDays(warsaw, friday, 2))).toBe('2026-03-30T12:00:00+02:00');
  });

  it.each([1.5, -1, NaN])('%d days are refused', (n) => {
    expect(() => addWorkingDays(desk, 0, n)).toThrow(/whole number/);
  });
});

describe('a due date in N working days', () => {
  it.each([
    ['ends when the hours of that date end', '2006-01-06T12:00', 2, '2006-01-09T17:00:00Z'],
    ['from after closing', '2006-01-03T18:00', 1, '2006-01-04T17:00:00Z'],
    ['today', '2006-01-03T12:00', 0, '2006-01-03T16:00:00Z'],
    ['today, although it is Sunday', '2006-01-08T12:00', 0, '2006-01-09T17:00:00Z'],
  ])('%s', (_, start, n, expected) => expect(formatUtc(endOfWorkingDay(desk, utc(start), n))).toBe(expected));

  it('a night shift ends on the next morning', () => {
    const nights = open('UTC', { week: { sat: [['22:00', '30:00']] } });
    expect(formatUtc(endOfWorkingDay(nights, utc('2026-03-08T02:00'), 0))).toBe('2026-03-08T06:00:00Z');
    expect(workingDays(nights, parseDay('2026-03-01') ?? 0, parseDay('2026-03-10') ?? 0).map(formatDay)).toEqual([
      '2026-03-07',
    ]);
  });
});

describe('the rest of what zendesk/biz does', () => {
  it.each([
    ['hours forward', () => add(desk, utc('2006-01-04T13:00'), 3 * HOUR), '2006-01-04T16:00:00Z'],
    ['minutes forward', () => add(desk, utc('2006-01-04T14:30'), 90 * MINUTE), '2006-01-04T16:00:00Z'],
    ['seconds forward', () => add(desk, utc('2006-01-04T15:58:30'), 90_000), '2006-01-04T16:00:00Z'],
    ['nothing forward', () => add(desk, utc('2006-01-03'), 0), '2006-01-03T10:00:00Z'],
    ['hours back', () => subtract(desk, utc('2006-01-04T17:00'), 3 * HOUR), '2006-01-04T14:00:00Z'],
    ['seconds back', () => subtract(desk, utc('2006-01-04T16:01:30'), 90_000), '2006-01-04T16:00:00Z'],
    ['nothing back', () => subtract(desk, utc('2006-01-03'), 0), '2006-01-02T17:00:00Z'],
  ])('%s', (_, ask, expected) => expect(formatUtc(ask())).toBe(expected));

  it('a week holds 39 and a half hours', () => {
    expect(between(desk, utc('2006-01-01'), utc('2006-01-08'))).toBe(39.5 * HOUR);
  });

  it('an intersection keeps what both have: hours, breaks and holidays of either', () => {
    const first = open('UTC', { week: uneven.week, breaks: { '2006-01-03': [['14:15', '14:30']] } });
    const second = open('UTC', {
      week: {
        mon: [['08:00', '10:00']],
        tue: [['11:00', '15:00']],
        thu: [
          ['11:00', '12:00'],
          ['13:00', '14:00'],
        ],
      },
      breaks: { '2006-01-03': [['11:15', '11:45']] },
      closed: { '2006-01-05': { name: 'closed', source: 'own' } },
    });
    const both = bothOpen(first, second);
    const shown = spansBetween(both, utc('2006-01-02'), utc('2006-01-09')).map((s) => [
      formatUtc(s.from),
      formatUtc(s.to),
    ]);
    expect(shown).toEqual([
      ['2006-01-02T09:00:00Z', '2006-01-02T10:00:00Z'],
      ['2006-01-03T11:00:00Z', '2006-01-03T11:15:00Z'],
      ['2006-01-03T11:45:00Z', '2006-01-03T14:15:00Z'],
      ['2006-01-03T14:30:00Z', '2006-01-03T15:00:00Z'],
    ]);
    expect(formatUtc(endOfWorkingDay(both, utc('2006-01-02T09:30'), 1))).toBe('2006-01-03T15:00:00Z');
  });
});

describe('two zones far apart', () => {
  it('a shared evening counts on its last date as well', () => {
    const evening = open('Europe/Warsaw', { week: { mon: [['20:00', '22:00']] } });
    const both = bothOpen(evening, open('Australia/Sydney', AROUND_THE_CLOCK));
    const monday = parseDay('2026-03-09') ?? 0;
    expect(workingDays(both, monday, monday + 1)).toEqual([monday]);
  });
});

describe('a year, before it is saved', () => {
  it('counts closed dates, days with hours and hours', () => {
    const closed = Object.fromEntries(
      ['2026-01-01', '2026-05-03', '2026-12-25', '2027-01-01'].map((d) => [d, { name: d, source: 'PL' }]),
    );
    const hours = [['09:00', '17:00']] as const;
    const time = open('Europe/Warsaw', {
      week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
      closed,
    });
    const preview = yearPreview(time, 2026);
    expect(preview.closed.map((c) => [c.date, c.removesHours])).toEqual([
      ['2026-01-01', true],
      ['2026-05-03', false],
      ['2026-12-25', true],
    ]);
    expect(preview).toMatchObject({ year: 2026, workingDays: 259, openMs: 259 * 8 * HOUR });
  });
});
