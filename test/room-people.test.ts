import { afterAll, beforeAll, expect, it } from 'vitest';
import * as negotiation from '../src/contract/negotiation.ts';
import * as room from '../src/contract/room.ts';
import * as wire from '../src/contract/room-people.ts';
import { roomLink } from '../src/features/room/public.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { outgoing } from './support/mails.ts';
import { type Talk, talk } from './support/table.ts';

let app: TestServer;
let client: Client;
let t: Talk;

beforeAll(async () => {
  app = await testServer();
  client = await app.client('ACME Foundry', ['nowak@acme.example', 'kowal@acme.example', 'lis@acme.example']);
  t = await talk(app, client, 'Weekend work');
  await app.within((tx) =>
    tx
      .updateTable('contact')
      .set({ may: 'see' })
      .where('id', '=', client.contacts[2] ?? '')
      .execute(),
  );
}, 60_000);
afterAll(() => app.close());

const people = async () => (await app.call(wire.roomPeople, { as: 'agent', params: { id: t.id } })).body.items;

it('[P9] each person comes in by a link of their own, with their own rights: who may only see changes nothing', async () => {
  const [, , lis = ''] = client.contacts;
  const sent = await app.call(wire.inviteIntoRoom, {
    as: 'agent',
    params: { id: t.id, contactId: lis },
    body: {},
  });
  expect(sent.status).toBe(201);
  const mail = (await outgoing(app, t.id)).at(-1);
  expect([mail?.recipient, mail?.raw.toString().includes('/room#t=')]).toEqual(['lis@acme.example', true]);
  expect((await people()).map((p) => [p.name, p.may, p.links > 0])).toEqual([
    ['kowal', 'talk', false],
    ['lis', 'see', true],
    ['nowak', 'decide', true],
  ]);
  const cookie = await app.room(client.id, lis, t.id);
  const { A } = await t.lay({ A: {} });
  if (!A) throw new Error('no option');
  expect((await app.call(room.roomRequest, { as: cookie, params: { id: t.id } })).body.me.may).toBe('see');
  const said = { params: { id: t.id, optionId: A.id }, body: { hash: A.hash, kind: 'works' as const } };
  expect((await app.call(negotiation.takeStanceInRoom, { as: cookie, ...said })).status).toBe(403);
});

it('[P9] a link that is revoked opens nothing, what was open through it is closed, and others stay as they are', async () => {
  const [, kowal = ''] = client.contacts;
  const theirs = await app.room(client.id, kowal, t.id);
  const path = { id: t.id, contactId: kowal };
  const to = { clientId: client.id, contactId: kowal, requestId: t.id };
  const link = await app.within((tx) => roomLink(tx, app.ctx.publicUrl, to, app.ctx.now()));
  const token = link.split('#t=')[1] ?? '';
  expect((await app.call(room.openRoom, { body: { token } })).status).toBe(201);
  expect((await app.call(wire.revokeLinks, { as: 'agent', params: path })).status).toBe(200);
  expect((await app.call(room.openRoom, { body: { token } })).problem.code).toBe('link-invalid');
  expect((await app.call(room.roomRequest, { as: theirs, params: { id: t.id } })).status).toBe(401);
  expect((await t.room()).id).toBe(t.id);
  expect((await people()).find((p) => p.contactId === kowal)).toMatchObject({ links: 0, sessions: 0 });
});

it('[P9] nobody of another client is asked to the table', async () => {
  const other = await app.client('Nordic Mills', ['ada@nordic.example']);
  const path = { id: t.id, contactId: other.contacts[0] ?? '' };
  expect((await app.call(wire.inviteIntoRoom, { as: 'agent', params: path, body: {} })).status).toBe(404);
  expect((await app.call(wire.revokeLinks, { as: 'agent', params: path })).status).toBe(404);
});
