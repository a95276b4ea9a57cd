import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reply, undoSend } from '../src/contract/conversation.ts';
import { createRequest, getRequest, listRequests, setNextStep } from '../src/contract/requests.ts';
import { today } from '../src/contract/today.ts';
import { changeMany, dropView, listViews, saveView, snooze, watchRequest } from '../src/contract/worklist.ts';
import { newId } from '../src/platform/db/ids.ts';
import { arrive } from './support/mails.ts';
import { type Client, type Seat, type TestServer, testServer } from './support/server.ts';

const DAY = 86_400_000;
let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await testServer();
  client = await server.client('Nordic Mills', ['ada@nordic.example']);
});
afterAll(() => server.close());

const told = async (subject: string): Promise<string> => {
  const body = { subject, body: 'The pump stands still.', clientId: client.id, contactId: client.contacts[0] };
  return (await server.call(createRequest, { as: 'agent', body })).body.id;
};
const pageOf = async (id: string, as: Seat = 'agent') => (await server.call(getRequest, { as, params: { id } })).body;
const dayOf = async (as: Seat = 'agent') => (await server.call(today, { as })).body.items;
const iso = (ms: number): string => new Date(server.ctx.now() + ms).toISOString();

describe('saved views of the table', () => {
  const filter = { phase: 'all', fate: 'neither', watched: true } as const;

  it('one’s own is seen by oneself alone, one of the team by everybody; each forgets their own, a lead those of the team', async () => {
    const save = (as: Seat, name: string, team: boolean) => server.call(saveView, { as, body: { name, team, filter } });
    await save('agent', 'Hard ones', false);
    const shared = (await save('agent', 'Ours to look at', true)).body.id;
    const names = async (as: Seat) => (await server.call(listViews, { as })).body.items.map((v) => v.name);
    expect(await names('agent')).toEqual(['Hard ones', 'Ours to look at']);
    expect(await names('owner')).toEqual(['Ours to look at']);
    const kept = (await server.call(listViews, { as: 'agent' })).body.items[0];
    expect(kept).toMatchObject({ mine: true, team: false, filter });
    const notHis = await server.call(dropView, { as: 'lead', params: { id: kept?.id ?? '' } });
    expect(notHis.problem.code).toBe('not-found');
    expect((await server.call(dropView, { as: 'lead', params: { id: shared } })).status).toBe(200);
    expect(await names('owner')).toEqual([]);
  });
});

describe('a line of Today put off', () => {
  it('is out of its owner’s sight alone, until its date, until it is taken up, or until it is another line', async () => {
    const { requestId: id } = await arrive(server, { from: 'ada@nordic.example', subject: 'Pump of hall 3' });
    const item = `next-step:${id}`;
    const line = async (as: Seat = 'agent') => (await dayOf(as)).find((l) => l.id === item);
    const due = (await line())?.due ?? null;
    const put = (until: string | null) => server.call(snooze, { as: 'agent', body: { item, due, until } });
    expect((await put(iso(-1_000))).problem.code).toBe('date-in-the-past');
    expect((await put(iso(2 * DAY))).status).toBe(200);
    expect([await line(), (await line('lead'))?.ref]).toEqual([undefined, (await pageOf(id)).ref]);
    await put(null);
    expect(await line()).toBeDefined();

    await put(iso(2 * DAY));
    const { version } = await pageOf(id);
    const body = { text: 'Call them back', ball: 'ours', due: iso(60_000), ownerId: null };
    await server.call(setNextStep, { as: 'agent', params: { id }, ifMatch: version, body });
    expect((await line())?.text).toBe('Call them back');
  });

  it('[P1] a promise is not put off past its date', async () => {
    const body = { item: `promise-due:${newId()}`, due: iso(DAY), until: iso(2 * DAY) };
    expect((await server.call(snooze, { as: 'agent', body })).problem.code).toBe('promise-cannot-be-put-off');
  });
});

describe('a watched request', () => {
  it('tells the watcher what the client wrote, until it is seen, and stands in their view of the table', async () => {
    const { requestId: id } = await arrive(server, { from: 'ada@nordic.example', subject: 'Belt', text: 'It slips.' });
    const watch = (on: boolean) => server.call(watchRequest, { as: 'lead', params: { id }, body: { on } });
    const news = async () => (await dayOf('lead')).find((l) => l.id === `answer-in:${id}`);
    await watch(true);
    expect([await news(), (await pageOf(id, 'lead')).watched, (await pageOf(id)).watched]).toEqual([
      undefined,
      true,
      false,
    ]);
    server.forward(60_000);
    const page = await pageOf(id);
    await server.within((tx) =>
      tx
        .insertInto('message')
        .values({
          workspace_id: server.workspaceId,
          id: newId(),
          request_id: id,
          client_id: client.id,
          audience: 'both',
          channel: 'room',
          direction: 'in',
          author_name: 'Ada',
          body: 'It slips again.',
          at: iso(0),
        })
        .execute(),
    );
    expect(await news()).toMatchObject({ kind: 'answer-in', text: 'It slips again.', late: false, ref: page.ref });
    await watch(true);
    expect(await news()).toBeUndefined();
    const refs = async () =>
      (await server.call(listRequests, { as: 'lead', query: { watched: 'true' } })).body.items.map((r) => r.id);
    expect(await refs()).toEqual([id]);
    await watch(false);
    expect(await refs()).toEqual([]);
  });
});

describe('one act for many requests', () => {
  it('those that refuse it are named and the rest goes on', async () => {
    const [a, b] = [await told('Left door'), await told('Right door')];
    const gone = newId();
    const ids = [a, b, gone];
    const act = { kind: 'assign', ownerId: server.people.lead };
    const said = (await server.call(changeMany, { as: 'agent', body: { ids, act } })).body;
    expect(said).toEqual({ done: 2, refused: [{ id: gone, ref: '?', code: 'not-found' }] });
    expect([(await pageOf(a)).ownerName, (await pageOf(b)).ownerName]).toEqual(['Lena Lead', 'Lena Lead']);
    await server.call(changeMany, { as: 'agent', body: { ids: [a, b], act: { kind: 'describe', as: 'doors' } } });
    expect((await pageOf(b)).kind).toBe('doors');
    await server.call(changeMany, { as: 'lead', body: { ids: [a], act: { kind: 'snooze', until: iso(DAY) } } });
    const lines = (await dayOf('lead')).map((l) => l.requestId);
    expect([lines.includes(a), lines.includes(b)]).toEqual([false, true]);
  });
});

describe('files of a letter that is taken back', () => {
  it('are uploads again, so that nothing has to be chosen anew', async () => {
    const { requestId } = await arrive(server, {
      from: 'ada@nordic.example',
      subject: 'Offer',
      text: 'Please send it.',
    });
    const payload =
      '--x\r\nContent-Disposition: form-data; name="file"; filename="offer.txt"\r\nContent-Type: text/plain\r\n\r\n42\r\n--x--\r\n';
    const headers = { cookie: server.cookies.agent, 'content-type': 'multipart/form-data; boundary=x' };
    const uploaded = await server.server.app.inject({ method: 'POST', url: '/api/attachments', headers, payload });
    const params = { id: requestId };
    const send = async (id: string) =>
      server.call(reply, { as: 'agent', params, body: { body: 'Enclosed.', attachmentIds: [id] } });
    const sent = await send(uploaded.json<{ id: string }>().id);
    const { attachments } = (await server.call(undoSend, { as: 'agent', params: { id: sent.body.id } })).body;
    expect(attachments).toMatchObject([{ name: 'offer.txt', size: 2 }]);
    expect((await send(attachments[0]?.id ?? '')).status).toBe(201);
    const { messages } = await pageOf(requestId);
    expect(messages.map((m) => m.attachments.length)).toEqual([0, 1, 1]);
  });
});
