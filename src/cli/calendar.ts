import { parseArgs } from 'node:util';
import { formatDay } from '../domain/calendar/civil.ts';
import { parseTime } from '../domain/calendar/time-text.ts';
import { dayAt } from '../domain/calendar/zone.ts';
import { answerAdd, answerBetween, answerDays, answerNext } from './calendar-answer.ts';
import { type CalendarFile, readCalendarFile } from './calendar-file.ts';
import { type Command, UsageError } from './command.ts';

const help = `Usage:
  parley calendar add     --calendar FILE --start TIME --amount AMOUNT [--zone ZONE] [--json]
  parley calendar between --calendar FILE --start TIME --end TIME      [--zone ZONE] [--json]
  parley calendar next    --calendar FILE --start TIME                 [--zone ZONE] [--json]
  parley calendar days    --calendar FILE --start DATE --end DATE      [--zone ZONE] [--json]

Computes with opening hours and shows how the answer came about.
  add      the instant when AMOUNT of open time has passed; 16:00 + 1h is 17:00 today, 0m is the next opening
  between  the open time from --start to --end; 0 when the end comes first
  next     the start itself when open, else the next opening
  days     the local dates with hours from --start to --end (not included), and the closed ones

TIME    2026-03-13T16:30 (local time of the calendar) or with Z or an offset: 2026-03-13T15:30:00Z. A local time that
        the clock skips moves on, one that comes twice is the first; the answer says so.
AMOUNT  8h, 90m, 45s, 1h30m: open time. 3d: working days, same time of day, then on to the next opening.
        With a minus (--amount=-8h): back.

A calendar in JSON:
  { "zone": "Europe/Warsaw",
    "week": { "mon": [["09:00", "12:00"], ["13:00", "17:00"]], "sat": [["22:00", "30:00"]] },
    "overrides": { "2026-03-14": [["10:00", "14:00"]],
                   "2026-05-01": { "hours": [["10:00", "12:00"]], "worksAlthoughClosed": true } },
    "breaks":    { "2026-03-13": [["15:00", "15:30"]] },
    "closed":    { "2026-05-01": "Labour Day" },
    "nightShifts": "cut-at-midnight" }
Only zone and week are needed. Times are local, ends are not included, hours past 24:00 belong to the day they start on. On
a date an override replaces the weekday, a closed date removes it, breaks are cut out. "closed" may be a list of dates.
"nightShifts": "keep-start-day" lets a night shift go on into a closed date. A record with "versions" is read as well; the
version in force at the start answers.

An .ics: all-day events are closed dates, timed ones are cut out; weekly hours come from --hours
("mon-fri 09:00-12:00,13:00-17:00; sat 10:00-14:00" or "24/7"; Monday to Friday 09:00-17:00 when left out).
What could not be read is named on stderr, and under "unread" with --json.

Exit codes: 0 done, 1 the file or the question cannot be answered, 2 wrong usage.
`;

const options = {
  calendar: { type: 'string' },
  zone: { type: 'string' },
  hours: { type: 'string' },
  start: { type: 'string' },
  end: { type: 'string' },
  amount: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const QUESTIONS = ['add', 'between', 'next', 'days'];

export const command: Command = {
  summary: 'compute with opening hours and holidays',
  help,
  async run(args) {
    const { question, values } = read(args);
    const need = (name: 'calendar' | 'start' | 'end' | 'amount'): string => {
      const value = values[name];
      if (!value) throw new UsageError(`${question} needs --${name}`);
      return value;
    };
    const start = need('start');
    const date = /^\d{4}-\d{2}-\d{2}/.exec(start)?.[0];
    if (!date) throw new UsageError(`--start: "${start}" is no time such as 2026-03-13T16:30`);
    const file = await readCalendarFile({ file: need('calendar'), zone: values.zone, hours: values.hours, date });
    const time = (name: 'start' | 'end') => {
      const read = parseTime(need(name), file.time.zone);
      if (!read) throw new UsageError(`--${name}: "${need(name)}" is no time such as 2026-03-13T16:30`);
      return read;
    };
    const answer =
      question === 'add'
        ? answerAdd(file, time('start'), need('amount'))
        : question === 'between'
          ? answerBetween(file, time('start'), time('end'))
          : question === 'next'
            ? answerNext(file, time('start'))
            : answerDays(file, time('start'), time('end'));
    for (const warning of warnings(file, answer.latest)) process.stderr.write(`parley calendar: ${warning}\n`);
    const all = { question, ...answer.json, unread: file.unread };
    process.stdout.write(values.json ? `${JSON.stringify(all, null, 2)}\n` : answer.text);
    return 0;
  },
};

function read(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [question, ...more] = positionals;
    if (!question || !QUESTIONS.includes(question) || more.length > 0) {
      throw new UsageError(`ask one of ${QUESTIONS.join(', ')}`);
    }
    return { question, values };
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.split('\n')[0]);
    throw error;
  }
}

function warnings(file: CalendarFile, latest: number): string[] {
  const unread = file.unread.map((u) => `line ${u.line} not read (${u.why}): ${u.what}`);
  const beyond = file.readUntil !== null && formatDay(dayAt(file.time.zone, latest)) >= file.readUntil;
  return beyond ? [...unread, `the .ics was read up to ${file.readUntil}; the answer lies beyond`] : unread;
}
