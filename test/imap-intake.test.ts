import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type Mailbox, dovecot } from '../e2e/support/dovecot.ts';
import needs from '../scripts/needs.json' with { type: 'json' };
import { mailboxes } from '../src/contract/mail.ts';
import { mailOf, messageId } from './support/mails.ts';
import { type TestServer, testServer } from './support/server.ts';

const BOX = 'Support';
let post: Mailbox;
let url: string;
let mailServer: ImapFlow;
let server: TestServer;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  if (!needs.dovecot.paths.some((path) => existsSync(path)))
    throw new Error(`Dovecot is missing. Run once: sudo apt-get install -y ${needs.dovecot.debian}`);
  post = await dovecot();
  url = post.url.replace('/INBOX', `/${BOX}`);
  const { hostname: host, port, username, password: pass } = new URL(url);
  const auth = { user: decodeURIComponent(username), pass };
  mailServer = new ImapFlow({ host, port: Number(port), secure: false, auth, logger: false });
  await mailServer.connect();
  await mailServer.mailboxCreate(BOX);
  folder = await mkdtemp(join(tmpdir(), 'parley-imap-'));
  server = await testServer();
  await server.client('Nordic Mills', ['ada@nordic.example']);
}, 60_000);
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(async () => {
  await mailServer?.logout();
  await post?.stop();
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** A whole Parley that reads the mailbox; it may be killed. */
function reader(): ChildProcess {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('support/mail-child.ts', import.meta.url)), server.ownerUrl, folder, '', url],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  children.push(child);
  return child;
}
async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

const letter = (subject: string): Buffer => mailOf({ from: 'ada@nordic.example', subject, id: messageId() });
async function put(...mails: Buffer[]): Promise<void> {
  for (const raw of mails) await mailServer.append(BOX, raw, raw.length % 2 ? ['\\Seen'] : []);
}
const journal = () =>
  server.within((tx) => tx.selectFrom('raw_mail').select(['uid', 'uid_validity', 'sha256', 'state']).execute());
const requests = async () => (await server.within((tx) => tx.selectFrom('request').select('id').execute())).length;
/** Until every mail on the server is a handled row. */
const allIn = (n: number) =>
  vi.waitUntil(async () => (await journal()).filter((m) => m.state !== 'received').length === n, {
    timeout: 180_000,
    interval: 100,
  });

it('[F-29] everything in a real mailbox becomes a request, read or not, and nothing on the server changes', async () => {
  await put(letter('One'), letter('Two'), letter('Three!'));
  const flags = async () => {
    const lock = await mailServer.getMailboxLock(BOX, { readOnly: true });
    try {
      return (await mailServer.fetchAll('1:*', { flags: true, uid: true })).map((m) => [
        m.uid,
        [...(m.flags ?? [])].toSorted(),
      ]);
    } finally {
      lock.release();
    }
  };
  const before = await flags();
  const child = reader();
  await allIn(3);
  expect(await requests()).toBe(3);
  expect(await flags()).toEqual(before);
  const { items } = (await server.call(mailboxes, { as: 'agent' })).body;
  expect(items).toMatchObject([{ kind: 'imap', address: 'desk@firm.example', error: null }]);

  await put(letter('Announced while it waits'));
  await allIn(4);
  expect(await requests()).toBe(4);
  await kill(child);
}, 300_000);

it('[F-06] [F-07] killed in the middle of a full mailbox, twice: every mail is one row and one request', async () => {
  const before = await requests();
  await put(...Array.from({ length: 60 }, (_, n) => letter(`Number ${n}`)));
  for (const enough of [10, 30]) {
    const child = reader();
    await vi.waitUntil(async () => (await journal()).length >= 4 + enough, { timeout: 180_000, interval: 20 });
    await kill(child);
  }
  const last = reader();
  await allIn(64);
  await kill(last);
  const rows = await journal();
  expect([rows.length, new Set(rows.map((m) => m.uid)).size]).toEqual([64, 64]);
  expect(await requests()).toBe(before + 60);
}, 600_000);

it('[F-28] a mailbox that was made anew is read again: nothing twice, nothing lost', async () => {
  const lock = await mailServer.getMailboxLock(BOX, { readOnly: true });
  const all = await mailServer.fetchAll('1:*', { source: true });
  lock.release();
  await mailServer.mailboxClose();
  await mailServer.mailboxDelete(BOX);
  await mailServer.mailboxCreate(BOX);
  const [before, old] = [await requests(), (await journal())[0]?.uid_validity];
  await put(letter('The first of the new numbering'), ...all.flatMap((m) => (m.source ? [m.source] : [])));
  const child = reader();
  await vi.waitUntil(async () => (await journal()).every((m) => m.uid_validity !== old && m.state !== 'received'), {
    timeout: 180_000,
    interval: 100,
  });
  await kill(child);
  expect([(await journal()).length, await requests()]).toEqual([65, before + 1]);
}, 300_000);
