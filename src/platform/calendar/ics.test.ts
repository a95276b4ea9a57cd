import { describe, expect, it } from 'vitest';
import { type IcsCalendar, readIcs } from './ics.ts';

const HORIZON = { from: '2026-01-01', to: '2027-01-01', zone: 'Europe/Warsaw' };
const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', 'UID:u', 'SUMMARY:S', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...parts: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n');
const read = (...parts: string[]): IcsCalendar => readIcs(calendar(...parts), HORIZON);
const dates = (c: IcsCalendar): string[] => c.closed.map((d) => d.date.slice(5));
const spans = (c: IcsCalendar): string[] =>
  c.busy.map((b) => `${new Date(b.from).toISOString().slice(5, 16)} ${(b.to - b.from) / 60_000}`);

describe('closed dates of a calendar file', () => {
  it.each<[string, string[], string[]]>([
    [
      'the end of an all-day event is not part of it',
      ['DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260502'],
      ['05-01'],
    ],
    ['several days', ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'], ['12-24', '12-25', '12-26']],
    ['no end: one day', ['DTSTART;VALUE=DATE:20260501'], ['05-01']],
    [
      'an end on the same day, as many feeds write it',
      ['DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260501'],
      ['05-01'],
    ],
    ['a duration in days', ['DTSTART;VALUE=DATE:20260501', 'DURATION:P2D'], ['05-01', '05-02']],
    ['VALUE=DATE left out', ['DTSTART:20260501'], ['05-01']],
    ['every year, from long ago', ['DTSTART;VALUE=DATE:19181111', 'RRULE:FREQ=YEARLY'], ['11-11']],
    ['the last Monday in May', ['DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'], ['05-25']],
    ['a rule that ended', ['DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;UNTIL=20250601'], []],
    ['a rule with a count', ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;COUNT=3'], ['01-05', '01-12', '01-19']],
    [
      'several days, every year',
      ['DTSTART;VALUE=DATE:20201224', 'DTEND;VALUE=DATE:20201227', 'RRULE:FREQ=YEARLY'],
      ['12-24', '12-25', '12-26'],
    ],
    ['over the turn of the year', ['DTSTART;VALUE=DATE:20251230', 'DTEND;VALUE=DATE:20260103'], ['01-01', '01-02']],
    [
      'excepted dates',
      ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;VALUE=DATE:20260112'],
      ['01-05', '01-19'],
    ],
    ['extra dates', ['DTSTART;VALUE=DATE:20260105', 'RDATE;VALUE=DATE:20260301,20260302'], ['01-05', '03-01', '03-02']],
    ['marked as free, as holiday feeds are', ['DTSTART;VALUE=DATE:20260501', 'TRANSP:TRANSPARENT'], ['05-01']],
    ['cancelled', ['DTSTART;VALUE=DATE:20260501', 'STATUS:CANCELLED'], []],
    [
      'a list that ends with a comma',
      ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;BYDAY=MO,;COUNT=2;'],
      ['01-05', '01-12'],
    ],
    ['outside the horizon', ['DTSTART;VALUE=DATE:20250501'], []],
  ])('%s', (_, lines, expected) => {
    const found = read(event(...lines));
    expect(dates(found)).toEqual(expected);
    expect(found.unread).toEqual([]);
  });

  it('one date, one name: the first', () => {
    const twice = read(
      event('DTSTART:20260501'),
      event('DTSTART:20260501').replace('SUMMARY:S', 'SUMMARY:T').replace('UID:u', 'UID:v'),
    );
    expect(twice.closed).toEqual([{ date: '2026-05-01', name: 'S', uid: 'u' }]);
  });

  it('names are unfolded and unescaped', () => {
    const text = calendar(
      event('DTSTART:20260501').replace('SUMMARY:S', 'SUMMARY:Święto\\, dzień\r\n  wolny\\n1 maja'),
    );
    expect(readIcs(text, HORIZON).closed[0]?.name).toBe('Święto, dzień wolny\n1 maja');
  });
});

describe('busy times of a calendar file', () => {
  it.each<[string, string[], string[]]>([
    ['UTC', ['DTSTART:20260313T153000Z', 'DTEND:20260313T160000Z'], ['03-13T15:30 30']],
    ['in a zone', ['DTSTART;TZID=America/New_York:20260313T090000', 'DURATION:PT1H30M'], ['03-13T13:00 90']],
    ['floating: the zone of the reader', ['DTSTART:20260313T163000', 'DURATION:PT1H'], ['03-13T15:30 60']],
    [
      'a zone in quotes, with a prefix',
      ['DTSTART;TZID="/mozilla.org/20070129_1/America/New_York":20260313T090000', 'DURATION:PT1H'],
      ['03-13T13:00 60'],
    ],
    ['a Windows zone', ['DTSTART;TZID=W. Europe Standard Time:20260313T090000', 'DURATION:PT1H'], ['03-13T08:00 60']],
    [
      'weekly over the clock change: the same local time',
      ['DTSTART;TZID=Europe/Warsaw:20260325T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2'],
      ['03-25T08:00 60', '04-01T07:00 60'],
    ],
    [
      'an excepted time',
      [
        'DTSTART;TZID=Europe/Warsaw:20260302T090000',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE;TZID=Europe/Warsaw:20260303T090000',
      ],
      ['03-02T08:00 60', '03-04T08:00 60'],
    ],
    [
      'an excepted time written as a date',
      [
        'DTSTART;TZID=Europe/Warsaw:20260302T090000',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE;VALUE=DATE:20260303',
      ],
      ['03-02T08:00 60', '03-04T08:00 60'],
    ],
    [
      'until a local time',
      ['DTSTART;TZID=Europe/Warsaw:20260302T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20260303T090000'],
      ['03-02T08:00 60', '03-03T08:00 60'],
    ],
    [
      'until a date, that day included',
      ['DTSTART;TZID=Europe/Warsaw:20260302T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20260303'],
      ['03-02T08:00 60', '03-03T08:00 60'],
    ],
    [
      'an extra period of its own length',
      ['DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RDATE;VALUE=PERIOD:20260303T090000Z/PT2H'],
      ['03-02T09:00 60', '03-03T09:00 120'],
    ],
    ['marked as free', ['DTSTART:20260313T153000Z', 'DURATION:PT1H', 'TRANSP:TRANSPARENT'], []],
    ['no length takes no time', ['DTSTART:20260313T153000Z'], []],
  ])('%s', (_, lines, expected) => {
    const found = read(event(...lines));
    expect(spans(found)).toEqual(expected);
    expect(found.unread).toEqual([]);
  });

  it('a moved occurrence replaces the one of the rule', () => {
    const found = read(
      event('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'),
      event('RECURRENCE-ID:20260303T090000Z', 'DTSTART:20260303T150000Z', 'DURATION:PT30M'),
    );
    expect(spans(found)).toEqual(['03-02T09:00 60', '03-03T15:00 30', '03-04T09:00 60']);
  });

  it('a cancelled occurrence is gone', () => {
    const found = read(
      event('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2'),
      event('RECURRENCE-ID:20260303T090000Z', 'DTSTART:20260303T090000Z', 'STATUS:CANCELLED'),
    );
    expect(spans(found)).toEqual(['03-02T09:00 60']);
  });

  it('busy periods, by end and by length; free ones are none', () => {
    const found = read(
      [
        'BEGIN:VFREEBUSY',
        'FREEBUSY:20260302T090000Z/20260302T100000Z,20260303T090000Z/PT2H',
        'FREEBUSY;FBTYPE=FREE:20260304T090000Z/PT2H',
        'END:VFREEBUSY',
      ].join('\r\n'),
    );
    expect(spans(found)).toEqual(['03-02T09:00 60', '03-03T09:00 120']);
  });

  it('the zone a file names for itself is that of its floating times', () => {
    const found = read(
      'X-WR-TIMEZONE:America/New_York',
      'X-WR-CALNAME:Team',
      event('DTSTART:20260313T090000', 'DURATION:PT1H'),
    );
    expect(found).toMatchObject({ zone: 'America/New_York', name: 'Team' });
    expect(spans(found)).toEqual(['03-13T13:00 60']);
  });
});

describe('what cannot be read is listed, and the rest still counts', () => {
  const good = event('DTSTART:20260501').replace('UID:u', 'UID:good');
  it.each<[string, string, string]>([
    ['a start that is none', event('DTSTART:someday'), 'time-unreadable'],
    ['no start', event(), 'no-start'],
    ['30 February', event('DTSTART:20260230'), 'time-unreadable'],
    ['an end before the start', event('DTSTART:20260301', 'DTEND:20260201'), 'ends-before-it-starts'],
    ['a length in years', event('DTSTART:20260301', 'DURATION:P900W'), 'too-long'],
    ['several times a day', event('DTSTART:20260301T090000Z', 'RRULE:FREQ=HOURLY'), 'rule-too-fine'],
    ['another calendar', event('DTSTART:20260301', 'RRULE:RSCALE=HEBREW;FREQ=YEARLY'), 'rule-other-calendar'],
    ['a rule without sense', event('DTSTART:20260301', 'RRULE:%n;BYMONTH='), 'rule-unreadable'],
    ['a zone nobody knows', event('DTSTART;TZID=Middle Earth:20260301T090000', 'DURATION:PT1H'), 'zone-unknown'],
    ['a line that is no property', `${event('DTSTART:20260301')}\r\nnonsense here`, 'no-property'],
    ['an end of nothing', `${event('DTSTART:20260301')}\r\nEND:VTODO`, 'never-began'],
    ['a period that is none', 'BEGIN:VFREEBUSY\r\nFREEBUSY:20260301/20260302\r\nEND:VFREEBUSY', 'period-unreadable'],
    ['availability', 'BEGIN:VAVAILABILITY\r\nEND:VAVAILABILITY', 'not-supported'],
  ])('%s', (_, part, why) => {
    const found = read(part, good);
    expect(found.unread.map((u) => u.why)).toContain(why);
    expect(dates(found)).toContain('05-01');
  });

  it('says on which line', () => {
    expect(read(event('DTSTART:someday')).unread[0]).toEqual({
      line: 6,
      what: 'DTSTART:someday',
      why: 'time-unreadable',
    });
  });

  it('a rule that cannot be read leaves its first occurrence', () => {
    expect(dates(read(event('DTSTART:20260301', 'RRULE:FREQ=SOMETIMES')))).toEqual(['03-01']);
  });

  it.each([
    ['nothing', '', 'no-calendar'],
    ['a web page', '<html><body>Sign in</body></html>', 'no-calendar'],
    ['far too much', 'x'.repeat(10_000_001), 'file-too-large'],
  ])('%s is no calendar', (_, text, why) => {
    expect(readIcs(text, HORIZON).unread.map((u) => u.why)).toContain(why);
  });

  it('endless daily rules end, and it is said', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      event('DTSTART:20000101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY').replace('UID:u', `UID:${i}`),
    );
    const found = read(...many);
    expect(found.unread.some((u) => u.why === 'too-many-occurrences')).toBe(true);
    expect(found.busy.length).toBeLessThan(11_000);
  });

  it('unclosed, with a byte order mark, bare line feeds and empty lines before a continuation', () => {
    const text = '\uFEFFBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART\n\n ;VALUE=DATE:20260501\nSUMMARY:S';
    expect(dates(readIcs(text, HORIZON))).toEqual(['05-01']);
  });
});
