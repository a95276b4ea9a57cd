import { afterAll, beforeAll, expect, it } from 'vitest';
import * as clients from '../src/contract/clients.ts';
import * as outside from '../src/contract/outside.ts';
import * as triage from '../src/contract/triage.ts';
import { DAY } from '../src/domain/shared/instant.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { talk } from './support/table.ts';

let app: TestServer;
let client: Client;

beforeAll(async () => {
  app = await testServer();
  client = await app.client('ACME Foundry', ['nowak@acme.example']);
  const made = await app.call(clients.putAgreement, {
    as: 'lead',
    params: { id: client.id },
    body: {
      title: 'Service agreement 2026',
      validFrom: new Date(app.ctx.now() - 30 * DAY).toISOString(),
      validTo: null,
      terms: {
        prices: [
          {
            key: 'night',
            name: 'Night hour',
            services: [],
            unit: 'hour',
            price: { minor: 12_000, currency: 'EUR' },
            clause: '7.1',
          },
          {
            key: 'out',
            name: 'Call-out',
            services: [],
            unit: 'fixed',
            price: { minor: 9_000, currency: 'EUR' },
            clause: '7.2',
          },
        ],
      },
    },
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.problem));
}, 60_000);
afterAll(() => app.close());

it('[P3] the honest no names exactly two ways; the second is an option priced by the agreement, not by whoever writes', async () => {
  const t = await talk(app, client, 'Night work');
  const params = { id: t.id };
  await app.call(triage.placeRequest, {
    as: 'agent',
    params,
    ifMatch: (await t.page()).version,
    body: { reasonable: 'no', possible: 'yes', reasonableKind: 'outside-scope', reason: 'not in the agreement' },
  });
  expect((await t.page()).moves.allowed).toContain('answer-outside-agreement');
  const ready = (await app.call(outside.outsideAgreement, { as: 'agent', params })).body;
  expect(ready.body.match(/^\d\./gm)).toEqual(['1.', '2.']);
  expect(ready.prices.map((p) => [p.key, p.minor, p.clause])).toEqual([
    ['night', 12_000, '7.1'],
    ['out', 9_000, '7.2'],
  ]);
  const { subject, body } = ready;
  const option = {
    title: 'Night work, charged',
    text: 'The crew comes at ten',
    lines: [
      { key: 'night', quantity: 2.5 },
      { key: 'out', quantity: 1 },
    ],
    hours: 2.5,
    at: null,
  };
  const wrong = await app.call(outside.answerOutside, {
    as: 'agent',
    params,
    body: { subject, body, option: { ...option, lines: [{ key: 'gift', quantity: 1 }] } },
  });
  expect([wrong.status, wrong.problem.code]).toEqual([409, 'price-unknown']);
  const sent = await app.call(outside.answerOutside, { as: 'agent', params, body: { subject, body, option } });
  expect(sent.status).toBe(201);
  const page = await t.page();
  expect(page.options.map((o) => [o.id, o.state, o.terms.costs])).toEqual([
    [
      sent.body.optionId,
      'draft',
      [
        { label: 'Night hour, 2.5 h', minor: 30_000, currency: 'EUR' },
        { label: 'Call-out', minor: 9_000, currency: 'EUR' },
      ],
    ],
  ]);
  const told = (await t.room()).messages.at(-1);
  expect([told?.id, told?.purpose, told?.body]).toEqual([sent.body.messageId, 'offer', body]);
  expect((await t.room()).options).toEqual([]);
});

it.each([
  ['en', 'exactly two ways'],
  ['ru', 'ровно два пути'],
  ['pl', 'dokładnie dwie drogi'],
  ['fr', 'exactement deux voies'],
])('[P3] the words are ready in %s, and the coach lets them out', async (lang, words) => {
  const t = await talk(app, client, 'Night work again');
  await app.within((tx) =>
    tx
      .updateTable('contact')
      .set({ lang })
      .where('id', '=', client.contacts[0] ?? '')
      .execute(),
  );
  const params = { id: t.id };
  const { subject, body } = (await app.call(outside.outsideAgreement, { as: 'agent', params })).body;
  expect(body).toContain(words);
  const sent = await app.call(outside.answerOutside, { as: 'agent', params, body: { subject, body, option: null } });
  expect([sent.status, sent.problem.code]).toEqual([201, undefined]);
});
