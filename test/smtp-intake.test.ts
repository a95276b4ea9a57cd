import { createTransport } from 'nodemailer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRequests } from '../src/contract/requests.ts';
import { freePort } from '../bench/support/parley-process.ts';
import { mailOf } from './support/mails.ts';
import { type TestServer, testServer } from './support/server.ts';

// A mail server that forwards to us is answered 250 only when its mail is ours.
let smtp: TestServer;
let lmtp: TestServer;
let ports: { smtp: number; lmtp: number };
beforeAll(async () => {
  ports = { smtp: await freePort(), lmtp: await freePort() };
  smtp = await testServer({ mailInUrl: `smtp://127.0.0.1:${ports.smtp}`, worker: true });
  lmtp = await testServer({ mailInUrl: `lmtp://127.0.0.1:${ports.lmtp}`, worker: true });
}, 120_000);
afterAll(async () => {
  await Promise.all([smtp?.close(), lmtp?.close()]);
});

const hand = (how: 'smtp' | 'lmtp', raw: Uint8Array, to: string | string[], from = 'ada@nordic.example') =>
  createTransport({ host: '127.0.0.1', port: ports[how], ignoreTLS: true, lmtp: how === 'lmtp' }).sendMail({
    envelope: { from, to },
    raw: Buffer.from(raw),
  });
const code = (error: unknown): number => (error as { responseCode: number }).responseCode;
const stored = async (app: TestServer): Promise<number> =>
  (await app.within((tx) => tx.selectFrom('raw_mail').select('id').execute())).length;
async function requestCalled(app: TestServer, subject: string): Promise<boolean> {
  for (let tried = 0; tried < 100; tried += 1) {
    const { body } = await app.call(listRequests, { as: 'agent', query: { q: subject } });
    if (body.items.some((row) => row.subject === subject)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

describe('by SMTP', () => {
  it('a forwarded mail becomes a request; handed over again it is the same mail', async () => {
    const raw = mailOf({ from: 'ada@nordic.example', subject: 'The lift stands still' });
    await hand('smtp', raw, 'support@firm.example');
    await hand('smtp', raw, 'Support+r.token@FIRM.example');
    await hand('smtp', raw, 'whatever@parley.example');
    expect(await stored(smtp)).toBe(1);
    expect(await requestCalled(smtp, 'The lift stands still')).toBe(true);
  });

  it('a report from a mail server, which has no sender, is taken', async () => {
    const before = await stored(smtp);
    await hand(
      'smtp',
      mailOf({ from: 'mailer-daemon@nordic.example', subject: 'Undelivered' }),
      'support@firm.example',
      '',
    );
    expect(await stored(smtp)).toBe(before + 1);
  });

  it('nothing is passed on: an address that is not ours is refused', async () => {
    const before = await stored(smtp);
    const raw = mailOf({ from: 'ada@nordic.example', subject: 'To somebody else' });
    const refusal = await hand('smtp', raw, 'friend@elsewhere.example').catch(code);
    expect(refusal).toBe(550);
    expect(await stored(smtp)).toBe(before);
  });

  it('[F-22] what cannot be stored stays with its sender, and comes again', async () => {
    const owner = new pg.Client({ connectionString: smtp.ownerUrl });
    await owner.connect();
    const raw = mailOf({ from: 'ada@nordic.example', subject: 'At a bad moment' });
    const before = await stored(smtp);
    try {
      await owner.query('revoke insert on parley.raw_mail from parley_app');
      expect(await hand('smtp', raw, 'support@firm.example').catch(code)).toBe(451);
      expect(await stored(smtp)).toBe(before);
    } finally {
      await owner.query('grant insert on parley.raw_mail to parley_app');
      await owner.end();
    }
    await hand('smtp', raw, 'support@firm.example');
    expect(await stored(smtp)).toBe(before + 1);
  });

  it('[F-31] one that is too large is refused, so that its sender is told', async () => {
    const raw = Buffer.concat([mailOf({ from: 'ada@nordic.example' }), Buffer.alloc(37 * 1024 * 1024, 'x\r\n')]);
    expect(await hand('smtp', raw, 'support@firm.example').catch(code)).toBe(552);
  });
});

it('by LMTP from the mail server of the house: any address it delivers here is taken', async () => {
  const raw = mailOf({ from: 'bo@harbour.example', subject: 'Delivered here' });
  await hand('lmtp', raw, ['desk@anything.example', 'second@anything.example'], 'bo@harbour.example');
  expect(await stored(lmtp)).toBe(1);
  expect(await requestCalled(lmtp, 'Delivered here')).toBe(true);
});
