import { afterAll, beforeAll, expect, it } from 'vitest';
import { addProduct } from '../src/contract/clients.ts';
import * as handover from '../src/contract/handover.ts';
import * as listening from '../src/contract/listening.ts';
import * as promises from '../src/contract/promises.ts';
import { today } from '../src/contract/today.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { talk } from './support/table.ts';

let app: TestServer;
let client: Client;
beforeAll(async () => {
  app = await testServer();
  client = await app.client('ACME Foundry', ['nowak@acme.example']);
  await app.within((tx) => tx.updateTable('contact').set({ lang: 'pl' }).execute());
}, 60_000);
afterAll(() => app.close());

const HOUR = 3_600_000;
const kinds = async (as: 'lead' | 'agent') =>
  (await app.call(today, { as })).body.items.map((i) => i.kind).filter((k) => k.startsWith('handover'));

it('[P7] a request changes hands only once the receiver has said back in own words what they understood; what the ledger knows goes along, and the client is told by a click', async () => {
  const t = await talk(app, client, 'Weekend work on the line');
  const params = { id: t.id };
  for (const [kind, text] of [
    ['condition', 'no extra cost'],
    ['already-has', 'a spare drive from Siemens'],
    ['question', 'Who has the badge?'],
  ])
    await app.call(listening.addEntry, { as: 'agent', params, body: { kind, text } });
  const fan = { name: 'A cooling fan', productKey: null, fromWhom: 'us', since: null };
  await app.call(addProduct, { as: 'agent', params: { id: client.id }, body: fan });
  const promise = (text: string) =>
    app.call(promises.makePromise, {
      as: 'agent',
      params,
      body: {
        side: 'ours',
        kind: 'answer',
        text,
        due: new Date(Date.now() + 72 * HOUR).toISOString(),
        dueZone: 'Europe/Warsaw',
        openQuestionsWhy: 'the badge does not matter here',
      },
    });
  const goes = (await promise('Call back about the drive')).body.id;
  const stays = (await promise('Send the drawing')).body.id;

  const before = (await app.call(handover.handoverOf, { as: 'agent', params })).body;
  expect(before.ready).toMatchObject({
    conditions: ['no extra cost'],
    has: ['a spare drive from Siemens', 'A cooling fan'],
    questions: ['Who has the badge?'],
  });
  expect(before.ready.promises.map((p) => [p.text, p.ownerName])).toEqual(
    expect.arrayContaining([
      ['Call back about the drive', 'Adam Agent'],
      ['Send the drawing', 'Adam Agent'],
    ]),
  );
  const summary =
    'They need the line on Monday and will not pay for the weekend; Ms Nowak is tense since the last delay.';
  const wish = {
    toId: app.people.lead,
    severity: 'watch',
    mood: 'tense',
    summary,
    ifThen: [{ when: 'the drive does not fit', we: 'call the Siemens partner in Łódź' }],
    promiseIds: [goes],
  };
  const offer = () => app.call(handover.handOver, { as: 'agent', params, body: wish });
  expect((await app.call(handover.handOver, { as: 'lead', params, body: wish })).problem.code).toBe(
    'handover-to-oneself',
  );
  const { id } = (await offer()).body;
  expect((await offer()).problem.code).toBe('handover-runs');
  expect(await kinds('lead')).toEqual(['handover']);

  const at = { params: { id } };
  const receive = (as: 'lead' | 'agent', restated: string) =>
    app.call(handover.receiveHandover, { as, ...at, body: { restated } });
  expect((await receive('lead', 'ok')).problem.code).toBe('restatement-missing');
  expect((await receive('lead', summary)).problem.code).toBe('restate-in-own-words');
  expect((await receive('agent', 'Monday counts, no money, be careful with her.')).problem.code).toBe(
    'not-handed-to-you',
  );
  expect((await t.page()).ownerName).not.toBe('Lena Lead');

  await app.call(handover.askBack, { as: 'lead', ...at, body: { question: 'Is the crew booked?' } });
  expect([await kinds('lead'), await kinds('agent')]).toEqual([[], ['handover-asked']]);
  await app.call(handover.answerBack, { as: 'agent', ...at, body: { answer: 'Not yet.' } });
  expect((await receive('lead', 'Monday counts. I find a crew first, nothing may cost them more.')).status).toBe(201);

  const after = await t.page();
  expect(after.ownerName).toBe('Lena Lead');
  expect(after.promises.map((p) => [p.id, p.makerName])).toEqual(
    expect.arrayContaining([
      [goes, 'Lena Lead'],
      [stays, 'Adam Agent'],
    ]),
  );
  expect(await kinds('lead')).toEqual(['handover-tell']);
  const { letter } = (await app.call(handover.handoverOf, { as: 'lead', params })).body;
  expect(letter?.body).toContain('Lena Lead');
  expect(letter?.subject).toContain('Kto się teraz tym zajmuje');
  const tell = () =>
    app.call(handover.tellWhoHasIt, { as: 'lead', ...at, body: { subject: letter?.subject, body: letter?.body } });
  expect((await tell()).status).toBe(201);
  expect((await tell()).problem.code).toBe('client-told-already');
  expect((await t.room()).messages.at(-1)?.body).toContain('Lena Lead');
  expect(await kinds('lead')).toEqual([]);
});

it('[P7] the database itself keeps a handover from being accepted without a restatement, and the room never sees one', async () => {
  const t = await talk(app, client, 'The press');
  const wish = {
    toId: app.people.lead,
    severity: 'steady',
    mood: 'good',
    summary: 'The press loses oil since Tuesday.',
  };
  const { id } = (await app.call(handover.handOver, { as: 'agent', params: { id: t.id }, body: wish })).body;
  await expect(
    app.within((tx) => tx.updateTable('handover').set({ state: 'accepted' }).where('id', '=', id).execute()),
  ).rejects.toThrow(/handover/);
  expect(JSON.stringify(await t.room())).not.toContain('loses oil');
  expect((await app.call(handover.withdrawHandover, { as: 'agent', params: { id }, body: {} })).status).toBe(201);
  expect(await kinds('lead')).toEqual([]);
});
