import { describe, expect, it } from 'vitest';
import { type Reader, writeDate, writeRelative, writeTime, writeWhen } from './times.ts';

const now = Date.parse('2026-03-10T12:00:00Z');
const reader = (lang: Reader['lang'], zone = 'Europe/Warsaw'): Reader => ({ lang, zone, now });
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a date', () => {
  it.each([
    ['en', 'Fri 13 Mar'],
    ['pl', 'pt., 13 mar'],
    ['ru', 'пт, 13 мар.'],
    ['fr', 'ven. 13 mars'],
  ] as const)('in %s spells the month', (lang, expected) => {
    expect(plain(writeDate(reader(lang), Date.parse('2026-03-13T12:00:00Z')))).toBe(expected);
  });
  it('names the year when it is another one', () => {
    expect(writeDate(reader('en'), Date.parse('2027-01-04T12:00:00Z'))).toBe('Mon, 4 Jan 2027');
  });
  it('is the day of the zone it was promised in', () => {
    const late = Date.parse('2026-03-13T23:30:00Z');
    expect(writeDate(reader('en', 'UTC'), late)).toBe('Fri 13 Mar');
    expect(writeDate(reader('en', 'UTC'), late, 'Europe/Warsaw')).toBe('Sat 14 Mar');
  });
});

describe('a time', () => {
  const at = Date.parse('2026-03-13T15:00:00Z');
  it('of the reader’s own zone names no zone', () => {
    expect(writeWhen(reader('en'), at)).toBe('Fri 13 Mar, 16:00');
    expect(writeTime(reader('en'), at)).toBe('16:00');
  });
  it('of another zone names it', () => {
    expect(writeWhen(reader('en'), at, 'America/New_York')).toContain('New York');
  });
  it('of a zone with the same clock names none', () => {
    expect(writeWhen(reader('en'), at, 'Europe/Berlin')).toBe('Fri 13 Mar, 16:00');
  });
});

describe('how far away', () => {
  it.each([
    ['in 20 minutes', '2026-03-10T12:20:00Z', 'in 20 minutes'],
    ['three hours ago', '2026-03-10T09:00:00Z', '3 hours ago'],
    ['late in the evening is still today, in hours', '2026-03-10T20:00:00Z', 'in 8 hours'],
    ['the next morning is tomorrow', '2026-03-11T07:00:00Z', 'tomorrow'],
    ['five days', '2026-03-15T12:00:00Z', 'in 5 days'],
    ['two weeks ago', '2026-02-24T12:00:00Z', '2 weeks ago'],
    ['last year', '2025-03-10T12:00:00Z', 'last year'],
    ['this very minute', '2026-03-10T12:00:10Z', 'this minute'],
  ])('%s', (_name, iso, expected) => {
    expect(writeRelative(reader('en'), Date.parse(iso))).toBe(expected);
  });
});
