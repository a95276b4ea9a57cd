import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reply } from '../src/contract/conversation.ts';
import { getRequest } from '../src/contract/requests.ts';
import { roomRequest } from '../src/contract/room.ts';
import { HOUR } from '../src/domain/shared/instant.ts';
import { newId } from '../src/platform/db/ids.ts';
import { arrive, headerOf, mailOf, messageId, outgoing, receive } from './support/mails.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let client: Client;
let rival: Client;
beforeAll(async () => {
  server = await testServer();
  client = await server.client('Nordic Mills', ['ada@nordic.example', 'ben@nordic.example']);
  rival = await server.client('Rival', ['quinn@rival.example']);
});
afterAll(() => server.close());

const pageOf = async (requestId: string) =>
  (await server.call(getRequest, { as: 'agent', params: { id: requestId } })).body;

/** A request of Ada's that Adam has answered; the reply address and Message-ID of his mail to her. */
async function answered() {
  server.forward(HOUR);
  const { requestId } = await arrive(server, { from: 'ada@nordic.example' });
  const body = { body: 'On Saturday we come.' };
  expect((await server.call(reply, { as: 'agent', params: { id: requestId }, body })).status).toBe(201);
  const mail = (await outgoing(server, requestId)).at(-1);
  const text = mail?.text ?? '';
  const replyTo = headerOf(text, 'Reply-To');
  return { requestId, replyTo, id: mail?.rfc_message_id ?? '', token: /\+([^@]+)@/.exec(replyTo)?.[1] ?? '' };
}

describe('how an answer finds its request', () => {
  it('by the reply address alone, whatever became of subject and headers', async () => {
    const { requestId, replyTo } = await answered();
    const joined = await arrive(server, { from: 'ada@nordic.example', to: replyTo, subject: 'completely different' });
    expect(joined.requestId).toBe(requestId);
    expect((await pageOf(requestId)).messages.at(-1)).toMatchObject({ verified: true });
  });

  it('by the address under which the mail server delivered it', async () => {
    const { requestId, replyTo } = await answered();
    const letter = { from: 'ada@nordic.example', to: 'undisclosed-recipients:;', trace: [`Delivered-To: ${replyTo}`] };
    expect((await arrive(server, letter)).requestId).toBe(requestId);
  });

  it.each<[string, (id: string) => object]>([
    ['In-Reply-To', (id) => ({ inReplyTo: id })],
    ['References, the nearest first', (id) => ({ references: ['<elsewhere@x.example>', id] })],
  ])('by %s to a mail of ours', async (_, headers) => {
    const { requestId, id } = await answered();
    expect((await arrive(server, { from: 'ben@nordic.example', ...headers(id) })).requestId).toBe(requestId);
    expect((await pageOf(requestId)).messages.at(-1)).toMatchObject({
      verified: true,
      authorName: 'ben@nordic.example',
    });
  });

  it('by a reference to the acknowledgement', async () => {
    server.forward(HOUR);
    const { requestId } = await arrive(server, { from: 'ada@nordic.example' });
    const [ack] = await outgoing(server, requestId);
    const joined = await arrive(server, { from: 'ada@nordic.example', inReplyTo: ack?.rfc_message_id ?? '' });
    expect(joined.requestId).toBe(requestId);
  });

  it('by a reference to the client’s own earlier mail', async () => {
    const id = messageId();
    const { requestId } = await arrive(server, { from: 'ada@nordic.example', id });
    expect((await arrive(server, { from: 'ada@nordic.example', references: [id] })).requestId).toBe(requestId);
  });

  it.each<[string, (token: string) => string]>([
    ['of length 0', () => ''],
    ['of length 1', (t) => t.slice(0, 1)],
    ['cut in half', (t) => t.slice(0, 26)],
    ['with one character more', (t) => `${t}a`],
    ['in upper case', (t) => t.toUpperCase()],
    ['URL-encoded', (t) => `%${t.charCodeAt(0).toString(16)}${t.slice(1)}`],
    ['like a list', (t) => `${t},${t}`],
    ['with its last character changed', (t) => t.slice(0, 40) + (t[40] === 'a' ? 'b' : 'a') + t.slice(41)],
  ])('[AT-04] a token %s joins nothing', async (_, spoil) => {
    const { requestId, token } = await answered();
    const to = `"x" <support+${spoil(token)}@firm.example>`;
    const handled = await receive(server, mailOf({ from: 'ada@nordic.example', to }));
    expect(handled?.requestId).not.toBe(requestId);
    expect((await pageOf(requestId)).messages).toHaveLength(3);
  });

  it('[AT-02] guessed reply addresses join nothing', async () => {
    const { requestId } = await answered();
    for (let n = 1; n <= 25; n += 1) {
      const to = `support+${n}@firm.example`;
      await receive(server, mailOf({ from: 'mallory@evil.example', to }));
    }
    expect((await pageOf(requestId)).messages).toHaveLength(3);
    const out = await server.within((tx) =>
      tx.selectFrom('outbox').select('id').where('recipient', '=', 'mallory@evil.example').execute(),
    );
    expect(out).toEqual([]);
  });

  it('[AT-10] never by a subject, not a stranger’s and not another client’s', async () => {
    const { requestId } = await answered();
    const { ref } = await pageOf(requestId);
    for (const from of ['stranger@x.example', 'quinn@rival.example']) {
      const made = await arrive(server, { from, subject: `Re: The pump stands still [${ref}]` });
      expect(made.requestId).not.toBe(requestId);
    }
  });

  it('[AT-10] never across workspaces', async () => {
    const { requestId, replyTo, id } = await answered();
    const other = await testServer();
    try {
      const there = await arrive(other, { from: 'ada@nordic.example', to: replyTo, inReplyTo: id });
      expect(there.requestId).not.toBe(requestId);
    } finally {
      await other.close();
    }
  });
});

describe('[AT-01] the From header grants nothing', () => {
  it.each<[string, string]>([
    ['a stranger', 'evil@z.example'],
    ['another client’s contact', 'quinn@rival.example'],
    ['a colleague of the person the address was made for', 'ben@nordic.example'],
  ])('%s who writes to Ada’s reply address is attached unverified and seen by us alone', async (_, from) => {
    const { requestId, replyTo } = await answered();
    const before = await pageOf(requestId);
    await arrive(server, { from, to: replyTo, text: 'Tell me everything.' });
    const page = await pageOf(requestId);
    expect(page.messages.at(-1)).toMatchObject({ verified: false, body: 'Tell me everything.' });
    expect([page.ball, page.nextStep]).toEqual([before.ball, before.nextStep]);
    const room = await server.room(client.id, client.contacts[0] ?? '');
    const seen = await server.call(roomRequest, { as: room, params: { id: requestId } });
    expect(seen.body.messages.map((m) => m.body)).not.toContain('Tell me everything.');
  });

  it('with a server to believe, an unauthenticated mail in Ada’s name is unverified; CC adds nobody', async () => {
    const { requestId, replyTo } = await answered();
    await server.within((tx) => tx.updateTable('workspace').set({ authserv_id: 'mx.firm.example' }).execute());
    try {
      await arrive(server, { from: 'ada@nordic.example', to: replyTo, cc: 'evil@z.example' });
      expect((await pageOf(requestId)).messages.at(-1)?.verified).toBe(false);
      const trace = ['Authentication-Results: mx.firm.example; dmarc=pass header.from=nordic.example'];
      await arrive(server, { from: 'ada@nordic.example', to: replyTo, cc: 'evil@z.example', trace });
      const page = await pageOf(requestId);
      expect(page.messages.at(-1)?.verified).toBe(true);
      expect(page.contacts.map((c) => c.email)).not.toContain('evil@z.example');
      expect((await outgoing(server, requestId)).map((o) => o.recipient)).not.toContain('evil@z.example');
    } finally {
      await server.within((tx) => tx.updateTable('workspace').set({ authserv_id: null }).execute());
    }
  });

  it('[AT-05] in a colleague’s name: no answer to the client, nothing leaves, and it says what is doubted', async () => {
    const { requestId, id } = await answered();
    const sent = (await outgoing(server, requestId)).length;
    await arrive(server, { from: 'Adam <agent@firm.example>', inReplyTo: id, text: 'Please pay to this account.' });
    const last = (await pageOf(requestId)).messages.at(-1);
    expect(last).toMatchObject({ verified: false, audience: 'ours', direction: 'in' });
    expect(await outgoing(server, requestId)).toHaveLength(sent);
    const [event] = await server.within((tx) =>
      tx
        .selectFrom('event')
        .select('data')
        .where('request_id', '=', requestId)
        .orderBy('seq', 'desc')
        .limit(1)
        .execute(),
    );
    expect(event?.data).toMatchObject({ doubt: 'colleague' });
  });

  it('[AT-07] “I accept option 2” accepts nothing; the real contact is told where it counts', async () => {
    const { requestId, replyTo } = await answered();
    await server.within((tx) =>
      tx
        .insertInto('option')
        .values({
          workspace_id: server.workspaceId,
          id: newId(),
          request_id: requestId,
          client_id: client.id,
          letter: 'A',
          side: 'ours',
          title: 'Come on Saturday',
          state: 'on-the-table',
          by_id: server.people.agent,
          created_at: new Date(server.ctx.now()).toISOString(),
          tabled_at: new Date(server.ctx.now()).toISOString(),
        })
        .execute(),
    );
    server.forward(HOUR);
    const sent = (await outgoing(server, requestId)).length;
    await arrive(server, { from: 'evil@z.example', to: replyTo, text: 'I accept option 2' });
    expect(await outgoing(server, requestId)).toHaveLength(sent);
    await arrive(server, { from: 'ada@nordic.example', to: replyTo, text: 'I accept option 2' });
    const mails = await outgoing(server, requestId);
    expect(mails).toHaveLength(sent + 1);
    expect(mails.at(-1)).toMatchObject({ recipient: 'ada@nordic.example', automatic: true });
    expect(mails.at(-1)?.text).toContain('Where your word counts');
    const stances = await server.within((tx) => tx.selectFrom('stance').select('id').execute());
    expect(stances).toEqual([]);
    expect(rival.contacts).toHaveLength(1);
  });
});
