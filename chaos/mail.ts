import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AgentSession, found, signIn } from '../bench/support/agent-session.ts';
import type { Measurement } from '../bench/support/figures.ts';
import { freePort, type ParleyProcess, startParley } from '../bench/support/parley-process.ts';
import { ask, putInto, until } from '../bench/support/post.ts';
import { dovecot } from '../e2e/support/dovecot.ts';
import { smtpSink } from '../test/support/smtp-sink.ts';
import type { Fault } from './support/fault.ts';
import { killAll } from './support/kill-all.ts';
import { smtpFaults } from './support/smtp-faults.ts';

const MINUTE = 60_000;
/** So many mails are on their way at once; each kill leaves at most these behind. */
const LANES = 4;

/** Mail in and out while server and PostgreSQL are killed with -9 in the middle of it, and a mail server that fails at every moment. */
export const measurement: Measurement = {
  summary:
    'kill -9 in the middle of 1,000 mails in and 1,000 out (--mails N, --kills N), and every way a mail server can fail; needs Dovecot',
  run: async (args) => {
    const options = { mails: { type: 'string', default: '1000' }, kills: { type: 'string', default: '5' } } as const;
    const { values } = parseArgs({ args, options });
    const faults = [...(await killed(Number(values.mails), Number(values.kills))), ...(await smtpFaults())];
    if (faults.some(({ passed }) => !passed)) process.exitCode = 1;
    return faults.map(({ name, value, unit, passed }) => ({
      name: `${passed ? 'pass' : 'FAIL'}  ${name}`,
      value,
      unit,
    }));
  },
};

type House = {
  readonly ownerUrl: () => string;
  /** With its mail server, or still without one: then mail waits. */
  readonly start: (sending?: boolean) => Promise<ParleyProcess>;
  readonly kill: (parley: ParleyProcess) => Promise<void>;
};

async function killed(mails: number, kills: number): Promise<Fault[]> {
  const dataDir = fs.mkdtempSync(join(tmpdir(), 'parley-chaos-'));
  const port = await freePort();
  const post = await dovecot();
  // Slow enough that a kill finds mails whose body has left and that nobody has answered for.
  const sink = await smtpSink(30);
  let parley = await startParley({ dataDir, port });
  const house: House = {
    ownerUrl: () => fs.readFileSync(join(dataDir, 'running-url'), 'utf8').trim(),
    start: async (sending = true) => {
      const settings = { IMAP_URL: post.url, ...(sending ? { SMTP_URL: sink.url } : {}) };
      parley = await startParley({ dataDir, port, settings });
      return parley;
    },
    kill: (running) => killAll(running, dataDir),
  };
  try {
    const agent = await found(parley.origin, parley.token ?? '');
    const requestId = await aRequest(agent);
    await parley.kill('SIGTERM');
    await putInto(
      post.url,
      Array.from({ length: mails }, (_, n) => letter(n)),
    );
    const inward = await incoming(house, mails, kills);
    return [...inward, ...(await outgoing(house, requestId, mails, kills, sink.mails))];
  } finally {
    await parley.kill('SIGTERM');
    await post.stop();
    await sink.close();
    fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

const letter = (n: number): string =>
  `From: Bo <bo${n}@quay.example>\r\nTo: desk@firm.example\r\nSubject: Letter ${n}\r\nMessage-ID: <chaos-${n}@quay.example>\r\n\r\nThe crane stands still again, number ${n}.\r\n`;

async function aRequest(agent: AgentSession): Promise<string> {
  const client = await agent.create('/api/clients', { name: 'Harbour Foods' });
  const bo = { name: 'Bo', email: 'bo@harbour.example', lang: 'en' };
  const contact = await agent.create(`/api/clients/${client.id}/contacts`, bo);
  const asked = { subject: 'Crane', body: 'please', clientId: client.id, contactId: contact.id, channel: 'call' };
  return (await agent.create('/api/requests', asked)).id;
}

/** F-06, F-07: every mail on the server is one row of the journal and one request. */
async function incoming(house: House, mails: number, kills: number): Promise<Fault[]> {
  const count = async (): Promise<number> =>
    (
      await ask<{ n: number }>(
        house.ownerUrl(),
        `select count(*)::int as n from parley.raw_mail where state <> 'received'`,
      )
    )[0]?.n ?? 0;
  let running = await house.start();
  let inTheMiddle = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    await until(async () => (await count()) >= (mails * kill) / (kills + 1), 10 * MINUTE, 100);
    if ((await count()) < mails) inTheMiddle += 1;
    await house.kill(running);
    process.stderr.write(`killed while mail came in, ${kill} of ${kills}\n`);
    running = await house.start();
  }
  const all = await until(async () => (await count()) >= mails, 10 * MINUTE);
  const [row] = await ask<{ rows: number; uids: number; requests: number; subjects: number }>(
    house.ownerUrl(),
    `select (select count(*)::int from parley.raw_mail) as rows, (select count(distinct uid)::int from parley.raw_mail) as uids,
      (select count(*)::int from parley.request where subject like 'Letter %') as requests,
      (select count(distinct subject)::int from parley.request where subject like 'Letter %') as subjects`,
  );
  await running.kill('SIGTERM');
  const exact = all !== null && row?.rows === mails && row.uids === mails;
  return [
    { name: 'F-06 kills in the middle of mail coming in', value: inTheMiddle, unit: '', passed: inTheMiddle === kills },
    {
      name: `F-06 rows of the journal for ${mails} mails on the server`,
      value: row?.rows ?? 0,
      unit: '',
      passed: exact,
    },
    {
      name: 'F-07 requests made of them',
      value: row?.requests ?? 0,
      unit: '',
      passed: row?.requests === mails && row.subjects === mails,
    },
  ];
}

/** F-03 to F-05: the program sends nothing twice, and what nobody can know is said within a minute. */
async function outgoing(
  house: House,
  requestId: string,
  mails: number,
  kills: number,
  arrived: readonly { id: string }[],
): Promise<Fault[]> {
  let running = await house.start(false);
  const agent = await signIn(running.origin);
  for (let n = 0; n < mails; n += 1)
    await agent.create(`/api/requests/${requestId}/replies`, { body: `Answer ${n}: the crane is being looked at.` });
  await running.kill('SIGTERM');
  running = await house.start();
  const states = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      (
        await ask<{ state: string; n: number }>(
          house.ownerUrl(),
          `select state, count(*)::int as n from parley.outbox group by state`,
        )
      ).map(({ state, n }) => [state, n]),
    );
  let slowest = 0;
  let silent = 0;
  const start = arrived.length;
  for (let kill = 1; kill <= kills; kill += 1) {
    await until(async () => arrived.length >= start + ((mails - start) * kill) / (kills + 1), 10 * MINUTE, 20);
    const killedAt = Date.now();
    await house.kill(running);
    process.stderr.write(`killed while mail went out, ${kill} of ${kills}: ${arrived.length} arrived\n`);
    running = await house.start();
    const orphans = `select count(*)::int as n from parley.outbox where state = 'sending' and lease_until < to_timestamp(${killedAt / 1_000 + 30})`;
    const took = await until(async () => (await ask<{ n: number }>(house.ownerUrl(), orphans))[0]?.n === 0, 2 * MINUTE);
    if (took === null) silent += 1;
    slowest = Math.max(slowest, took ?? Infinity);
  }
  await until(async () => {
    const now = await states();
    return !now.queued && !now.sending && !now.retry;
  }, 10 * MINUTE);
  const now = await states();
  const times = new Map<string, number>();
  for (const { id } of arrived) times.set(id, (times.get(id) ?? 0) + 1);
  const twice = [...times.values()].filter((n) => n > 1).length;
  const known = (now.sent ?? 0) + (now.unknown ?? 0);
  const lost = (now.sent ?? 0) - times.size;
  return [
    { name: 'F-03 Message-IDs that reached the server twice', value: twice, unit: '', passed: twice === 0 },
    { name: `F-05 of ${mails} answers, sent or openly unknown`, value: known, unit: '', passed: known === mails },
    {
      name: 'F-04 openly unknown after all kills',
      value: now.unknown ?? 0,
      unit: '',
      passed: (now.unknown ?? 0) > 0 && (now.unknown ?? 0) <= kills * LANES,
    },
    { name: 'F-03 called sent and never arrived', value: Math.max(0, lost), unit: '', passed: lost <= 0 },
    {
      name: 'F-03 unknown is said after the start, slowest',
      value: slowest / 1_000,
      unit: 's',
      passed: silent === 0 && slowest <= MINUTE,
    },
  ];
}
