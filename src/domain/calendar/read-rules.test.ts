import { describe, expect, it } from 'vitest';
import { readRules } from './read-rules.ts';
import { AROUND_THE_CLOCK } from './rules.ts';

const ok = [['09:00', '17:00']];

describe('a calendar that cannot be right is refused with the row', () => {
  it.each<[string, string, unknown, [row: string, code: string][]]>([
    ['a zone nobody knows', 'Mars/Olympus', { week: { mon: ok } }, [['zone', 'zone-unknown']]],
    [
      'no rules at all',
      'Europe/Warsaw',
      null,
      [
        ['', 'not-an-object'],
        ['week', 'no-hours'],
      ],
    ],
    ['a week without hours', 'Europe/Warsaw', { week: { mon: [] } }, [['week', 'no-hours']]],
    [
      'an empty interval',
      'Europe/Warsaw',
      { week: { mon: [['09:00', '09:00']] } },
      [['week.mon[0]', 'end-not-after-start']],
    ],
    [
      'a reversed interval',
      'Europe/Warsaw',
      { week: { tue: [...ok, ['17:00', '09:00']] } },
      [['week.tue[1]', 'end-not-after-start']],
    ],
    [
      'an end past two days',
      'Europe/Warsaw',
      { week: { mon: [['22:00', '48:01']] } },
      [['week.mon[0]', 'ends-beyond-48']],
    ],
    [
      'a start on the next day',
      'Europe/Warsaw',
      { week: { mon: [['24:00', '30:00']] } },
      [['week.mon[0]', 'starts-next-day']],
    ],
    ['a time in words', 'Europe/Warsaw', { week: { mon: [['nine', '17:00']] } }, [['week.mon[0]', 'not-a-time']]],
    ['minute 60', 'Europe/Warsaw', { week: { mon: [['09:00', '16:60']] } }, [['week.mon[0]', 'not-a-time']]],
    ['one time only', 'Europe/Warsaw', { week: { mon: [['09:00']] } }, [['week.mon[0]', 'not-a-pair']]],
    ['hours that are no list', 'Europe/Warsaw', { week: { mon: '09:00-17:00' } }, [['week.mon', 'not-a-list']]],
    ['a weekday in another language', 'Europe/Warsaw', { week: { montag: ok } }, [['week.montag', 'not-a-weekday']]],
    [
      'several things at once',
      'Nowhere',
      {
        week: { mon: ok },
        closed: { '2026-02-30': 'x', '2026-03-01': '' },
        overrides: { '1.5.2026': [] },
        holidays: {},
      },
      [
        ['zone', 'zone-unknown'],
        ['holidays', 'field-unknown'],
        ['overrides.1.5.2026', 'not-a-date'],
        ['closed.2026-02-30', 'not-a-date'],
        ['closed.2026-03-01.name', 'name-missing'],
      ],
    ],
    [
      'a choice nobody offers',
      'Europe/Warsaw',
      { week: { mon: ok }, nightShifts: 'maybe' },
      [['nightShifts', 'choice-unknown']],
    ],
    [
      'a wrong mark on an override',
      'Europe/Warsaw',
      { week: { mon: ok }, overrides: { '2026-03-14': { hours: [['9:00', '10:00']], worksAlthoughClosed: 'yes' } } },
      [
        ['overrides.2026-03-14.worksAlthoughClosed', 'choice-unknown'],
        ['overrides.2026-03-14.hours[0]', 'not-a-time'],
      ],
    ],
    [
      'a break past two days',
      'Europe/Warsaw',
      { week: { mon: ok }, breaks: { '2026-03-14': [['47:00', '49:00']] } },
      [['breaks.2026-03-14[0]', 'ends-beyond-48']],
    ],
  ])('%s', (_, zone, rules, problems) => {
    const read = readRules(zone, rules);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.refusal.data.problems.map((p) => [p.row, p.code])).toEqual(problems);
  });

  it('says what it found there', () => {
    const read = readRules('Europe/Warsaw', { week: { mon: [['17:00', '09:00']] } });
    expect(read).toMatchObject({ refusal: { data: { problems: [{ found: '["17:00","09:00"]' }] } } });
  });
});

describe('a calendar that is fine', () => {
  it.each<[string, unknown]>([
    ['around the clock', AROUND_THE_CLOCK],
    ['a night shift', { week: { sat: [['22:00', '30:00']] } }],
    [
      'overlapping hours',
      {
        week: {
          sat: [
            ['09:00', '13:00'],
            ['12:00', '17:00'],
          ],
        },
      },
    ],
    ['a closed date by name only', { week: { mon: ok }, closed: { '2026-05-01': 'Labour Day' } }],
    ['an override as a plain list', { week: { mon: ok }, overrides: { '2026-05-02': ok } }],
    [
      'a break in the small hours of a night shift',
      { week: { mon: [['22:00', '30:00']] }, breaks: { '2026-03-09': [['26:00', '26:30']] } },
    ],
  ])('%s', (_, rules) => expect(readRules('Europe/Warsaw', rules).ok).toBe(true));
});
