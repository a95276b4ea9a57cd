import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIcs } from './ics.ts';
import { type IcsEvent, writeIcs } from './ics-write.ts';

const visit: IcsEvent = {
  uid: 'visit-1@parley.example',
  sequence: 0,
  changedAt: Date.UTC(2026, 2, 1, 8, 0, 0),
  when: { from: Date.UTC(2026, 2, 14, 9, 0, 0), to: Date.UTC(2026, 2, 14, 11, 30, 0) },
  summary: 'Visit: press 4; bring seals, oil',
  status: 'confirmed',
};
const HORIZON = { from: '2026-01-01', to: '2027-01-01', zone: 'Europe/Warsaw' };
const linesOf = (event: Partial<IcsEvent>): string[] =>
  writeIcs({ method: 'request', events: [{ ...visit, ...event }] })
    .replaceAll('\r\n ', '')
    .split('\r\n');

describe('a calendar file', () => {
  it('a visit', () => {
    expect(
      linesOf({ location: 'ACME\nHall 2', organizer: { name: 'Anna "A" Nowak', email: 'anna@parley.example' } }),
    ).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Parley//Parley//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:visit-1@parley.example',
      'SEQUENCE:0',
      'DTSTAMP:20260301T080000Z',
      'LAST-MODIFIED:20260301T080000Z',
      'DTSTART:20260314T090000Z',
      'DTEND:20260314T113000Z',
      'SUMMARY:Visit: press 4\\; bring seals\\, oil',
      'LOCATION:ACME\\nHall 2',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'ORGANIZER;CN="Anna ^\'A^\' Nowak":mailto:anna@parley.example',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it.each<[string, Partial<IcsEvent>, string]>([
    ['a cancelled visit', { status: 'cancelled', sequence: 3 }, 'STATUS:CANCELLED'],
    [
      'the last day is included, so the end is the day after',
      { when: { firstDay: '2026-12-30', lastDay: '2026-12-31' } },
      'DTEND;VALUE=DATE:20270101',
    ],
    ['a reminder blocks nothing', { free: true }, 'TRANSP:TRANSPARENT'],
    [
      'an attendee',
      { attendees: [{ name: 'Nowak', email: 'n@acme.example' }] },
      'ATTENDEE;CN="Nowak";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:n@acme.example',
    ],
  ])('%s', (_, event, line) => expect(linesOf(event)).toContain(line));

  it('a feed has a name and says how often to look', () => {
    const text = writeIcs({ method: 'publish', name: 'Visits, team', refreshMinutes: 60, events: [] });
    expect(text).toContain('X-WR-CALNAME:Visits\\, team\r\n');
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT60M\r\n');
  });

  it('nothing a person typed can begin a line of its own', () => {
    const evil = 'x\r\nBEGIN:VEVENT\rATTENDEE:mailto:a@b\n\u0007y';
    const lines = linesOf({
      summary: evil,
      description: evil,
      location: evil,
      uid: evil,
      url: `https://a/\r\nX:y`,
      attendees: [{ name: evil, email: `a@b\r\nX:1` }],
    });
    expect(lines.filter((l) => /^(BEGIN:VEVENT|ATTENDEE|X)/.test(l))).toHaveLength(2);
    expect(lines.join('')).not.toContain('\u0007');
  });

  it('no line is longer than 75 octets, and what is written is read again', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).map((s) => `a${s.replace(/[^\P{Cc}]/gu, '')}`);
    fc.assert(
      fc.property(text, fc.integer({ min: Date.UTC(2026, 0, 2), max: Date.UTC(2026, 11, 30) }), (summary, t) => {
        const from = Math.floor(t / 1000) * 1000;
        const file = writeIcs({
          method: 'publish',
          events: [{ ...visit, summary, when: { from, to: from + 3_600_000 } }],
        });
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(file.isWellFormed()).toBe(true);
        const back = readIcs(file, HORIZON);
        expect(back.busy).toEqual([{ from, to: from + 3_600_000, name: summary.trim(), uid: visit.uid }]);
      }),
    );
  });
});
