import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergeRequests, splitRequest } from '../src/contract/merge.ts';
import { reply } from '../src/contract/conversation.ts';
import { addEntry } from '../src/contract/listening.ts';
import { getRequest } from '../src/contract/requests.ts';
import { roomRequest, roomRequests } from '../src/contract/room.ts';
import { BEYOND_TALK, MOVES } from '../src/features/merge/merge.store.ts';
import { rebuildFacts } from '../src/features/review/public.ts';
import { arrive, headerOf, outgoing } from './support/mails.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let client: Client;
let db: pg.Client;
beforeAll(async () => {
  server = await testServer();
  client = await server.client('Nordic Mills', ['ada@nordic.example']);
  db = new pg.Client({ connectionString: server.ownerUrl });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await server.close();
});

const from = 'ada@nordic.example';
const pageOf = async (id: string) => (await server.call(getRequest, { as: 'lead', params: { id } })).body;
const merge = (id: string, into: string, as: 'lead' | 'agent' = 'lead') =>
  server.call(mergeRequests, { as, params: { id }, body: { into, why: 'she wrote twice' } });
/** What is kept with every change, and what a rebuild makes of the rows: the same (T17). */
async function figuresHold(): Promise<void> {
  const kept = async () =>
    (
      await db.query(`select client_id, month, metric, key, n::int, minutes::int from parley.tally
        where n <> 0 or minutes <> 0 order by 1, 2, 3, 4`)
    ).rows;
  const before = await kept();
  await server.within(rebuildFacts);
  expect(await kept()).toEqual(before);
}

describe('the same thing twice', () => {
  it('goes on in one: words, ledger and minutes move, later mail follows, the room shows one, figures count one', async () => {
    const first = await arrive(server, { from, subject: 'Pump stands' });
    const second = await arrive(server, { from, subject: 'The pump, again', text: 'It must not cost anything.' });
    const [id, into] = [second.requestId, first.requestId];
    const body = { kind: 'condition', text: 'no cost', source: null, value: null, standing: false };
    await server.call(addEntry, { as: 'agent', params: { id }, body });
    await server.call(reply, { as: 'agent', params: { id }, body: { body: 'We look into it.', minutes: 7 } });
    const [mail] = await outgoing(server, id);
    expect((await merge(id, into, 'agent')).problem.code).toBe('not-allowed');
    const { ref } = await pageOf(into);
    expect((await merge(id, into)).body).toEqual({ id: into, ref });

    const one = await pageOf(into);
    expect([
      one.messages.filter((m) => m.direction === 'in').length,
      one.entries.map((e) => e.text),
      one.minutes,
    ]).toEqual([2, ['no cost'], 7]);
    expect(await pageOf(id)).toMatchObject({
      phase: 'closed',
      mergedInto: { id: into, ref },
      minutes: 0,
      messages: [],
    });

    const answer = await arrive(server, {
      from,
      inReplyTo: headerOf(mail?.text ?? '', 'Message-ID'),
      text: 'Thank you, when?',
    });
    expect(answer.requestId).toBe(into);
    const room = await server.room(client.id, client.contacts[0] ?? '');
    const listed = (await server.call(roomRequests, { as: room })).body.items.map((r) => r.id);
    expect([listed.includes(into), listed.includes(id)]).toEqual([true, false]);
    expect((await server.call(roomRequest, { as: room, params: { id } })).status).toBe(404);
    expect((await merge(into, id)).problem.code).toBe('request-closed');
    await figuresHold();
  });

  it('every table that belongs to a request is thought of: it moves, it stops the merge, or it stays on purpose', async () => {
    const stays = [
      'duration',
      'event',
      'forecast',
      'placement',
      'private_limit',
      'promise_fact',
      'request_fact',
      'request_link',
      'request_obstacle',
      'ask_word',
      'playbook_run',
      'stance',
      'watch',
    ];
    const { rows } = await db.query<{ name: string }>(`select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'parley' and c.column_name = 'request_id' and t.table_type = 'BASE TABLE'`);
    const known = new Set<string>([...MOVES, ...BEYOND_TALK, ...stays]);
    expect(rows.map((r) => r.name).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('two things in one breath', () => {
  it('a message becomes a request of its own, as old as it is, and answers to it go there', async () => {
    const { requestId } = await arrive(server, { from, subject: 'Belt' });
    const sent = await server.call(reply, {
      as: 'agent',
      params: { id: requestId },
      body: { body: 'On Monday.', minutes: 4 },
    });
    const [mail] = await outgoing(server, requestId);
    const inReplyTo = headerOf(mail?.text ?? '', 'Message-ID');
    const id = '<second-thing@mail.example>';
    const more = await arrive(server, { from, inReplyTo, id, text: 'And the gate does not open.' });
    expect(more.requestId).toBe(requestId);
    const split = (messageIds: string[]) =>
      server.call(splitRequest, { as: 'agent', params: { id: requestId }, body: { messageIds, subject: 'The gate' } });
    expect((await split([sent.body.id])).problem.code).toBe('split-needs-their-words');
    const made = (await split([more.messageId])).body;
    const page = await pageOf(made.id);
    const asked = page.messages[0];
    expect(page).toMatchObject({ subject: 'The gate', phase: 'initiation', openedAt: asked?.at, minutes: 0 });
    expect((await pageOf(requestId)).messages).toHaveLength(2);
    expect((await pageOf(requestId)).minutes).toBe(4);
    const again = await arrive(server, { from, inReplyTo: id, text: 'The gate is open again.' });
    expect(again.requestId).toBe(made.id);
    await figuresHold();
  });
});
