import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import * as requests from '../src/contract/requests.ts';
import * as table from '../src/contract/table.ts';
import * as triage from '../src/contract/triage.ts';
import { ASKS, ASKS_UNSEEN } from '../src/domain/triage/same-ask.pairs.ts';
import { sameAsk } from '../src/domain/triage/same-ask.ts';
import { DAY } from '../src/domain/shared/instant.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

let app: TestServer;
let acme: Client;

beforeAll(async () => {
  app = await testServer();
  acme = await app.client('ACME Foundry', ['nowak@acme.example', 'sales@acme.example']);
}, 60_000);
afterAll(() => app.close());

const ask = async (client: Client, contact: number, subject: string, body: string): Promise<string> => {
  const told = { subject, body, clientId: client.id, contactId: client.contacts[contact], channel: 'call' };
  return (await app.call(requests.createRequest, { as: 'agent', body: told })).body.id;
};
const seenBy = async (as: 'agent' | 'lead', id: string) => (await app.call(table.sameAsk, { as, params: { id } })).body;

it('[T11] the same ask through another person shows what stands, why and who said so, before anybody answers', async () => {
  const first = await ask(acme, 0, 'Weekend work on line 2', 'Overhaul line 2 on Saturday, free of charge please.');
  const placed = await app.call(triage.placeRequest, {
    as: 'agent',
    params: { id: first },
    ifMatch: (await app.call(requests.getRequest, { as: 'agent', params: { id: first } })).body.version,
    body: {
      reasonable: 'no',
      possible: 'yes',
      reasonableKind: 'free-of-charge',
      reason: 'Saturdays are charged',
      clause: '3.1',
    },
  });
  expect(placed.status).toBe(201);
  await ask(acme, 0, 'Invoice for the overhaul', 'The invoice for the overhaul in March has a wrong address.');
  app.forward(40 * DAY);
  const again = await ask(
    acme,
    1,
    'Your colleague said you might help',
    'Could the overhaul of line 2 be done on a Saturday without charge?',
  );
  const seen = await seenBy('lead', again);
  expect(seen.suggested).toHaveLength(1);
  expect(seen.suggested[0]).toMatchObject({
    requestId: first,
    askedBy: 'nowak',
    fate: 'possible-not-reasonable',
    placement: { reason: 'Saturdays are charged', clause: '3.1', byName: 'Adam Agent' },
  });
  expect((await seenBy('agent', first)).suggested).toEqual([]);

  const linked = await app.call(table.linkSameAsk, {
    as: 'lead',
    params: { id: again, toId: first },
    body: { same: true },
  });
  expect(linked.status).toBe(200);
  expect(await seenBy('agent', again)).toMatchObject({ suggested: [], linked: [{ requestId: first }] });
  expect((await seenBy('agent', first)).askedAgain.map((s) => [s.requestId, s.askedBy])).toEqual([[again, 'sales']]);
});

it('[T11] what a person says is not the same is not suggested again; another client’s ask never is', async () => {
  const nordic = await app.client('Nordic Mills', ['ada@nordic.example']);
  const words = ['Spare keys', 'Please send four spare keys for the control cabinet of the press.'] as const;
  const theirs = await ask(nordic, 0, ...words);
  const first = await ask(acme, 0, ...words);
  app.forward(60_000);
  const second = await ask(acme, 0, ...words);
  expect((await seenBy('agent', second)).suggested.map((s) => s.requestId)).toEqual([first]);
  const foreign = await app.call(table.linkSameAsk, {
    as: 'agent',
    params: { id: second, toId: theirs },
    body: { same: true },
  });
  expect(foreign.status).toBe(404);
  await app.call(table.linkSameAsk, { as: 'agent', params: { id: second, toId: first }, body: { same: false } });
  expect((await seenBy('agent', second)).suggested).toEqual([]);
  app.forward(400 * DAY);
  const third = await ask(acme, 0, ...words);
  expect((await seenBy('agent', third)).suggested).toEqual([]);
});

it('[T11] every labelled pair that wording can join is also found among the client’s other asks', async () => {
  const client = await app.client('Pairs', ['all@pairs.example']);
  const asked = (id: string, [subject, text]: readonly [string, string]) => ({
    id,
    clientId: 'c',
    subject,
    text,
    at: 0,
  });
  const joined = [...ASKS, ...ASKS_UNSEEN].filter(([a, b]) => sameAsk(asked('1', a), asked('2', b)).same);
  const ids = new Map<readonly [string, string], string>();
  for (const [a] of joined) if (!ids.has(a)) ids.set(a, await ask(client, 0, ...a));
  app.forward(60_000);
  const missed: string[] = [];
  for (const [a, b] of joined) {
    const again = await ask(client, 0, ...b);
    if (!(await seenBy('agent', again)).suggested.some((s) => s.requestId === ids.get(a))) missed.push(b[0]);
  }
  expect([joined.length > 10, missed]).toEqual([true, []]);
}, 60_000);

it('[T11] the search reads its index under row-level security, however many requests there are', async () => {
  const plan = await app.within(async (tx) => {
    await sql`insert into ask_word select workspace_id, client_id, word, at + n * interval '1 second', gen_random_uuid()
      from ask_word, generate_series(1, 300) n`.execute(tx);
    await sql`set local enable_seqscan = on`.execute(tx);
    const { rows } = await sql<{
      'QUERY PLAN': string;
    }>`explain select a.request_id from parley.ask_words('spare keys cabinet') w(word)
      cross join lateral (select request_id, at from ask_word where workspace_id = ${tx.workspaceId} and client_id = ${acme.id}
        and word = w.word and at >= '2020-01-01' order by at desc limit 200) a`.execute(tx);
    return rows.map((r) => r['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/Index (Only )?Scan Backward using ask_word_pkey/);
});
