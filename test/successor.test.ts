import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getClient } from '../src/contract/clients.ts';
import * as conversation from '../src/contract/conversation.ts';
import * as conflict from '../src/contract/conflict.ts';
import * as promises from '../src/contract/promises.ts';
import { roomRequest } from '../src/contract/room.ts';
import * as succession from '../src/contract/succession.ts';
import { emptyOutbox } from '../src/features/mail/empty-outbox.ts';
import { SENDERS, sendersInCode } from './support/senders.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { type SmtpSink, smtpSink } from './support/smtp-sink.ts';
import { talk } from './support/table.ts';

let app: TestServer;
let sink: SmtpSink;
beforeAll(async () => {
  app = await testServer();
  sink = await smtpSink();
}, 60_000);
afterAll(async () => {
  await app.close();
  await sink.close();
});

let n = 0;
const aClient = (): Promise<Client> => {
  n += 1;
  return app.client(`Client ${n}`, [`nowak${n}@acme.example`, `kowal${n}@acme.example`]);
};
const send = () => emptyOutbox({ ...app.ctx, smtpUrl: sink.url }).run(app.workspaceId);
const gone = (id: string, how: 'left' | 'died' = 'died', successorId: string | null = null) =>
  app.call(succession.contactGone, { as: 'agent', params: { id }, body: { how, successorId } });

/** Mails that are for this person and may still leave, or have left. */
const leaving = async (contactId: string): Promise<number> => {
  const rows = await app.within((tx) =>
    tx
      .selectFrom('outbox')
      .select('id')
      .where('contact_id', '=', contactId)
      .where('state', 'in', ['queued', 'retry', 'sending', 'sent'])
      .execute(),
  );
  return rows.length;
};

describe('[S5] nothing is ever sent to the dead', () => {
  it('[S5] every sender in the code is tried below', () => {
    const senders = sendersInCode();
    expect(senders.length).toBeGreaterThan(12);
    expect(senders, 'a new sender needs its line in test/support/senders.ts').toEqual(Object.keys(SENDERS).toSorted());
  });

  it.each(Object.entries(SENDERS))(
    '[S5] %s writes to the living and stays silent towards the dead',
    async (_file, prepare) => {
      const alive = await prepare(app, await aClient());
      const before = await leaving(alive.contactId);
      await alive.act();
      expect(await leaving(alive.contactId), 'it was reached, and wrote').toBeGreaterThan(before);

      const dead = await prepare(app, await aClient());
      expect((await gone(dead.contactId)).status).toBe(201);
      expect(await leaving(dead.contactId), 'what waited was undone').toBe(0);
      await dead.act().catch(() => undefined);
      expect(await leaving(dead.contactId)).toBe(0);
    },
  );

  it('[S5] a mail that waits, one that is tried again and one a worker holds do not leave once the person is marked', async () => {
    const client = await aClient();
    const [nowak = ''] = client.contacts;
    const t = await talk(app, client, 'Three letters');
    const reply = () =>
      app.call(conversation.reply, { as: 'agent', params: { id: t.id }, body: { body: 'On Tuesday.' } });
    for (let i = 0; i < 3; i += 1) await reply();
    const [a, b] = await app.within((tx) =>
      tx.selectFrom('outbox').select('id').where('contact_id', '=', nowak).where('state', '=', 'queued').execute(),
    );
    const set = (id: string | undefined, state: 'retry' | 'sending') =>
      app.within((tx) =>
        tx
          .updateTable('outbox')
          .set({ state, phase: 'before-354' })
          .where('id', '=', id ?? '')
          .execute(),
      );
    await set(a?.id, 'retry');
    await set(b?.id, 'sending');
    await gone(nowak);
    app.forward(60_000);
    const seen = sink.mails.length;
    await send();
    expect(sink.mails.slice(seen).flatMap((m) => m.to)).not.toContain(`nowak${n}@acme.example`);
    expect(await leaving(nowak)).toBe(0);
    await app.within((tx) =>
      tx.updateTable('outbox').set({ state: 'queued' }).where('contact_id', '=', nowak).execute(),
    );
    await send();
    expect(await leaving(nowak), 'nobody brings it back to the queue').toBe(0);
  });

  it('[S5] the address counts as well as the person', async () => {
    const client = await aClient();
    const [nowak = '', kowal = ''] = client.contacts;
    await talk(app, client, 'By address');
    await gone(nowak);
    const row = { id: crypto.randomUUID(), from_address: 's@firm.example', recipient: `NOWAK${n}@acme.example` };
    const raw = { rfc_message_id: '<x@y>', raw: Buffer.from('x'), not_before: new Date().toISOString() };
    const insert = app.within((tx) =>
      tx
        .insertInto('outbox')
        .values({ workspace_id: app.workspaceId, contact_id: kowal, created_at: raw.not_before, ...row, ...raw })
        .execute(),
    );
    await expect(insert).rejects.toThrow(/no longer there/);
  });
});

it('[S5] the successor takes over requests, rights in the room, promises and the decision; words for them are ready in their language', async () => {
  const client = await aClient();
  const [nowak = '', kowal = ''] = client.contacts;
  await app.within((tx) => tx.updateTable('contact').set({ lang: 'fr' }).where('id', '=', kowal).execute());
  const t = await talk(app, client, 'Weekend work');
  const params = { id: t.id };
  const theirs = { side: 'theirs', kind: 'other', text: 'Clear line 2', dueZone: 'UTC', source: 'call' };
  const due = new Date(Date.now() + 3 * 86_400_000).toISOString();
  await app.call(promises.makePromise, { as: 'agent', params, body: { ...theirs, due } });
  await app.call(conflict.nameDecider, { as: 'agent', params, body: { contactId: nowak, why: 'she said so' } });
  expect((await app.call(succession.inheritanceOf, { as: 'agent', params: { id: nowak } })).body).toMatchObject({
    requests: 1,
    promises: 1,
    decides: 1,
  });

  const other = await aClient();
  expect((await gone(nowak, 'died', other.contacts[0] ?? '')).problem.code).toBe('successor-not-fitting');
  expect((await gone(nowak, 'died', nowak)).problem.code).toBe('successor-not-fitting');
  expect((await gone(nowak, 'died', kowal)).status).toBe(201);
  expect((await gone(nowak, 'left')).problem.code).toBe('contact-gone-already');

  const page = await t.page();
  expect(page.contact).toMatchObject({ id: kowal, may: 'decide' });
  expect(page.decisionMakerId).toBe(kowal);
  expect(page.promises.map((p) => p.makerName)).toEqual([page.contact?.name]);
  expect((await app.call(roomRequest, { as: t.contact, params })).problem.code, 'her link is ended').toBe('signed-out');
  const second = await app.room(client.id, kowal, t.id);
  expect((await app.call(roomRequest, { as: second, params })).body.me.may).toBe('decide');

  const ready = (await app.call(succession.goneLetter, { as: 'agent', params: { id: nowak } })).body;
  expect([ready?.requestId, ready?.subject]).toEqual([t.id, 'Nos condoléances']);
  const words = { requestId: t.id, subject: ready?.subject, body: ready?.body };
  expect((await app.call(succession.sendGoneLetter, { as: 'agent', params: { id: nowak }, body: words })).status).toBe(
    201,
  );
  app.forward(60_000);
  await send();
  const last = sink.mails.filter((m) => m.raw.includes('condol'));
  expect(last.flatMap((m) => m.to)).toEqual([`kowal${n - 1}@acme.example`]);

  const shown = (await app.call(getClient, { as: 'agent', params: { id: client.id } })).body.contacts;
  expect(shown.find((c) => c.id === nowak)).toMatchObject({ status: 'died', successorId: kowal });
  expect((await app.call(succession.contactBack, { as: 'agent', params: { id: nowak }, body: {} })).status).toBe(201);
  expect((await app.call(conversation.reply, { as: 'agent', params, body: { body: 'Good day.' } })).status).toBe(201);
});
