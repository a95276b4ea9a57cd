import { afterAll, beforeAll, expect, it } from 'vitest';
import * as accords from '../src/contract/accords.ts';
import * as conflict from '../src/contract/conflict.ts';
import * as conversation from '../src/contract/conversation.ts';
import * as negotiation from '../src/contract/negotiation.ts';
import { DAY } from '../src/domain/shared/instant.ts';
import { suspendTold } from '../src/features/conflict/conflict-clock.ts';
import { emptyOutbox } from '../src/features/mail/empty-outbox.ts';
import { tickTables } from '../src/features/negotiation/table-clock.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { type SmtpSink, smtpSink } from './support/smtp-sink.ts';
import { talk } from './support/table.ts';

let app: TestServer;
let sink: SmtpSink;
let client: Client;

beforeAll(async () => {
  app = await testServer();
  sink = await smtpSink();
  client = await app.client('ACME Foundry', ['nowak@acme.example', 'kowal@acme.example', 'boss@acme.example']);
  await app.within((tx) => tx.updateTable('contact').set({ may: 'decide' }).execute());
}, 60_000);
afterAll(async () => {
  await app.close();
  await sink.close();
});

const send = () => emptyOutbox({ ...app.ctx, smtpUrl: sink.url }).run(app.workspaceId);

it('[S11] two directors want opposite things: a notice that really went out suspends the work, and only the one who decides lets it go on', async () => {
  const [nowak = '', kowal = '', boss = ''] = client.contacts;
  const t = await talk(app, client, 'When to rebuild line 2');
  const params = { id: t.id };
  const { A } = await t.lay({ A: {} });
  if (!A) throw new Error('no option');
  await t.say('ours', A);
  await t.say('theirs', A);
  await t.sign();
  const { B } = await t.lay({ B: { text: 'at Easter instead' } });
  if (!B) throw new Error('no option');
  const before = await t.page();
  const due = before.promises.find((p) => p.side === 'ours')?.due ?? '';

  const positions = [
    { contactId: nowak, words: 'before the audit' },
    { contactId: kowal, words: 'never in the season' },
  ];
  const wish = { matter: 'Rebuild before or after the season?', positions };
  const alone = { ...wish, positions: [positions[0], positions[0]] };
  const one = await app.call(conflict.openConflict, { as: 'agent', params, body: alone });
  expect(one.problem.code).toBe('two-people-needed');
  expect((await app.call(conflict.openConflict, { as: 'agent', params, body: wish })).status).toBe(201);

  await suspendTold(app.ctx);
  const told = await t.page();
  expect([told.talk, told.conflict?.state, told.conflict?.people.map((p) => p.delivery)]).toEqual([
    before.talk,
    'told',
    ['queued', 'queued'],
  ]);
  await send();
  await suspendTold(app.ctx);
  expect(sink.mails.filter((m) => m.raw.includes('Who decides?')).flatMap((m) => m.to)).toEqual(
    expect.arrayContaining(['nowak@acme.example', 'kowal@acme.example']),
  );
  const rests = await t.page();
  expect(rests).toMatchObject({
    talk: 'suspended',
    conflict: { state: 'suspended', people: [{ delivery: 'sent' }, { delivery: 'sent' }] },
    moves: { next: { code: 'get-decision' } },
  });

  app.forward(20 * DAY);
  await tickTables(app.ctx);
  expect((await t.page()).options.find((o) => o.id === B.id)?.state).toBe('on-the-table');
  const works = { params: { id: t.id, optionId: B.id }, body: { hash: B.hash, kind: 'works' as const } };
  expect((await app.call(negotiation.takeStanceInRoom, { as: t.contact, ...works })).problem.code).toBe('suspended');

  const second = await app.room(client.id, kowal, t.id);
  const third = await app.room(client.id, boss, t.id);
  const decide = (as: { cookie: string }) =>
    app.call(conflict.decideConflict, { as, params, body: { decision: 'After the season.' } });
  expect((await decide(t.contact)).problem.code).toBe('decision-maker-missing');
  const named = await app.call(conflict.nameDeciderInRoom, { as: second, params, body: { contactId: boss } });
  expect(named.status).toBe(201);
  const grab = await app.call(conflict.nameDeciderInRoom, { as: t.contact, params, body: { contactId: nowak } });
  expect(grab.problem.code).toBe('not-the-decision-maker');
  for (const who of [t.contact, second]) expect((await decide(who)).problem.code).toBe('not-the-decision-maker');

  expect((await decide(third)).status).toBe(201);
  const after = await t.page();
  expect(after).toMatchObject({
    talk: 'talking',
    ball: 'ours',
    conflict: { state: 'decided', decision: 'After the season.', decidedBy: 'boss' },
  });
  const moved = Date.parse(after.promises.find((p) => p.side === 'ours')?.due ?? '') - Date.parse(due);
  expect(Math.round(moved / DAY)).toBe(20);
  await tickTables(app.ctx);
  expect((await t.page()).options.find((o) => o.id === B.id)?.state).toBe('on-the-table');
  expect((await app.call(negotiation.takeStanceInRoom, { as: third, ...works })).status).toBe(201);
});

it('[S11] a decision by mail counts only when the one who decides wrote it; a replacement is recorded; nobody signs meanwhile', async () => {
  const [nowak = '', kowal = '', boss = ''] = client.contacts;
  const t = await talk(app, client, 'Which colour');
  const params = { id: t.id };
  const { A } = await t.lay({ A: {} });
  if (!A) throw new Error('no option');
  await t.say('ours', A);
  await t.say('theirs', A);
  const positions = [nowak, kowal].map((contactId) => ({ contactId, words: `as ${contactId} says` }));
  await app.call(conflict.openConflict, { as: 'agent', params, body: { matter: 'Red or blue?', positions } });
  await send();
  await suspendTold(app.ctx);
  const accord = (await t.page()).accords[0];
  const pen = { fingerprint: accord?.fingerprint ?? '', typedName: 'Maria Nowak', understood: true as const };
  const path = { id: accord?.id ?? '' };
  const signed = await app.call(accords.signAccordInRoom, { as: t.contact, params: path, body: pen });
  expect(signed.problem.code).toBe('suspended');

  const name = (contactId: string, why: string) =>
    app.call(conflict.nameDecider, { as: 'agent', params, body: { contactId, why } });
  await name(kowal, 'said so by mail');
  const write = async (contact: { cookie: string }, body: string): Promise<string> => {
    await app.call(conversation.writeInRoom, { as: contact, params, body: { body } });
    return (await t.page()).messages.at(-1)?.id ?? '';
  };
  const byNowak = await write(t.contact, 'Red.');
  const record = (messageId: string) =>
    app.call(conflict.recordDecision, { as: 'agent', params, body: { messageId, decision: 'Red.' } });
  expect((await record(byNowak)).problem.code).toBe('not-the-decision-maker');
  await name(boss, 'kowal is ill, the board said boss decides');
  const byBoss = await write(await app.room(client.id, boss, t.id), 'Red it is.');
  expect((await record(byBoss)).status).toBe(201);
  expect(await t.page()).toMatchObject({ talk: 'talking', conflict: { state: 'decided', decidedBy: 'boss' } });
  const { items } = await app.within(async (tx) => ({
    items: await tx
      .selectFrom('event')
      .select('data')
      .where('kind', '=', 'conflict.decider-named')
      .where('request_id', '=', t.id)
      .orderBy('seq')
      .execute(),
  }));
  expect(items.at(-1)?.data).toMatchObject({ contact: boss, insteadOf: kowal });
});
