import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNote, changeMinutes, reply, writeInRoom } from '../src/contract/conversation.ts';
import { getRequest } from '../src/contract/requests.ts';
import { roomRequest } from '../src/contract/room.ts';
import { newId } from '../src/platform/db/ids.ts';
import { arrive, outgoing } from './support/mails.ts';
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

const pageOf = async (id: string) => (await server.call(getRequest, { as: 'agent', params: { id } })).body;
const fresh = () => arrive(server, { from: 'ada@nordic.example' });
const roomOf = (of: Client) => server.room(of.id, of.contacts[0] ?? '');
const seenBy = async (of: Client, id: string) =>
  (await server.call(roomRequest, { as: await roomOf(of), params: { id } })).body.messages ?? [];

describe('our side writes', () => {
  it('[C1] [T20] an answer: first answer, the client’s move, minutes', async () => {
    const { requestId } = await fresh();
    const body = { body: 'On Saturday we come.', purpose: 'reply', minutes: 25 };
    const sent = await server.call(reply, { as: 'agent', params: { id: requestId }, body });
    expect(sent.status).toBe(201);
    const page = await pageOf(requestId);
    expect(page).toMatchObject({ ball: 'theirs', nextStep: 'Wait for the client', minutes: 25 });
    expect(page.firstAnswerAt).not.toBeNull();
    expect(page.messages.at(-1)).toMatchObject({
      direction: 'out',
      authorName: 'Adam Agent',
      body: 'On Saturday we come.',
    });
  });

  it('[F-59] a double click sends one mail; the same key with other words is refused', async () => {
    const { requestId } = await fresh();
    const before = (await outgoing(server, requestId)).length;
    const key = newId();
    const twice = (words: string) =>
      server.call(reply, { as: 'agent', params: { id: requestId }, body: { body: words }, key });
    const [one, two] = await Promise.all([twice('Yes.'), twice('Yes.')]);
    expect([one.status, one.body.id]).toEqual([201, two.body.id]);
    expect(await outgoing(server, requestId)).toHaveLength(before + 1);
    expect((await twice('No.')).status).toBe(422);
  });

  it('to a request that nobody is named for, or that is closed: a clear no', async () => {
    const stranger = await arrive(server, { from: 'x@nowhere.example' });
    const body = { body: 'Hello' };
    const unnamed = await server.call(reply, { as: 'agent', params: { id: stranger.requestId }, body });
    expect([unnamed.status, unnamed.problem.code]).toEqual([409, 'client-unknown']);
    const gone = await server.call(reply, { as: 'agent', params: { id: newId() }, body });
    expect(gone.status).toBe(404);
    const outsider = await server.call(reply, { params: { id: stranger.requestId }, body });
    expect(outsider.status).toBe(401);
  });

  it('[P9] a note never reaches the client, whatever is asked for; a call is shared only when told so', async () => {
    const { requestId } = await fresh();
    const note = async (channel: 'note' | 'call' | 'visit', shared: boolean) => {
      const body = { channel, body: `${channel} ${shared}`, minutes: 10, shared };
      expect((await server.call(addNote, { as: 'agent', params: { id: requestId }, body })).status).toBe(201);
    };
    await note('note', true);
    await note('call', false);
    await note('visit', true);
    expect((await seenBy(client, requestId)).map((m) => m.body).slice(1)).toEqual(['visit true']);
    const page = await pageOf(requestId);
    expect(page.messages.map((m) => m.audience).slice(-3)).toEqual(['ours', 'ours', 'both']);
    expect(page.minutes).toBe(30);
  });

  it('[C4] a call counts as the first answer, a note does not', async () => {
    const { requestId } = await fresh();
    const add = (channel: string) =>
      server.call(addNote, { as: 'agent', params: { id: requestId }, body: { channel, body: 'x' } });
    await add('note');
    expect((await pageOf(requestId)).firstAnswerAt).toBeNull();
    await add('call');
    expect((await pageOf(requestId)).firstAnswerAt).not.toBeNull();
  });

  it('[T20] minutes are put right, and the sum follows', async () => {
    const { requestId } = await fresh();
    const body = { channel: 'call', body: 'long talk', minutes: 40 };
    const { body: made } = await server.call(addNote, { as: 'agent', params: { id: requestId }, body });
    const change = (minutes: number) =>
      server.call(changeMinutes, { as: 'agent', params: { id: made.id }, body: { minutes } });
    await Promise.all([change(5), change(15)]);
    const page = await pageOf(requestId);
    expect(page.minutes).toBe(page.messages.at(-1)?.minutes);
    expect((await change(-1)).status).toBe(422);
  });
});

describe('the client writes in the room', () => {
  it('it is our move, and their words stand there at once', async () => {
    const { requestId } = await fresh();
    await server.call(reply, { as: 'agent', params: { id: requestId }, body: { body: 'When suits you?' } });
    const as = await roomOf(client);
    const said = await server.call(writeInRoom, { as, params: { id: requestId }, body: { body: 'Monday, please.' } });
    expect(said.status).toBe(201);
    expect(await pageOf(requestId)).toMatchObject({ ball: 'ours', nextStep: 'Look at what they said' });
    expect((await seenBy(client, requestId)).at(-1)).toMatchObject({ fromUs: false, body: 'Monday, please.' });
  });

  it('[F-59] three tabs, one message', async () => {
    const { requestId } = await fresh();
    const as = await roomOf(client);
    const once = { as, params: { id: requestId }, body: { body: 'Once.' }, key: newId() };
    const ids = (await Promise.all([1, 2, 3].map(() => server.call(writeInRoom, once)))).map((r) => r.body.id);
    expect(new Set(ids).size).toBe(1);
    expect((await seenBy(client, requestId)).filter((m) => m.body === 'Once.')).toHaveLength(1);
  });

  it('not to another client’s request, not by somebody who may only look, not through a link for another request', async () => {
    const { requestId } = await fresh();
    const { requestId: other } = await fresh();
    const body = { body: 'Let me in.' };
    const attempt = async (as: { cookie: string }) => {
      const called = await server.call(writeInRoom, { as, params: { id: requestId }, body });
      return [called.status, called.problem.code];
    };
    expect(await attempt(await roomOf(rival))).toEqual([404, 'not-found']);
    expect(await attempt(await server.room(client.id, client.contacts[0] ?? '', other))).toEqual([404, 'not-found']);
    const ben = client.contacts[1] ?? '';
    await server.within((tx) => tx.updateTable('contact').set({ may: 'see' }).where('id', '=', ben).execute());
    expect(await attempt(await server.room(client.id, ben))).toEqual([403, 'not-allowed']);
    expect((await pageOf(requestId)).messages.map((m) => m.body)).not.toContain('Let me in.');
  });
});
