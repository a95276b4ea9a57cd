import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reply, undoSend } from '../src/contract/conversation.ts';
import { listTroubledOutbox, settleOutbox } from '../src/contract/mail.ts';
import { getRequest } from '../src/contract/requests.ts';
import { roomRequest } from '../src/contract/room.ts';
import { DAY, MINUTE } from '../src/domain/shared/instant.ts';
import { emptyOutbox } from '../src/features/mail/empty-outbox.ts';
import type { Context } from '../src/platform/context.ts';
import { arrive, headerOf, messageId, outgoing } from './support/mails.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { type Misbehaviour, type SmtpStage, smtpPeer } from './support/smtp-peer.ts';
import { type SmtpSink, smtpSink } from './support/smtp-sink.ts';

let server: TestServer;
let sink: SmtpSink;
let client: Client;
beforeAll(async () => {
  server = await testServer();
  sink = await smtpSink();
  client = await server.client('Nordic Mills', ['ada@nordic.example']);
});
afterAll(async () => {
  await server.close();
  await sink.close();
});
// Whatever an earlier test left waiting is not this one's business.
beforeEach(() => server.within((tx) => tx.updateTable('outbox').set({ state: 'undone' }).execute()));

const pageOf = async (id: string) => (await server.call(getRequest, { as: 'agent', params: { id } })).body;
const send = (through: string | null = sink.url) => {
  const ctx: Context = { ...server.ctx, smtpUrl: through };
  return emptyOutbox(ctx).run(server.workspaceId);
};

/** A request of Ada's and Adam's answer to it, which waits for its undo time. */
async function answer() {
  const id = messageId();
  const { requestId } = await arrive(server, { from: 'ada@nordic.example', id });
  await server.within((tx) =>
    tx.updateTable('outbox').set({ state: 'undone' }).where('automatic', '=', true).execute(),
  );
  const call = { as: 'agent', params: { id: requestId }, body: { body: 'On Saturday we come.', minutes: 12 } } as const;
  const sent = await server.call(reply, call);
  expect(sent.status).toBe(201);
  const mail = (await outgoing(server, requestId)).at(-1);
  if (!mail) throw new Error('nothing was enqueued');
  return { requestId, clientsId: id, messageId: sent.body.id, mailId: mail.id, mail };
}
const stateOf = async (mailId: string) =>
  server.within((tx) => tx.selectFrom('outbox').selectAll().where('id', '=', mailId).executeTakeFirstOrThrow());

/** Through a mail server that does one thing wrong; says what that server got. */
async function through(wrong: Partial<Record<SmtpStage, Misbehaviour>>) {
  const peer = await smtpPeer(wrong);
  try {
    await send(peer.url);
    return { bodies: peer.bodies.length };
  } finally {
    await peer.close();
  }
}

describe('a mail of ours', () => {
  it('is frozen with the change, waits ten seconds, leaves once, and says so in the conversation', async () => {
    const { requestId, clientsId, mail, messageId: said } = await answer();
    expect(headerOf(mail.text, 'In-Reply-To')).toBe(clientsId);
    expect(headerOf(mail.text, 'References')).toContain(clientsId);
    expect(headerOf(mail.text, 'Reply-To')).toMatch(/^support\+[a-z2-7]{52}@firm\.example$/);
    expect(headerOf(mail.text, 'Auto-Submitted')).toBe('');
    const before = sink.mails.length;
    await send();
    expect(sink.mails.length).toBe(before);
    server.forward(10_000);
    await send();
    await send();
    expect(sink.mails.slice(before)).toMatchObject([
      { to: ['ada@nordic.example'], from: 'support@firm.example', id: mail.rfc_message_id },
    ]);
    const message = (await pageOf(requestId)).messages.find((m) => m.id === said);
    expect(message?.delivery).toMatchObject([{ recipient: 'ada@nordic.example', state: 'sent', error: null }]);
    expect((await pageOf(requestId)).ball).toBe('theirs');
  });

  it('keeps its words and headers from being anything else', async () => {
    const { requestId } = await arrive(server, {
      from: 'ada@nordic.example',
      subject: 'Two =?utf-8?q?=0D=0ABcc:_x=40y.example?= lines',
    });
    const call = {
      as: 'agent',
      params: { id: requestId },
      body: { body: 'a\n.\nMAIL FROM:<evil@z.example>' },
    } as const;
    expect((await server.call(reply, call)).status).toBe(201);
    server.forward(10_000);
    const before = sink.mails.length;
    await send();
    const mails = sink.mails.slice(before).filter((m) => !m.raw.includes('Auto-Submitted'));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.raw).not.toMatch(/^Bcc:/im);
    expect(mails[0]?.to).toEqual(['ada@nordic.example']);
  });

  it.each(['b@y.example\r\nBcc: evil@z.example', 'b@y.example, evil@z.example', '"evil@z.example x"@y.example'])(
    '[AT-19] to %j is refused, and nothing of it stays',
    async (email) => {
      const { requestId } = await arrive(server, { from: 'ada@nordic.example' });
      const contact = client.contacts[0] ?? '';
      await server.within((tx) => tx.updateTable('contact').set({ email }).where('id', '=', contact).execute());
      try {
        const call = { as: 'agent', params: { id: requestId }, body: { body: 'Hello' } } as const;
        const refused = await server.call(reply, call);
        expect([refused.status, refused.problem.code]).toEqual([422, 'mail-bad-address']);
        expect((await pageOf(requestId)).messages.filter((m) => m.kind === 'person')).toHaveLength(1);
      } finally {
        const back = { email: 'ada@nordic.example' };
        await server.within((tx) => tx.updateTable('contact').set(back).where('id', '=', contact).execute());
      }
    },
  );

  it('[S5] to somebody who has died never leaves', async () => {
    const gone = await server.client('Gone', ['dora@gone.example']);
    const { requestId } = await arrive(server, { from: 'dora@gone.example' });
    const contact = gone.contacts[0] ?? '';
    await server.within((tx) => tx.updateTable('contact').set({ status: 'died' }).where('id', '=', contact).execute());
    const refused = await server.call(reply, { as: 'agent', params: { id: requestId }, body: { body: 'Dear Dora' } });
    expect(refused.problem.code).toBe('contact-not-active');
  });

  it('without a mail server it waits where people see it', async () => {
    const { mailId } = await answer();
    server.forward(MINUTE);
    await send(null);
    const { items } = (await server.call(listTroubledOutbox, { as: 'agent' })).body;
    expect(items.find((o) => o.id === mailId)).toMatchObject({ state: 'queued', attempts: 0 });
  });
});

describe('undo send', () => {
  it('takes it back: nothing leaves, the room never shows it, the request stands as before', async () => {
    const { requestId, messageId: id, mailId } = await answer();
    const page = await pageOf(requestId);
    expect(page).toMatchObject({ ball: 'theirs', minutes: 12 });
    expect((await server.call(undoSend, { as: 'agent', params: { id } })).status).toBe(200);
    server.forward(MINUTE);
    const before = sink.mails.length;
    await send();
    expect([sink.mails.length, (await stateOf(mailId)).state]).toEqual([before, 'undone']);
    const after = await pageOf(requestId);
    expect(after).toMatchObject({
      ball: 'ours',
      nextStep: 'Answer for the first time',
      firstAnswerAt: null,
      minutes: 0,
    });
    const room = await server.room(client.id, client.contacts[0] ?? '');
    const seen = await server.call(roomRequest, { as: room, params: { id: requestId } });
    expect(seen.body.messages.map((m) => m.id)).not.toContain(id);
    expect((await server.call(undoSend, { as: 'agent', params: { id } })).problem.code).toBe('mail-has-left');
  });

  it('until it leaves only our side sees it', async () => {
    const { requestId, messageId: id } = await answer();
    const room = await server.room(client.id, client.contacts[0] ?? '');
    const seen = async () =>
      (await server.call(roomRequest, { as: room, params: { id: requestId } })).body.messages.map((m) => m.id);
    expect(await seen()).not.toContain(id);
    const past = { held_until: new Date(Date.now() - 1000).toISOString() };
    await server.within((tx) => tx.updateTable('message').set(past).where('id', '=', id).execute());
    expect(await seen()).toContain(id);
  });

  it('comes too late once it has left, and is not for a colleague', async () => {
    const { messageId: id } = await answer();
    const mine = await server.call(reply, {
      as: 'lead',
      params: { id: (await answer()).requestId },
      body: { body: 'From the lead' },
    });
    const denied = await server.call(undoSend, { as: 'agent', params: { id: mine.body.id } });
    expect([denied.status, denied.problem.code]).toEqual([403, 'not-allowed']);
    server.forward(10_000);
    await send();
    expect((await server.call(undoSend, { as: 'agent', params: { id } })).problem.code).toBe('mail-has-left');
  });
});

describe('when the mail server does not take it', () => {
  it('[F-37] for now: tried again later, in the end once', async () => {
    const { mailId, mail } = await answer();
    server.forward(10_000);
    await through({ rcpt: '451 4.7.1 come back later' });
    expect(await stateOf(mailId)).toMatchObject({
      state: 'retry',
      attempts: 1,
      last_error: '451 4.7.1 come back later',
    });
    await send();
    server.forward(2 * MINUTE);
    await send();
    expect(sink.mails.filter((m) => m.id === mail.rfc_message_id)).toHaveLength(1);
  });

  it('[F-43] asked to slow down, every mail waits', async () => {
    const one = await answer();
    server.forward(10_000);
    const two = await answer();
    await through({ rcpt: '450 4.7.28 too fast' });
    const waits = Date.parse((await stateOf(two.mailId)).not_before) - server.ctx.now();
    expect([(await stateOf(one.mailId)).state, waits > MINUTE]).toEqual(['retry', true]);
  });

  it('[F-38] for good: it stops and is our move', async () => {
    const { requestId, mailId } = await answer();
    server.forward(10_000);
    await through({ rcpt: '550 5.1.1 no such user' });
    expect((await stateOf(mailId)).state).toBe('failed');
    expect(await pageOf(requestId)).toMatchObject({ ball: 'ours', nextStep: 'Look into a mail that has not arrived' });
    server.forward(DAY);
    await send();
    expect((await stateOf(mailId)).attempts).toBe(1);
  });

  it('[F-39] after the body began to leave: unknown, never resent by the program, settled by a person', async () => {
    const { requestId, mailId, mail } = await answer();
    server.forward(10_000);
    expect(await through({ dot: 'close' })).toEqual({ bodies: 1 });
    expect(await stateOf(mailId)).toMatchObject({ state: 'unknown', phase: null, attempts: 1 });
    expect((await pageOf(requestId)).nextStep).toBe('Look into a mail that has not arrived');
    server.forward(5 * DAY);
    await send();
    expect(sink.mails.map((m) => m.id)).not.toContain(mail.rfc_message_id);

    const settle = (as: string) => server.call(settleOutbox, { as: 'agent', params: { id: mailId }, body: { as } });
    expect((await settle('send-again')).status).toBe(200);
    await send();
    expect(sink.mails.filter((m) => m.id === mail.rfc_message_id)).toHaveLength(1);
    expect((await settle('send-again')).problem.code).toBe('delivery-settled');
    expect((await settle('given-up')).problem.code).toBe('delivery-settled');
  });

  it('a person who knows that it arrived says so', async () => {
    const { mailId } = await answer();
    server.forward(10_000);
    await through({ dot: 'close' });
    const call = { as: 'agent', params: { id: mailId }, body: { as: 'sent' } } as const;
    expect((await server.call(settleOutbox, call)).status).toBe(200);
    expect((await stateOf(mailId)).state).toBe('sent');
  });
});
