import { afterAll, beforeAll, expect, it } from 'vitest';
import * as method from '../src/contract/method-change.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { talk } from './support/table.ts';

let app: TestServer;
let client: Client;

beforeAll(async () => {
  app = await testServer();
  client = await app.client('ACME Foundry', ['nowak@acme.example', 'kowal@acme.example']);
}, 60_000);
afterAll(() => app.close());

const EUR = { currency: 'EUR' };
const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

it('[S2] another way than agreed: both side by side, the client chooses and signs an accord that amends the old one, changes are counted', async () => {
  const t = await talk(app, client, 'Swap the drive of line 2');
  const params = { id: t.id };
  const goal = (await t.page()).entries.find((e) => e.kind === 'interest')?.id ?? '';
  const ask = (words: string, title: string, terms: object) =>
    app.call(method.askOtherWay, { as: 'agent', params, body: { words, title, terms: { ...wish, ...terms } } });
  const wish = {
    text: 'Saturday, with their own crane',
    costs: [{ label: 'crew on Saturday', minor: 48_000, ...EUR }],
    date: { kind: 'by-hand', at: at(9) },
    effortHours: 2,
    scopeIn: [],
    scopeOut: [],
    assumptions: [],
    weDo: [{ text: 'Replace the drive' }],
    youDo: [{ text: 'Bring the crane' }],
    meets: [],
    misses: [],
  };
  expect((await ask('On Saturday, please', 'Saturday', {})).problem.code).toBe('nothing-agreed');

  const { A } = await t.lay({ A: { date: { kind: 'by-hand', at: at(4) }, meets: [goal] } });
  if (!A) throw new Error('no option');
  await t.say('ours', A);
  await t.say('theirs', A);
  await t.sign();

  // The first wish: they look at both and stay.
  const first = (await ask('On Saturday, please', 'Saturday', {})).body;
  expect((await ask('No, on Sunday', 'Sunday', {})).problem.code).toBe('method-change-open');
  const seen = await t.room();
  expect(seen.methodChanges).toMatchObject([
    {
      number: 1,
      state: 'open',
      words: 'On Saturday, please',
      between: { cost: [{ minor: 48_000, ...EUR }], gives: [goal], loses: [goal], gains: [] },
    },
  ]);
  const { from, to } = seen.methodChanges[0]?.between ?? {};
  expect(Math.round((Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000)).toBe(5);
  const hashOf = (id: string, page: Awaited<ReturnType<typeof t.room>>) => page.options.find((o) => o.id === id)?.hash;
  const choose = async (endpoint: typeof method.takeNewWay | typeof method.stayWithAgreed, as = t.contact) => {
    const page = await t.room();
    const change = page.methodChanges.at(-1);
    const body = { hash: hashOf(change?.wishedId ?? '', page) };
    return app.call(endpoint as typeof method.takeNewWay, {
      as,
      params: { ...params, changeId: change?.id ?? '' },
      body,
    });
  };
  expect((await choose(method.stayWithAgreed)).status).toBe(201);
  const stayed = await t.page();
  expect(stayed.methodChanges.map((c) => c.state)).toEqual(['kept']);
  expect(stayed.options.map((o) => o.state)).toEqual(['agreed', 'declined']);
  expect([stayed.accords.at(-1)?.state, stayed.ball, stayed.rounds.at(-1)?.outcome]).toEqual([
    'in-force',
    'ours',
    'none-works',
  ]);
  expect((await choose(method.takeNewWay)).status).toBe(409);

  // The second: they take it, and sign; the old accord is amended, not altered.
  await ask('Saturday after all, the crane is there', 'Saturday again', { text: 'Saturday, crane confirmed' });
  expect((await choose(method.takeNewWay)).body.agreed).toBe(true);
  expect((await t.page()).methodChanges.map((c) => c.state)).toEqual(['kept', 'chosen']);
  await t.sign();
  const page = await t.page();
  expect(page.methodChanges.map((c) => c.state)).toEqual(['kept', 'made']);
  expect(page.accords.map((a) => a.state)).toEqual(['amended', 'in-force']);
  expect(page.accords.at(-1)?.amendsId).toBe(page.accords[0]?.id);
  expect((await t.room()).methodChanges).toHaveLength(2);
  expect(first.number).toBe(1);
});

it('[S2] who may only look chooses nothing, and another request’s change cannot be chosen', async () => {
  const t = await talk(app, client, 'Paint the gate');
  const { A } = await t.lay({ A: {} });
  if (!A) throw new Error('no option');
  await t.say('ours', A);
  await t.say('theirs', A);
  const change = { changeId: '018f0000-0000-7000-8000-000000000000' };
  const call = { params: { id: t.id, ...change }, body: { hash: A.hash } };
  expect((await app.call(method.takeNewWay, { as: t.contact, ...call })).problem.code).toBe('not-found');
  await app.within((tx) =>
    tx
      .updateTable('contact')
      .set({ may: 'see' })
      .where('id', '=', client.contacts[1] ?? '')
      .execute(),
  );
  const looker = await app.room(client.id, client.contacts[1] ?? '', t.id);
  expect((await app.call(method.stayWithAgreed, { as: looker, ...call })).problem.code).toBe('not-allowed');
});
