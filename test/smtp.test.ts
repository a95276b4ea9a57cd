import { afterEach, describe, expect, it } from 'vitest';
import { buildMessage } from '../src/platform/mail/build-message.ts';
import { type FrozenMail, sendMail, type SendOutcome } from '../src/platform/mail/smtp.ts';
import { type Misbehaviour, type SmtpPeer, smtpPeer, type SmtpStage } from './support/smtp-peer.ts';

const peers: SmtpPeer[] = [];
afterEach(async () => {
  await Promise.all(peers.splice(0).map((p) => p.close()));
});

async function peerWith(wrong: Partial<Record<SmtpStage, Misbehaviour>> = {}): Promise<SmtpPeer> {
  const peer = await smtpPeer(wrong);
  peers.push(peer);
  return peer;
}

const SHORT = { connectMs: 300, greetingMs: 300, socketMs: 300, totalMs: 1500 };
const mail: FrozenMail = {
  raw: Buffer.from('From: a@x.example\r\nSubject: Hi\r\n\r\nHello\r\n'),
  from: 'a@x.example',
  recipient: 'b@y.example',
};

/** Sends and tells how often the commit before the body was asked for. */
async function send(
  url: string,
  frozen = mail,
  commit: () => Promise<void> = async () => undefined,
): Promise<[SendOutcome, number]> {
  let commits = 0;
  const outcome = await sendMail(url, frozen, {
    timeouts: SHORT,
    onDataAccepted: async () => {
      commits++;
      await commit();
    },
  });
  return [outcome, commits];
}

describe('a mail server that behaves', () => {
  it('gets the frozen bytes once, after the commit', async () => {
    const peer = await peerWith();
    const order: string[] = [];
    const [outcome] = await send(peer.url, mail, async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(`committed with ${peer.bodies.length} bodies`);
    });
    expect(outcome).toEqual({ kind: 'sent', response: '250 queued as 42' });
    expect(order).toEqual(['committed with 0 bodies']);
    expect(peer.accepted).toEqual([Buffer.from(mail.raw).toString()]);
    expect(peer.commands.filter((c) => c.startsWith('RCPT'))).toEqual(['RCPT TO:<b@y.example>']);
  });

  it('gets nothing when the commit fails', async () => {
    const peer = await peerWith();
    const [outcome] = await send(peer.url, mail, () => Promise.reject(new Error('no database')));
    expect(outcome).toMatchObject({ kind: 'retry', reason: 'no database' });
    expect(peer.bodies).toEqual([]);
  });

  it('gets nothing when the commit never ends', async () => {
    const peer = await peerWith();
    const [outcome] = await send(peer.url, mail, () => new Promise(() => undefined));
    expect(outcome.kind).toBe('retry');
    expect(peer.bodies).toEqual([]);
  });

  it('[AT-22] sees one mail where the text imitates the end of one', async () => {
    const peer = await peerWith();
    const built = await buildMessage({
      from: { name: '', address: 'a@x.example' },
      to: { address: 'b@y.example' },
      subject: 'Hi',
      text: 'one\n.\nMAIL FROM:<evil@z.example>\r.\rtwo\r\n.\r\nthree',
      auto: false,
      loopId: 'firm',
      at: 0,
    });
    if (!built.ok) throw new Error(built.refusal.code);
    const [outcome] = await send(peer.url, built.value);
    expect(outcome.kind).toBe('sent');
    expect(peer.accepted).toHaveLength(1);
    expect(peer.accepted[0]).not.toMatch(/\r(?!\n)|(?<!\r)\n|\n\.\r/);
    expect(peer.commands.filter((c) => c.startsWith('MAIL'))).toEqual([
      'MAIL FROM:<a@x.example> SIZE=' + built.value.raw.length,
    ]);
  });
});

describe('[F-39] before 354 nothing can have been delivered: try again', () => {
  it.each<[string, Partial<Record<SmtpStage, Misbehaviour>>]>([
    ['silence instead of a banner', { banner: 'hang' }],
    ['silence after EHLO', { ehlo: 'hang' }],
    ['silence after AUTH', { auth: 'hang' }],
    ['silence after MAIL', { mail: 'hang' }],
    ['silence after RCPT', { rcpt: 'hang' }],
    ['silence after DATA', { data: 'hang' }],
    ['a connection that closes at once', { banner: 'close' }],
    ['a connection that closes after DATA', { data: 'close' }],
    ['[F-40] one byte at a time', { mail: 'drip' }],
    ['a password that is refused', { auth: '535 5.7.8 no' }],
    ['a server that is no mail server', { banner: '554 no service here' }],
    ['[F-37] greylisting', { rcpt: '451 4.7.1 come back later' }],
    ['[F-37] a server that closes for maintenance', { mail: '421 4.3.2 closing' }],
    ['DATA refused for now', { data: '452 4.3.1 no space' }],
  ])('%s', async (_, wrong) => {
    const peer = await peerWith(wrong);
    const [outcome, commits] = await send(peer.url);
    expect(outcome.kind).toBe('retry');
    expect([commits, peer.bodies.length]).toEqual([0, 0]);
  });

  it('nobody listens', async () => {
    const peer = await smtpPeer();
    await peer.close();
    expect((await send(peer.url))[0].kind).toBe('retry');
  });

  it('[F-43] a server that asks everyone to slow down is told apart', async () => {
    expect((await send((await peerWith({ rcpt: '450 4.7.28 too fast' })).url))[0]).toMatchObject({
      kind: 'retry',
      throttled: true,
      code: 450,
    });
    expect((await send((await peerWith({ rcpt: '450 4.2.0 busy' })).url))[0]).toMatchObject({
      kind: 'retry',
      throttled: false,
    });
  });
});

describe('[F-38] a clear no stops', () => {
  it.each<[string, Partial<Record<SmtpStage, Misbehaviour>>, string, number]>([
    ['of the sender', { mail: '550 5.7.1 not you' }, 'failed', 0],
    ['of the recipient', { rcpt: '550 5.1.1 unknown' }, 'failed', 0],
    ['of DATA', { data: '554 5.6.0 no' }, 'failed', 0],
    ['of the body', { dot: '554 5.7.1 spam' }, 'failed', 1],
    ['of the body, for now', { dot: '451 4.3.0 later' }, 'retry', 1],
  ])('%s', async (_, wrong, kind, commits) => {
    const peer = await peerWith(wrong);
    const [outcome, seen] = await send(peer.url);
    expect([outcome.kind, seen]).toEqual([kind, commits]);
  });

  it('a mail larger than the server takes', async () => {
    const peer = await peerWith({ ehlo: '250-peer\r\n250-AUTH PLAIN\r\n250 SIZE 10' });
    expect((await send(peer.url))[0].kind).toBe('failed');
  });
});

describe('[F-03] [F-39] after 354 silence is not an answer: unknown', () => {
  it.each<[string, Partial<Record<SmtpStage, Misbehaviour>>]>([
    ['silence after the dot', { dot: 'hang' }],
    ['a connection that closes after the dot', { dot: 'close' }],
    ['a connection that closes in the body', { body: 'close' }],
    ['one byte at a time after the dot', { dot: 'drip' }],
    ['an answer that is none', { dot: 'hello' }],
  ])('%s', async (_, wrong) => {
    const peer = await peerWith(wrong);
    const [outcome, commits] = await send(peer.url);
    expect([outcome.kind, commits]).toEqual(['unknown', 1]);
  });
});

describe('[AT-19] one recipient is one recipient', () => {
  it.each([
    'b@y.example\r\nBcc: evil@z.example',
    'b@y.example, evil@z.example',
    '"evil@z.example x"@y.example',
    'b@y.example>evil@z.example',
  ])('%j', async (recipient) => {
    const peer = await peerWith();
    expect((await send(peer.url, { ...mail, recipient }))[0].kind).toBe('failed');
    expect(peer.commands).toEqual([]);
  });

  it('an address of a server that is none is a reason, not an exception', async () => {
    expect((await send('imap://x'))[0].kind).toBe('retry');
  });
});
