import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dovecot } from '../e2e/support/dovecot.ts';
import { DATA, unpackHam } from '../test/data/corpus.ts';
import { smtpSink } from '../test/support/smtp-sink.ts';
import { type AgentSession, found, signIn } from './support/agent-session.ts';
import type { Figure, Measurement } from './support/figures.ts';
import { freePort, type ParleyProcess, startParley } from './support/parley-process.ts';
import { ask, putInto, until } from './support/post.ts';

const ANSWERS = 300;
const HOUR = 3_600_000;

/** The ordinary mails of the shared data where they are; otherwise letters of one page each. */
function mails(count: number): Buffer[] {
  if (!fs.existsSync(join(DATA, 'mail/ham-1650.tar.xz'))) return Array.from({ length: count }, (_, i) => letter(i));
  const { files, remove } = unpackHam();
  try {
    return files.slice(0, count).map((file) => fs.readFileSync(file));
  } finally {
    remove();
  }
}

const letter = (n: number): Buffer =>
  Buffer.from(
    `From: Bo <bo${n}@harbour.example>\r\nTo: desk@firm.example\r\nSubject: Letter ${n}\r\nMessage-ID: <bench-${n}@harbour.example>\r\n\r\n${'The crane by the quay stands still again. '.repeat(50)}\r\n`,
  );

/** `npm run bench -- mail 200` for fewer mails. Needs Dovecot. */
export const measurement: Measurement = {
  summary: 'mails from a real mailbox to requests, with the list of requests meanwhile; answers to a real mail server',
  run: async ([count]) => {
    const raws = mails(Number(count) || 1_650);
    const dataDir = fs.mkdtempSync(join(tmpdir(), 'parley-bench-'));
    const port = await freePort();
    const post = await dovecot();
    const sink = await smtpSink();
    let parley = await startParley({ dataDir, port });
    try {
      await found(parley.origin, parley.token ?? '');
      await parley.kill('SIGTERM');
      process.stderr.write(`putting ${raws.length} mails into the mailbox …\n`);
      await putInto(post.url, raws);
      const settings = { IMAP_URL: post.url, SMTP_URL: sink.url };
      parley = await startParley({ dataDir, port, settings });
      const inward = await measureIn(parley, dataDir, raws.length);
      return [...inward, ...(await measureOut(parley, sink.mails))];
    } finally {
      await parley.kill('SIGTERM');
      await post.stop();
      await sink.close();
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

async function measureIn(parley: ParleyProcess, dataDir: string, all: number): Promise<Figure[]> {
  const agent = await signIn(parley.origin);
  const ownerUrl = fs.readFileSync(join(dataDir, 'running-url'), 'utf8').trim();
  const lists: number[] = [];
  let done = false;
  const watching = (async () => {
    while (!done) {
      const began = performance.now();
      await agent.get('/api/requests?limit=50');
      lists.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const rows = (): Promise<{ n: number; handled: number; aside: number }[]> =>
    ask(
      ownerUrl,
      `select count(*)::int as n, count(*) filter (where state <> 'received')::int as handled, count(*) filter (where state = 'kept-aside')::int as aside from parley.raw_mail`,
    );
  // Reading began while the server started: that time counts as well.
  const took = await until(async () => (await rows())[0]?.handled === all, HOUR);
  done = true;
  await watching;
  if (took === null) throw new Error('not all mails came in within an hour');
  const [row] = await rows();
  const sorted = lists.toSorted((a, b) => a - b);
  return [
    { name: 'mails in, from the mailbox to requests', value: all, unit: '' },
    { name: 'kept aside', value: row?.aside ?? 0, unit: '' },
    { name: 'in', value: (all / (took + parley.readyAfter)) * 1_000, unit: 'mails/s' },
    { name: 'list of 50 meanwhile, median', value: sorted[Math.floor(sorted.length / 2)] ?? 0, unit: 'ms' },
    { name: 'list of 50 meanwhile, 95 of 100', value: sorted[Math.floor(sorted.length * 0.95)] ?? 0, unit: 'ms' },
  ];
}

async function measureOut(parley: ParleyProcess, arrived: readonly unknown[]): Promise<Figure[]> {
  const agent = await signIn(parley.origin);
  const before = arrived.length;
  await answers(agent, ANSWERS);
  const first = await until(async () => arrived.length > before, 60_000, 5);
  const rest = await until(async () => arrived.length >= before + ANSWERS, HOUR, 20);
  if (first === null || rest === null) throw new Error('not all answers left');
  return [
    { name: 'answers out', value: ANSWERS, unit: '' },
    { name: 'out', value: (ANSWERS / rest) * 1_000, unit: 'mails/s' },
  ];
}

/** So many answers to one client, written within the time in which they could be taken back. */
async function answers(agent: AgentSession, count: number): Promise<void> {
  const client = await agent.create('/api/clients', { name: 'Harbour Foods' });
  const contact = await agent.create(`/api/clients/${client.id}/contacts`, {
    name: 'Bo',
    email: 'bo@harbour.example',
    lang: 'en',
  });
  const parties = { clientId: client.id, contactId: contact.id };
  const request = await agent.create('/api/requests', {
    subject: 'Crane',
    body: 'please',
    ...parties,
    channel: 'call',
  });
  for (let n = 0; n < count; n += 1)
    await agent.create(`/api/requests/${request.id}/replies`, { body: `Answer ${n}: the crane is being looked at.` });
}
