import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import { dayOf, parseDay } from './civil.ts';
import { formatLocal, formatUtc, parseTime } from './time-text.ts';
import { dayAt, isKnownZone, offsetAt, resolveWall, startOfDay, wallOf } from './zone.ts';

const ZONES = [
  'Europe/Warsaw',
  'Europe/Paris',
  'Europe/Moscow',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Australia/Sydney',
  'Pacific/Apia',
  'Africa/Cairo',
  'America/Santiago',
];

const instants = fc.integer({ min: dayOf(1995, 1, 1) * DAY, max: dayOf(2040, 1, 1) * DAY });

describe('zones', () => {
  it('an offset and its local date are those of another implementation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, t) => {
        const other = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(zone);
        expect(offsetAt(zone, t)).toBe(other.offsetNanoseconds / 1e6);
        expect(dayAt(zone, t)).toBe(parseDay(other.toPlainDate().toString()));
      }),
      { numRuns: 1000 },
    );
  });

  it('a local reading becomes the instant that `compatible` gives', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, wall) => {
        const other = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
        expect(resolveWall(zone, wall).instant).toBe(other.toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['Warsaw, spring gap', 'Europe/Warsaw', '2026-03-29T02:30', 'gap', '2026-03-29T03:30:00+02:00'],
    ['Warsaw, autumn overlap: the first', 'Europe/Warsaw', '2026-10-25T02:30', 'overlap', '2026-10-25T02:30:00+02:00'],
    ['Warsaw, an ordinary day', 'Europe/Warsaw', '2026-03-13T16:30', 'none', '2026-03-13T16:30:00+01:00'],
    ['Lord Howe, a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04T02:15', 'gap', '2026-10-04T02:45:00+11:00'],
    ['Cairo, a day without midnight', 'Africa/Cairo', '2024-04-26T00:00', 'gap', '2024-04-26T01:00:00+03:00'],
    ['Apia, a date that was skipped', 'Pacific/Apia', '2011-12-30T12:00', 'gap', '2011-12-31T12:00:00+14:00'],
    ['Kathmandu, 45 minutes', 'Asia/Kathmandu', '2026-03-13 16:30:15', 'none', '2026-03-13T16:30:15+05:45'],
  ])('%s', (_, zone, typed, shift, shown) => {
    const read = parseTime(typed, zone);
    expect(read?.shift).toBe(shift);
    expect(formatLocal(zone, read?.instant ?? 0)).toBe(shown);
  });

  it('a day may start at one in the morning', () => {
    expect(formatLocal('Africa/Cairo', startOfDay('Africa/Cairo', dayOf(2024, 4, 26)))).toBe(
      '2024-04-26T01:00:00+03:00',
    );
  });

  it.each(['Mars/Olympus', '', '+02:00', 'Europe/Warszawa'])('%j is no zone', (zone) => {
    expect(isKnownZone(zone)).toBe(false);
    expect(() => offsetAt(zone, 0)).toThrow(/unknown time zone/);
  });
});

describe('times as typed', () => {
  it.each([
    ['2026-03-13T16:30Z', '2026-03-13T16:30:00Z'],
    ['2026-03-13T16:30:15.75+01:00', '2026-03-13T15:30:15Z'],
    ['2026-03-13T16:30-0530', '2026-03-13T22:00:00Z'],
    ['2026-03-13', '2026-03-12T23:00:00Z'],
  ])('%s', (typed, utc) => expect(formatUtc(parseTime(typed, 'Europe/Warsaw')?.instant ?? 0)).toBe(utc));

  it('keeps milliseconds exactly', () => {
    expect((parseTime('1970-01-01T00:00:00.57Z', 'UTC')?.instant ?? 0) - wallOf(0)).toBe(570);
  });

  it.each(['tomorrow', '2026-02-30T10:00', '2026-03-13T24:00', '2026-03-13T10:61', '13.03.2026', ''])(
    '%j is no time',
    (typed) => expect(parseTime(typed, 'Europe/Warsaw')).toBeNull(),
  );
});
