import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listRequests, setNextStep, timeline } from '../src/contract/requests.ts';
import { today } from '../src/contract/today.ts';
import { board } from '../src/contract/triage.ts';
import { verifyChain } from '../src/platform/ledger/verify.ts';
import { type TestServer, testServer } from './support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-csv-'));
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

type Report = { rows: number; taken: number; there: number; failed: number; errors: string | null };
const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    const env = { ...process.env, DATABASE_URL: server.ownerUrl, PARLEY_DATA: join(folder, 'data') };
    execFile(
      process.execPath,
      [resolve('src/cli/main.ts'), 'import', 'csv', ...args],
      { env, cwd: folder },
      (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
const take = async (...args: string[]): Promise<Report> =>
  JSON.parse((await run(...args, '--json')).out || '{}') as Report;

const HEAD = 'id,opened_at,resolved_at,due_at,group1,group2,group3';
/** Every fifth was never finished. */
const row = (i: number): string =>
  `T${i},2024-03-0${1 + (i % 9)}T08:00:00,${i % 5 ? `2024-03-1${i % 9}T12:30:00` : ''},,high,pump,north`;

it(
  'past requests come in once: a cut-off run goes on, a second one adds nothing, the chain holds',
  { timeout: 240_000 },
  async () => {
    const part = join(folder, 'part.csv');
    const whole = join(folder, 'whole.csv.gz');
    writeFileSync(part, [HEAD, ...Array.from({ length: 40 }, (_, i) => row(i))].join('\n'));
    writeFileSync(whole, gzipSync([HEAD, ...Array.from({ length: 2100 }, (_, i) => row(i))].join('\n')));
    expect(await take(part)).toMatchObject({ rows: 40, taken: 40, there: 0, failed: 0, errors: null });
    expect(await take(whole)).toMatchObject({ rows: 2100, taken: 2060, there: 40, failed: 0 });
    expect(await take(whole)).toMatchObject({ rows: 2100, taken: 0, there: 2100, failed: 0 });
    expect(await server.within(verifyChain)).toMatchObject({ holds: true });
    const { body } = await server.call(listRequests, { as: 'agent', query: { phase: 'closed', q: 'T1007' } });
    expect(body.items[0]).toMatchObject({
      subject: 'pump · T1007',
      openedAt: expect.stringMatching(/^2024-03-09T07:00:00/),
    });
    const told = await server.call(timeline, { as: 'agent', params: { id: body.items[0]?.id ?? '' } });
    expect(told.body.items).toMatchObject([{ kind: 'request.imported', data: { key: 'T1007', priority: 'high' } }]);
    expect(Date.parse(told.body.items[0]?.at ?? '')).toBeGreaterThan(Date.now() - 600_000);
  },
);

it('[C1] what was imported sleeps – open ones too – until somebody of ours takes it up', async () => {
  const asleep = await server.call(today, { as: 'agent' });
  expect(asleep.body.items).toEqual([]);
  expect(asleep.body.cycle.map((c) => [c.open, c.stuck])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect((await server.call(board, { as: 'agent' })).body.cells.flatMap((c) => c.cards)).toEqual([]);
  const { body } = await server.call(listRequests, { as: 'agent', query: { phase: 'open', limit: '1' } });
  const [one] = body.items;
  expect(one).toMatchObject({ phase: 'initiation', imported: true });
  const due = new Date(Date.now() + 3_600_000).toISOString();
  const step = { text: 'Call them', ball: 'ours', due };
  const woken = await server.call(setNextStep, { as: 'agent', params: { id: one?.id ?? '' }, ifMatch: 1, body: step });
  expect(woken.status).toBe(200);
  const awake = await server.call(today, { as: 'agent' });
  expect(awake.body.cycle[0]).toMatchObject({ open: 1, stuck: 0 });
  expect(awake.body.items.map((i) => i.requestId)).toEqual([one?.id]);
});

it(
  'another desk’s own columns, clients and contacts; a row that fails is listed with line and reason',
  { timeout: 240_000 },
  async () => {
    const file = join(folder, 'other.csv');
    writeFileSync(
      file,
      `no;created;done;company;who;mail;about
A-1;2025-01-02 09:00;2025-01-03 09:00;Nordic Mills;Ada Ek;ada@nordic.example;Belt slips
A-2;2025-01-02 10:00;;Nordic Mills;Ada Ek;ada@nordic.example;Belt slips again
A-3;yesterday;;Nordic Mills;;;When?
A-4;2025-01-05 10:00;2025-01-04 10:00;Nordic Mills;;;Backwards
A-1;2025-02-02 09:00;;Nordic Mills;;;The same number twice
A-5;2025-01-06 10:00;;Other;;ada@nordic.example;Somebody of theirs
short;row
`,
    );
    const mapping = join(folder, 'mapping.json');
    const named = { reference: 'no', resolved: 'done', client: 'company', contact: 'who', email: 'mail' };
    writeFileSync(mapping, JSON.stringify({ ...named, opened: 'wrong' }));
    const args = [file, '--mapping', mapping, '--map', 'opened=created', '--map', 'subject=about', '--desk', 'old'];
    const { code, err, out } = await run(...args);
    expect(code).toBe(1);
    expect(err).toContain('line 4: opened is no time: "yesterday"');
    expect(err).toContain('line 5: resolved is before opened');
    expect(err).toMatch(/line 6: reference A-1 is taken by a request opened 2025-01-02T08:00:00/);
    expect(err).toContain('line 7: ada@nordic.example is somebody of another client');
    expect(out).toContain('2 brought in, 0 were here already, 5 could not be taken');
    const listed = readFileSync(join(folder, 'other.csv.errors.csv'), 'utf8').trim().split('\n');
    expect(listed).toHaveLength(6);
    const { body } = await server.call(listRequests, { as: 'agent', query: { phase: 'all', q: 'Belt slips' } });
    expect(body.items.map((r) => [r.clientName, r.contactName])).toEqual([
      ['Nordic Mills', 'Ada Ek'],
      ['Nordic Mills', 'Ada Ek'],
    ]);
  },
);

it.each([
  ['a column that is not there', ['--map', 'opened=when'], 'the file has no column when'],
  ['a field that is none', ['--map', 'colour=x'], 'there is no field "colour"'],
  ['a zone that is none', ['--zone', 'Mars/Base'], 'there is no time zone'],
])('%s is wrong usage, and nothing is written', async (_name, args, words) => {
  const file = join(folder, 'usage.csv');
  writeFileSync(file, [HEAD, row(9_001)].join('\n'));
  const { code, err } = await run(file, ...args);
  expect(code).toBe(2);
  expect(err).toContain(words);
  expect(existsSync(join(folder, 'usage.csv.errors.csv'))).toBe(false);
});
