import { describe, expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE } from '../shared/instant.ts';
import type { Clock } from './clock.ts';
import { deriveDeadline } from './derivation.ts';
import type { Calendar } from './rules.ts';
import { formatLocal, parseTime } from './time-text.ts';
import { calendarVersionAt, rulesHash, timeOf } from './versions.ts';

const hours = [['09:00', '18:00']] as const;
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const holiday = (name: string) => ({ name, source: 'PL' });
const calendar: Calendar = {
  id: 'desk',
  name: 'Desk',
  zone: 'Europe/Warsaw',
  versions: [
    { no: 1, validFrom: '2025-01-01', week },
    {
      no: 2,
      validFrom: '2026-01-01',
      week,
      closed: { '2026-03-12': holiday('Founders’ day'), '2026-03-14': holiday('Pi day') },
    },
  ],
};
const at = (typed: string): Instant => parseTime(typed, 'Europe/Warsaw')?.instant ?? NaN;
const shown = (t: Instant | null): string | null => (t === null ? null : formatLocal('Europe/Warsaw', t).slice(5, 16));

const clock = (start: string, target: number): Clock => {
  const version = calendarVersionAt(calendar, at(start));
  const time = version && timeOf(calendar.zone, version);
  if (!version || !time?.ok) throw new Error('calendar');
  const term = { from: at(start), time: time.value, target, calendar: { id: calendar.id, version: version.no } };
  return { kind: 'resolution', terms: [term], pauses: [], stoppedAt: null };
};

describe('the derivation of a deadline', () => {
  it('names every open span, the holiday that was crossed and the version of the calendar', () => {
    const d = deriveDeadline(clock('2026-03-11T16:40', 8 * HOUR), at('2026-03-11T16:40'));
    expect(shown(d.due)).toBe('03-13T15:40');
    expect(d.terms).toMatchObject([{ target: 8 * HOUR, calendar: { id: 'desk', version: 2 } }]);
    expect(
      d.lines.map((l) => (l.kind === 'closed' ? [l.date, l.name] : l.kind === 'open' ? [l.date, l.ms / MINUTE] : l)),
    ).toEqual([
      ['2026-03-11', 80],
      ['2026-03-12', 'Founders’ day'],
      ['2026-03-13', 400],
    ]);
  });

  it('a closed Saturday without hours is not mentioned, and counting starts at the opening', () => {
    const d = deriveDeadline(clock('2026-03-13T20:00', HOUR), at('2026-03-13T20:00'));
    expect([shown(d.start), shown(d.countsFrom), shown(d.due)]).toEqual(['03-13T20:00', '03-16T09:00', '03-16T10:00']);
    expect(d.lines.map((l) => l.kind)).toEqual(['open']);
  });

  it('tells each pause, its reason and the open time in it', () => {
    const paused: Clock = {
      ...clock('2026-03-09T10:00', 8 * HOUR),
      pauses: [{ from: at('2026-03-09T16:00'), to: at('2026-03-10T11:00'), reason: 'waiting-for-client', by: 'Anna' }],
    };
    const d = deriveDeadline(paused, at('2026-03-10T12:00'));
    expect(d.lines.map((l) => [l.kind, shown(l.from), 'ms' in l ? l.ms / MINUTE : 0])).toEqual([
      ['open', '03-09T10:00', 360],
      ['paused', '03-09T16:00', 240],
      ['open', '03-10T11:00', 120],
    ]);
    expect(shown(d.due)).toBe('03-10T13:00');
    expect(d.left).toBe(HOUR);
  });

  it('the open lines add up to the target', () => {
    const d = deriveDeadline(clock('2026-03-05T11:11', 77 * HOUR), at('2026-03-05T11:11'));
    expect(d.lines.reduce((sum, l) => sum + (l.kind === 'open' ? l.ms : 0), 0)).toBe(77 * HOUR);
  });

  it('while paused there is no due date and the derivation says what is left', () => {
    const paused: Clock = {
      ...clock('2026-03-09T10:00', 8 * HOUR),
      pauses: [{ from: at('2026-03-09T16:00'), to: null, reason: 'suspended', by: 'Anna' }],
    };
    expect(deriveDeadline(paused, at('2026-03-10T12:00'))).toMatchObject({ due: null, left: 2 * HOUR });
  });
});

describe('versions of a calendar', () => {
  it.each([
    ['before the first', '2024-12-31T12:00', null],
    ['the first', '2025-06-01T12:00', 1],
    ['the last minute of a version, in the zone of the calendar', '2025-12-31T23:59', 1],
    ['the next', '2026-01-01T00:00', 2],
  ])('%s', (_, t, no) => expect(calendarVersionAt(calendar, at(t))?.no ?? null).toBe(no));

  it('two versions of one date: the higher number', () => {
    const twice = { ...calendar, versions: [...calendar.versions, { no: 3, validFrom: '2026-01-01', week }].reverse() };
    expect(calendarVersionAt(twice, at('2026-02-01'))?.no).toBe(3);
  });

  it('the same rules have one hash and one compiled calendar, whatever the order; other rules another', () => {
    const { mon, ...rest } = week;
    expect(rulesHash('Europe/Warsaw', { week: { ...rest, mon } })).toBe(rulesHash('Europe/Warsaw', { week }));
    expect(rulesHash('Europe/Paris', { week })).not.toBe(rulesHash('Europe/Warsaw', { week }));
    expect(rulesHash('Europe/Warsaw', { week: rest })).not.toBe(rulesHash('Europe/Warsaw', { week }));
    expect(rulesHash('Europe/Warsaw', { week })).toMatch(/^[0-9a-f]{16}$/);
    const [a, b] = [timeOf('Europe/Warsaw', { week }), timeOf('Europe/Warsaw', { week: { ...rest, mon } })];
    expect(a.ok && b.ok && a.value === b.value).toBe(true);
  });

  it('rules that are wrong are refused each time', () => {
    expect(timeOf('Europe/Warsaw', { week: {} })).toMatchObject({ ok: false });
    expect(timeOf('Europe/Warsaw', { week: {} })).toMatchObject({ ok: false });
  });
});
