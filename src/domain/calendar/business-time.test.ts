import { describe, expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE } from '../shared/instant.ts';
import {
  add,
  between,
  bothOpen,
  type BusinessTime,
  businessTime,
  isOpen,
  nextOpen,
  subtract,
} from './business-time.ts';
import { AROUND_THE_CLOCK, type CalendarRules } from './rules.ts';
import { formatLocal, formatUtc, parseTime } from './time-text.ts';

const open = (zone: string, rules: CalendarRules): BusinessTime => {
  const made = businessTime(zone, rules);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
};

const workweek = (...hours: [string, string][]): CalendarRules => ({
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
});

const closed = Object.fromEntries(
  ['2025-12-24', '2025-12-25', '2025-12-26', '2026-01-01', '2026-01-06', '2026-04-06', '2026-05-01'].map((d) => [
    d,
    { name: 'holiday', source: 'PL' },
  ]),
);
const warsaw = open('Europe/Warsaw', { ...workweek(['09:00', '17:00']), closed });
const paris = open('Europe/Paris', workweek(['09:00', '12:00'], ['13:00', '18:00']));
const warsawAlways = open('Europe/Warsaw', AROUND_THE_CLOCK);
const howeAlways = open('Australia/Lord_Howe', AROUND_THE_CLOCK);
const newYorkNights = open('America/New_York', { week: { sat: [['22:00', '30:00']] } });
const warsawSundayNight = open('Europe/Warsaw', { week: { sun: [['01:30', '02:30']] } });

const at = (time: BusinessTime, typed: string): Instant => {
  const read = parseTime(typed, time.zone);
  if (!read) throw new Error(typed);
  return read.instant;
};

describe('adding open time', () => {
  it.each([
    ['over a weekend', warsaw, '2026-03-13T16:30', 60, '2026-03-16T09:30:00+01:00'],
    ['up to closing: today, not tomorrow morning', warsaw, '2026-03-13T16:00', 60, '2026-03-13T17:00:00+01:00'],
    ['nothing, on a closed day: the next opening', warsaw, '2026-03-14T12:00', 0, '2026-03-16T09:00:00+01:00'],
    ['nothing, while open: that moment', warsaw, '2026-03-13T12:00', 0, '2026-03-13T12:00:00+01:00'],
    ['nothing, at closing time: the next opening', warsaw, '2026-03-13T17:00', 0, '2026-03-16T09:00:00+01:00'],
    ['an hour from a closed day', warsaw, '2026-03-14T12:00', 60, '2026-03-16T10:00:00+01:00'],
    ['a day over Christmas', warsaw, '2025-12-23T16:00', 480, '2025-12-29T16:00:00+01:00'],
    ['over a holiday Friday', warsaw, '2026-04-30T16:00', 120, '2026-05-04T10:00:00+02:00'],
    ['over the weekend of the clock change', warsaw, '2026-03-27T16:00', 120, '2026-03-30T10:00:00+02:00'],
    ['over lunch', paris, '2026-03-09T11:30', 60, '2026-03-09T13:30:00+01:00'],
    ['from lunch', paris, '2026-03-09T12:30', 30, '2026-03-09T13:30:00+01:00'],
    ['24 h around the clock in spring', warsawAlways, '2026-03-28T12:00', 1440, '2026-03-29T13:00:00+02:00'],
    ['24 h around the clock in autumn', warsawAlways, '2026-10-24T12:00', 1440, '2026-10-25T11:00:00+01:00'],
    ['seconds are kept', warsaw, '2026-03-13T16:30:17', 60, '2026-03-16T09:30:17+01:00'],
  ])('%s', (_, time, start, minutes, expected) => {
    expect(formatLocal(time.zone, add(time, at(time, start), minutes * MINUTE))).toBe(expected);
  });

  it('a far deadline is found without anybody naming a horizon', () => {
    const start = at(warsaw, '2026-03-13T09:00');
    const due = add(warsaw, start, 40_000 * HOUR);
    expect(formatUtc(due).slice(0, 4)).toBe('2045');
    expect(between(warsaw, start, due)).toBe(40_000 * HOUR);
    expect(add(warsaw, at(warsaw, '1990-01-01T12:00'), HOUR)).toBe(at(warsaw, '1990-01-01T13:00'));
  });

  it('what lies past the last year is refused, not guessed', () => {
    expect(() => add(warsaw, at(warsaw, '2026-03-13T09:00'), 1e9 * HOUR)).toThrow(/no answer/);
    expect(() => add(warsaw, 0, -1)).toThrow(/negative/);
    expect(() => subtract(warsaw, 0, -1)).toThrow(/negative/);
  });
});

describe('open time between', () => {
  it.each([
    ['over a weekend', warsaw, '2026-03-13T16:00', '2026-03-16T10:00', 120],
    ['paused Monday to Wednesday', warsaw, '2026-03-09T15:00', '2026-03-11T11:00', 12 * 60],
    ['a weekend', warsaw, '2026-03-14T10:00', '2026-03-15T20:00', 0],
    ['reversed: negative, the caller decides', warsaw, '2026-03-16T10:00', '2026-03-13T16:00', -120],
    ['a spring day around the clock', warsawAlways, '2026-03-29', '2026-03-30', 23 * 60],
    ['an autumn day around the clock', warsawAlways, '2026-10-25', '2026-10-26', 25 * 60],
    ['a night shift in spring', newYorkNights, '2026-03-07', '2026-03-09', 7 * 60],
    ['a night shift in autumn', newYorkNights, '2026-10-31', '2026-11-02', 9 * 60],
    ['Lord Howe, half an hour longer', howeAlways, '2026-04-05', '2026-04-06', 24.5 * 60],
    ['Lord Howe, half an hour shorter', howeAlways, '2026-10-04', '2026-10-05', 23.5 * 60],
    ['01:30–02:30 in the spring night', warsawSundayNight, '2026-03-29', '2026-03-30', 60],
    ['01:30–02:30 in the autumn night', warsawSundayNight, '2026-10-25', '2026-10-26', 60],
  ])('%s', (_, time, a, b, minutes) => {
    expect(between(time, at(time, a), at(time, b)) / MINUTE).toBe(minutes);
  });
});

describe('precedence on a date', () => {
  const rules = workweek(['09:00', '17:00']);
  const holiday = { '2026-03-11': { name: 'own day', source: 'own' } };
  it.each<[string, CalendarRules, string, number]>([
    [
      'an override replaces the hours',
      { ...rules, overrides: { '2026-03-11': { hours: [['10:00', '12:00']] } } },
      '2026-03-11',
      2,
    ],
    [
      'an override opens a Saturday',
      { ...rules, overrides: { '2026-03-14': { hours: [['09:00', '17:00']] } } },
      '2026-03-14',
      8,
    ],
    ['an empty override closes the day', { ...rules, overrides: { '2026-03-11': { hours: [] } } }, '2026-03-11', 0],
    ['a closed date removes the hours', { ...rules, closed: holiday }, '2026-03-11', 0],
    [
      'a closed date beats an override',
      { ...rules, closed: holiday, overrides: { '2026-03-11': { hours: [['10:00', '12:00']] } } },
      '2026-03-11',
      0,
    ],
    [
      'unless it works although closed',
      {
        ...rules,
        closed: holiday,
        overrides: { '2026-03-11': { hours: [['10:00', '12:00']], worksAlthoughClosed: true } },
      },
      '2026-03-11',
      2,
    ],
    [
      'breaks are cut out',
      {
        ...rules,
        breaks: {
          '2026-03-11': [
            ['08:00', '10:00'],
            ['12:00', '13:00'],
          ],
        },
      },
      '2026-03-11',
      6,
    ],
    [
      'overlapping hours merge',
      {
        week: {
          wed: [
            ['09:00', '13:00'],
            ['12:00', '17:00'],
            ['17:00', '18:00'],
          ],
        },
      },
      '2026-03-11',
      9,
    ],
  ])('%s', (_, r, date, hours) => {
    const time = open('Europe/Warsaw', r);
    expect(between(time, at(time, date), at(time, `${date}T23:59`)) / HOUR).toBe(hours);
  });

  const night: CalendarRules = { week: { tue: [['22:00', '30:00']], wed: [['22:00', '30:00']] }, closed: holiday };
  it.each<[string, CalendarRules, number]>([
    ['a holiday cuts the night shift at midnight', night, 2],
    ['unless night shifts keep their start day', { ...night, nightShifts: 'keep-start-day' }, 8],
    [
      'a break after midnight, written on its own date',
      { week: night.week, breaks: { '2026-03-11': [['02:00', '03:00']] } },
      15,
    ],
    [
      'the same break, written on the day the shift began',
      { week: night.week, breaks: { '2026-03-10': [['26:00', '27:00']] } },
      15,
    ],
  ])('%s', (_, r, hours) => {
    const time = open('Europe/Warsaw', r);
    expect(between(time, at(time, '2026-03-10T12:00'), at(time, '2026-03-12T12:00')) / HOUR).toBe(hours);
  });

  it('a date that the zone skips has no hours', () => {
    const apia = open('Pacific/Apia', { week: { fri: [['09:00', '17:00']] } });
    expect(between(apia, at(apia, '2011-12-24'), at(apia, '2012-01-05'))).toBe(0);
  });
});

describe('open or not', () => {
  it.each([
    ['at opening', '2026-03-13T09:00', true],
    ['just before', '2026-03-13T08:59:59', false],
    ['at closing', '2026-03-13T17:00', false],
    ['at night', '2026-03-13T03:00', false],
  ])('%s', (_, t, expected) => expect(isOpen(warsaw, at(warsaw, t))).toBe(expected));
});

describe('both open', () => {
  const newYork = open('America/New_York', {
    ...workweek(['09:00', '17:00']),
    closed: { '2026-11-26': { name: 'Thanksgiving', source: 'US' } },
  });
  const both = bothOpen(warsaw, newYork);
  it.each([
    ['two hours in the late afternoon', '2026-06-10', '2026-06-11', 120],
    ['three while only one side has moved its clock', '2026-03-10', '2026-03-11', 180],
    ['none on the holiday of one side', '2026-11-26', '2026-11-27', 0],
  ])('%s', (_, a, b, minutes) => expect(between(both, at(warsaw, a), at(warsaw, b)) / MINUTE).toBe(minutes));

  it('opens when the later one does', () => {
    expect(formatLocal('Europe/Warsaw', nextOpen(both, at(warsaw, '2026-06-10T08:00')))).toBe(
      '2026-06-10T15:00:00+02:00',
    );
    expect(both.closed.size).toBe(8);
  });
});
