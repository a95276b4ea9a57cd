import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const run = promisify(execFile);
type Failed = { readonly code: number; readonly stderr: string };
const parley = (...args: string[]): Promise<{ stdout: string; stderr: string }> =>
  run(process.execPath, ['src/cli/main.ts', 'calendar', ...args]);
const fails = (...args: string[]): Promise<Failed> =>
  parley(...args).then(
    () => ({ code: 0, stderr: '' }),
    (error: Failed) => ({ code: error.code, stderr: error.stderr }),
  );
const ask = async (...args: string[]): Promise<unknown> => JSON.parse((await parley(...args, '--json')).stdout);

const folder = mkdtempSync(join(tmpdir(), 'parley-calendar-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const day = [['09:00', '17:00']];
const week = { mon: day, tue: day, wed: day, thu: day, fri: day };
const OFFICE = file(
  'office.json',
  JSON.stringify({ zone: 'Europe/Warsaw', week, closed: { '2026-05-01': 'Labour Day' } }),
);
const RECORD = file(
  'record.json',
  JSON.stringify({
    id: 'c',
    name: 'Desk',
    zone: 'Europe/Warsaw',
    versions: [
      { no: 1, validFrom: '2025-01-01', week },
      { no: 2, validFrom: '2026-01-01', week: { mon: [['10:00', '11:00']] }, closed: ['2026-03-16'] },
    ],
  }),
);
const ICS = file(
  'days.ics',
  [
    'BEGIN:VCALENDAR',
    'X-WR-TIMEZONE:Europe/Warsaw',
    'BEGIN:VEVENT\nDTSTART;VALUE=DATE:20000501\nRRULE:FREQ=YEARLY\nSUMMARY:Labour Day\nEND:VEVENT',
    'BEGIN:VEVENT\nDTSTART;TZID=Europe/Warsaw:20260504T090000\nDURATION:PT30M\nSUMMARY:Inventory\nEND:VEVENT',
    'BEGIN:VEVENT\nDTSTART:someday\nEND:VEVENT',
    'END:VCALENDAR',
  ].join('\n'),
);

it('adds open time and says how the answer came about', async () => {
  expect(await ask('add', '--calendar', OFFICE, '--start', '2026-04-30T16:00', '--amount', '2h')).toEqual({
    question: 'add',
    calendar: {
      name: null,
      zone: 'Europe/Warsaw',
      version: null,
      hash: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    },
    start: { utc: '2026-04-30T14:00:00Z', local: '2026-04-30T16:00:00+02:00' },
    amount: '2h',
    due: { utc: '2026-05-04T08:00:00Z', local: '2026-05-04T10:00:00+02:00' },
    derivation: [
      {
        kind: 'open',
        date: '2026-04-30',
        from: '2026-04-30T16:00:00+02:00',
        to: '2026-04-30T17:00:00+02:00',
        minutes: 60,
      },
      { kind: 'closed', date: '2026-05-01', name: 'Labour Day' },
      {
        kind: 'open',
        date: '2026-05-04',
        from: '2026-05-04T09:00:00+02:00',
        to: '2026-05-04T10:00:00+02:00',
        minutes: 60,
      },
    ],
    unread: [],
  });
});

it.each([
  ['nothing: the next opening', '2026-03-14T12:00', '0m', '2026-03-16T09:00:00+01:00'],
  ['working days', '2026-04-29T12:30:52', '2d', '2026-05-04T12:30:52+02:00'],
  ['back', '2026-03-16T10:00', '-2h', '2026-03-13T16:00:00+01:00'],
  ['a start in another offset', '2026-03-13T15:30:00Z', '1h30m', '2026-03-16T10:00:00+01:00'],
])('%s', async (_, start, amount, local) => {
  expect(await ask('add', '--calendar', OFFICE, '--start', start, `--amount=${amount}`)).toMatchObject({
    due: { local },
  });
});

it('open time between, 0 when the end comes first', async () => {
  const [a, b] = ['2026-03-13T16:00', '2026-03-16T10:00'];
  expect(await ask('between', '--calendar', OFFICE, '--start', a, '--end', b)).toMatchObject({
    minutes: 120,
    hours: 2,
  });
  expect(await ask('between', '--calendar', OFFICE, '--start', b, '--end', a)).toMatchObject({
    minutes: 0,
    derivation: [],
  });
});

it('the next opening, and a time that the clock skips', async () => {
  expect(await ask('next', '--calendar', OFFICE, '--start', '2026-03-29T02:30')).toMatchObject({
    start: { local: '2026-03-29T03:30:00+02:00', moved: 'the clock skips this time' },
    open: false,
    next: { local: '2026-03-30T09:00:00+02:00' },
  });
});

it('the days of a month', async () => {
  expect(await ask('days', '--calendar', OFFICE, '--start', '2026-05-01', '--end', '2026-06-01')).toMatchObject({
    count: 20,
    openMinutes: 20 * 480,
    closed: [{ date: '2026-05-01', name: 'Labour Day' }],
  });
});

it('an .ics: its dates are closed, its times cut out, and what was not read is named', async () => {
  const question = ['add', '--calendar', ICS, '--start', '2026-04-30T16:00', '--amount', '2h'];
  expect(await ask(...question)).toMatchObject({
    due: { local: '2026-05-04T10:30:00+02:00' },
    unread: [{ why: 'time-unreadable' }, { why: 'no-start' }],
  });
  const { stdout, stderr } = await parley(...question, '--hours', 'mon-fri 08:00-12:00,13:00-16:30');
  expect(stdout).toContain('2026-05-01  closed: Labour Day');
  expect(stdout).toContain('= 2026-05-04T10:00:00+02:00');
  expect(stderr).toContain('not read (time-unreadable): DTSTART:someday');
});

it('a record with versions answers by the one in force at the start', async () => {
  expect(await ask('next', '--calendar', RECORD, '--start', '2026-03-13T12:00')).toMatchObject({
    calendar: { name: 'Desk', version: 2 },
    next: { local: '2026-03-23T10:00:00+01:00' },
  });
  expect(await ask('next', '--calendar', RECORD, '--start', '2025-03-13T12:00')).toMatchObject({
    calendar: { version: 1 },
    open: true,
  });
});

it('what is wrong is said with its row, and where the help is', async () => {
  const bad = file('bad.json', JSON.stringify({ zone: 'Mars', week: { mon: [['17:00', '09:00']] } }));
  const wrong = await fails('next', '--calendar', bad, '--start', '2026-03-13T12:00');
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('zone: There is no time zone “Mars”');
  expect(wrong.stderr).toContain('week.mon[0]: The end must come after the start');
  expect(await fails('add', '--calendar', OFFICE, '--start', '2026-03-13T12:00', '--amount', 'soon')).toMatchObject({
    code: 2,
  });
  expect(await fails('add', '--calendar', OFFICE, '--start', 'tomorrow', '--amount', '1h')).toMatchObject({ code: 2 });
  expect((await fails('when')).stderr).toContain('add, between, next, days');
});
