import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listRequests } from '../src/contract/requests.ts';
import { mailOf, messageId } from './support/mails.ts';
import { type TestServer, testServer } from './support/server.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'parley-import-'));
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.client('Nordic Mills', ['ada@nordic.example']);
});
afterAll(() => server.close());

const parley = async (...args: string[]): Promise<Record<string, unknown>[]> => {
  const env = { ...process.env, DATABASE_URL: server.ownerUrl, PARLEY_DATA: join(folder, 'data') };
  const { stdout } = await run(process.execPath, ['src/cli/main.ts', 'import', 'mail', '--json', ...args], { env });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

it(
  'files and mbox files become requests and replies, each accounted for; a second run changes nothing',
  { timeout: 120_000 },
  async () => {
    const first = messageId();
    const asked = mailOf({ from: 'ada@nordic.example', subject: 'Ramp at gate 4', id: first });
    const answer = mailOf({ from: 'ada@nordic.example', subject: 'Re: Ramp at gate 4', inReplyTo: first });
    const mbox = [asked, answer].map((mail) => `From ada Mon Nov  2 09:00:00 2026\n${mail.toString()}\n`).join('');
    const mails = mkdtempSync(join(folder, 'mails-'));
    writeFileSync(join(mails, '1.mbox'), mbox);
    writeFileSync(join(mails, '2.eml'), mailOf({ from: 'ben@elsewhere.example', subject: 'From somebody new' }));
    writeFileSync(join(mails, '3.eml'), 'nothing that looks like a mail');

    const lines = await parley(mails);
    expect(lines.map((line) => line['state'])).toEqual(['request', 'reply', 'request', 'kept-aside', undefined]);
    expect(lines[1]?.['requestId']).toBe(lines[0]?.['requestId']);
    expect(lines.at(-1)).toEqual({ mails: 4, request: 2, reply: 1, 'kept-aside': 1, unreadable: 0 });
    const { body } = await server.call(listRequests, { as: 'agent', query: { limit: '50' } });
    expect(body.items.map((r) => r.subject).toSorted()).toEqual(['From somebody new', 'Ramp at gate 4']);

    expect((await parley(mails)).at(-1)).toEqual({ mails: 4, duplicate: 4, unreadable: 0 });
  },
);

it('a path that is not there is named, the rest goes on, and the exit code says so', { timeout: 120_000 }, async () => {
  const good = join(folder, 'good.eml');
  writeFileSync(good, mailOf({ from: 'ada@nordic.example' }));
  await expect(parley(join(folder, 'missing'), good)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('missing') as string,
    stdout: expect.stringContaining('"mails":1,"request":1,"unreadable":1') as string,
  });
});

it('an answer that comes first in the folder still finds the mail it answers', async () => {
  const first = messageId();
  const mails = mkdtempSync(join(folder, 'order-'));
  const dated = (mail: Buffer, date: string): string => mail.toString().replace(/^Date: .*$/m, `Date: ${date}`);
  const asked = mailOf({ from: 'ada@nordic.example', subject: 'Gate 5', id: first });
  const answer = mailOf({ from: 'ada@nordic.example', subject: 'Re: Gate 5', inReplyTo: first });
  writeFileSync(join(mails, 'a.eml'), dated(answer, 'Tue, 3 Nov 2020 10:00:00 +0100'));
  writeFileSync(join(mails, 'b.eml'), dated(asked, 'Mon, 2 Nov 2020 10:00:00 +0100'));
  expect((await parley(mails)).at(-1)).toEqual({ mails: 2, request: 1, reply: 1, unreadable: 0 });
});
