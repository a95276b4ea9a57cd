import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifySender } from '../src/contract/conversation.ts';
import { getRequest, setParties, timeline } from '../src/contract/requests.ts';
import { roomRequest, roomRequests } from '../src/contract/room.ts';
import { closeOverdue } from '../src/features/closing/silence.ts';
import { sendClosing } from '../src/contract/closing.ts';
import { DAY } from '../src/domain/shared/instant.ts';
import { arrive, mailOf, messageId, outgoing, receive } from './support/mails.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await testServer();
  client = await server.client('Nordic Mills', ['ada@nordic.example', 'ben@nordic.example'], ['nordic.example']);
});
afterAll(() => server.close());

const pageOf = async (requestId: string) =>
  (await server.call(getRequest, { as: 'agent', params: { id: requestId } })).body;
const ada = (text?: string) => ({ from: 'Ada <ADA@nordic.example>', ...(text ? { text } : {}) });

describe('a mail nobody waited for becomes a request', () => {
  it('[C1] [C7] from a contact: client, contact, phase, next step with a date', async () => {
    const { requestId } = await arrive(server, ada());
    const page = await pageOf(requestId);
    expect(page).toMatchObject({ phase: 'initiation', ball: 'ours', nextStep: 'Answer for the first time' });
    expect([page.client?.name, page.contact?.email, page.ownerId]).toEqual([
      'Nordic Mills',
      'ada@nordic.example',
      null,
    ]);
    expect(page.messages[0]).toMatchObject({ verified: true, direction: 'in', channel: 'mail', audience: 'both' });
    expect(Date.parse(page.nextDue)).toBeGreaterThan(server.ctx.now());
  });

  it('from somebody at a known domain: the client is known, the person is not, and the room shows nothing of it', async () => {
    const { requestId, messageId: id } = await arrive(server, {
      from: 'New <new@nordic.example>',
      subject: 'Secret title',
    });
    const page = await pageOf(requestId);
    expect([page.client?.name, page.contact, page.messages[0]?.verified]).toEqual(['Nordic Mills', null, false]);
    const room = await server.room(client.id, client.contacts[0] ?? '');
    const listed = await server.call(roomRequests, { as: room });
    expect(listed.body.items.map((r) => r.subject)).not.toContain('Secret title');
    expect((await server.call(roomRequest, { as: room, params: { id: requestId } })).status).toBe(404);

    const accepted = await server.call(verifySender, {
      as: 'agent',
      params: { id },
      body: { contactName: 'Nora New' },
    });
    expect(accepted.status).toBe(200);
    const after = await pageOf(requestId);
    expect(after.contact).toMatchObject({ name: 'Nora New', email: 'new@nordic.example', may: 'talk' });
    expect((await server.call(roomRequest, { as: room, params: { id: requestId } })).body.messages).toHaveLength(1);
    expect((await server.call(verifySender, { as: 'agent', params: { id }, body: {} })).problem.code).toBe(
      'sender-known',
    );
  });

  it('from a stranger: unknown – who is it? – until a person says so', async () => {
    const { requestId } = await arrive(server, { from: 'zoe@elsewhere.example' });
    const page = await pageOf(requestId);
    expect([page.client, page.nextStep, page.moves.next?.code]).toEqual([null, 'Find out who this is', 'name-client']);
    const other = await server.client('Elsewhere', ['zoe@elsewhere.example']);
    const body = { clientId: other.id, contactId: other.contacts[0] };
    expect((await server.call(setParties, { as: 'agent', params: { id: requestId }, body })).status).toBe(200);
    expect((await pageOf(requestId)).messages[0]?.verified).toBe(true);
  });

  it('two firms with the same domain: a person decides', async () => {
    await server.client('Twin A', [], ['twin.example']);
    await server.client('Twin B', [], ['twin.example']);
    const { requestId } = await arrive(server, { from: 'eve@twin.example' });
    expect((await pageOf(requestId)).client).toBeNull();
  });

  it('what was written now stands apart from what it quotes', async () => {
    const { requestId } = await arrive(server, ada('It happened again.\r\n\r\nOn Monday Adam wrote:\r\n> old words'));
    const [message] = (await pageOf(requestId)).messages;
    expect(message?.body).toBe('It happened again.');
    expect(message?.quoted).toContain('old words');
  });
});

describe('a mail that comes to a request that is closing or closed', () => {
  async function closing(): Promise<{ requestId: string; id: string }> {
    const id = messageId();
    const { requestId } = await arrive(server, { ...ada(), id });
    const closingWords = { asked: 'a pump', done: 'a pump', kept: 'Friday', comesBack: 'write to us' };
    const sent = await server.call(sendClosing, { as: 'agent', params: { id: requestId }, body: closingWords });
    expect(sent.status).toBe(201);
    return { requestId, id };
  }
  async function closed(): Promise<{ requestId: string; id: string }> {
    const made = await closing();
    await server.within((tx) => tx.updateTable('outbox').set({ state: 'sent' }).execute());
    server.forward(15 * DAY);
    await closeOverdue(server.ctx);
    expect((await pageOf(made.requestId)).phase).toBe('closed');
    return made;
  }

  it('[C2] thanks leave a closing request as it is', async () => {
    const { requestId, id } = await closing();
    await arrive(server, { ...ada('Thank you very much!'), inReplyTo: id });
    expect(await pageOf(requestId)).toMatchObject({ phase: 'closing', ball: 'theirs', closing: { state: 'sent' } });
  });

  it('[C2] “it still drips” is an objection and opens it again', async () => {
    const { requestId, id } = await closing();
    await arrive(server, { ...ada('It still drips.'), inReplyTo: id });
    const page = await pageOf(requestId);
    expect(page).toMatchObject({ phase: 'resolution', ball: 'ours' });
    expect(page.closing).toMatchObject({ state: 'objected', objection: 'It still drips.' });
  });

  it('[C2] soon after closing it opens again, and cannot be closed without a new closing message', async () => {
    const { requestId, id } = await closed();
    await arrive(server, { ...ada('It is back.'), inReplyTo: id });
    expect((await pageOf(requestId)).phase).toBe('resolution');
    await expect(
      server.within((tx) => tx.updateTable('request').set({ phase: 'closed' }).where('id', '=', requestId).execute()),
    ).rejects.toThrow(/closing message/);
  });

  it('thanks after closing are kept and move nothing', async () => {
    const { requestId, id } = await closed();
    const { requestId: same } = await arrive(server, { ...ada('Thanks a lot!\r\nAda'), inReplyTo: id });
    expect([same, (await pageOf(requestId)).phase]).toEqual([requestId, 'closed']);
  });

  it('[F-60] long after closing it becomes a new request that follows the old one', async () => {
    const { requestId, id } = await closed();
    server.forward(20 * DAY);
    const { requestId: fresh } = await arrive(server, { ...ada('Now the valve is broken.'), inReplyTo: id });
    expect(fresh).not.toBe(requestId);
    expect((await pageOf(requestId)).phase).toBe('closed');
    const story = await server.call(timeline, { as: 'agent', params: { id: requestId } });
    expect(story.body.items.at(-1)).toMatchObject({ kind: 'request.followed', data: { by: fresh } });
  });
});

describe('[F-32] the same mail again', () => {
  it('the same bytes by another way are a duplicate of the same request', async () => {
    const raw = mailOf(ada());
    const first = await receive(server, raw, 'http');
    expect(await receive(server, raw, 'import')).toMatchObject({ state: 'duplicate', requestId: first?.requestId });
    expect(await receive(server, raw, 'http')).toBeNull();
  });

  it('a copy that another server has marked is the same mail', async () => {
    const letter = { ...ada(), id: messageId() };
    const first = await receive(server, mailOf(letter));
    const copy = mailOf({ ...letter, trace: ['Received: from a by b; Tue, 24 Nov 2026 10:00:00 +0000'] });
    expect(await receive(server, copy)).toMatchObject({ state: 'duplicate', requestId: first?.requestId });
  });

  it('the same Message-ID with other words is another mail', async () => {
    const id = messageId();
    await receive(server, mailOf({ ...ada('one'), id }));
    expect(await receive(server, mailOf({ ...ada('two'), id }))).toMatchObject({ state: 'request' });
  });

  it('two copies handled at the same moment make one request', async () => {
    const letter = { ...ada('at once'), id: messageId() };
    const copies = ['a', 'b', 'c', 'd'].map((host) => mailOf({ ...letter, trace: [`Received: from ${host} by mx`] }));
    const states = (await Promise.all(copies.map((raw) => receive(server, raw)))).map((h) => h?.state);
    expect(states.toSorted()).toEqual(['duplicate', 'duplicate', 'duplicate', 'request']);
  });
});

describe('word that a mail has arrived', () => {
  it('goes to a contact once an hour, marked as a machine’s, with the reference', async () => {
    server.forward(DAY);
    const first = await arrive(server, { from: 'ben@nordic.example', subject: 'One' });
    const second = await arrive(server, { from: 'ben@nordic.example', subject: 'Two' });
    const [mail] = await outgoing(server, first.requestId);
    expect(mail).toMatchObject({ automatic: true, recipient: 'ben@nordic.example', state: 'queued' });
    expect(mail?.text).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(mail?.text).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
    expect(await outgoing(server, second.requestId)).toEqual([]);
  });

  it('goes to no stranger, to nobody who only shares a domain, and to no machine', async () => {
    server.forward(DAY);
    const lists = { from: 'ada@nordic.example', headers: ['List-Id: <all.nordic.example>'] };
    for (const letter of [{ from: 'x@nowhere.example' }, { from: 'neu@nordic.example' }, lists]) {
      const { requestId } = await arrive(server, letter);
      expect(await outgoing(server, requestId)).toEqual([]);
    }
  });

  it('an import answers nobody and keeps the dates', async () => {
    server.forward(DAY);
    const raw = Buffer.from(
      mailOf(ada())
        .toString()
        .replace(/^Date: .*$/m, 'Date: Tue, 3 Mar 2020 09:00:00 +0100'),
    );
    const handled = await receive(server, raw, 'import');
    expect(await outgoing(server, handled?.requestId ?? '')).toEqual([]);
    const page = await pageOf(handled?.requestId ?? '');
    expect([page.openedAt, page.messages[0]?.at]).toEqual(['2020-03-03T08:00:00Z', '2020-03-03T08:00:00Z']);
    expect(Date.parse(page.nextDue)).toBeGreaterThan(server.ctx.now());
  });
});

describe('somebody who has left or died', () => {
  it.each(['left', 'died'] as const)('[S5] %s: the mail is unverified, nothing automatic is sent', async (status) => {
    const gone = await server.client(`Gone ${status}`, [`dora@${status}.example`]);
    await server.within((tx) =>
      tx
        .updateTable('contact')
        .set({ status })
        .where('id', '=', gone.contacts[0] ?? '')
        .execute(),
    );
    const { requestId } = await arrive(server, { from: `dora@${status}.example` });
    expect(await outgoing(server, requestId)).toEqual([]);
    const page = await pageOf(requestId);
    expect([page.contact, page.messages[0]?.verified]).toEqual([null, false]);
  });
});
