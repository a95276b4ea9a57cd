import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeIntakeToken } from '../src/contract/mail.ts';
import { mailOf } from './support/mails.ts';
import { type TestServer, testServer } from './support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-deliver-'));
let server: TestServer;
let url: string;
let token: string;
beforeAll(async () => {
  server = await testServer();
  url = await server.server.app.listen({ port: 0, host: '127.0.0.1' });
  token = (await server.call(makeIntakeToken, { as: 'owner' })).body.token;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the pipe of a mail server does: the mail on standard input, the exit code as the answer. */
async function deliver(raw: Uint8Array, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const base = { ...process.env, DATABASE_URL: server.ownerUrl, PARLEY_DATA: join(folder, 'data'), PUBLIC_URL: url };
  const child = spawn(process.execPath, ['src/cli/main.ts', 'deliver', ...args], {
    env: { ...base, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.on('error', () => undefined).end(raw);
  const [code] = (await once(child, 'exit')) as [number];
  return code;
}
const stored = async (): Promise<number> =>
  (await server.within((tx) => tx.selectFrom('raw_mail').select('id').execute())).length;
const mail = () => mailOf({ from: 'ada@nordic.example' });

it('[F-36] 0 only when the bytes are stored: by HTTP with a token, straight without one, the same mail once', async () => {
  const raw = mail();
  expect(await deliver(raw, [], { PARLEY_INTAKE_TOKEN: token })).toBe(0);
  const file = join(folder, 'token');
  writeFileSync(file, `${token}\n`);
  expect(await deliver(raw, ['--url', `${url}/`, '--token-file', file])).toBe(0);
  expect(await stored()).toBe(1);
  expect(await deliver(mail(), [])).toBe(0);
  expect(await stored()).toBe(2);
}, 120_000);

it('[F-36] 75 for everything else, so that the mail server keeps the mail', async () => {
  const before = await stored();
  const friendly = createServer((_request, response) => response.writeHead(202).end('<h1>Welcome!</h1>'));
  await new Promise<void>((resolve) => friendly.listen(0, '127.0.0.1', resolve));
  const garbage = `http://127.0.0.1:${(friendly.address() as AddressInfo).port}`;
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const nobody = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
  await new Promise((resolve) => closed.close(resolve));
  const withToken = { PARLEY_INTAKE_TOKEN: token };
  try {
    expect(await deliver(mail(), ['--url', garbage], withToken)).toBe(75);
    expect(await deliver(mail(), ['--url', nobody], withToken)).toBe(75);
    expect(await deliver(mail(), [], { PARLEY_INTAKE_TOKEN: `${token}x` })).toBe(75);
    expect(await deliver(new Uint8Array(), [], withToken)).toBe(75);
    expect(await deliver(mail(), ['--no-such-option'], withToken)).toBe(75);
    expect(await deliver(mail(), [], { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/none' })).toBe(75);
  } finally {
    await new Promise((resolve) => friendly.close(resolve));
  }
  expect(await stored()).toBe(before);
}, 120_000);
