import { afterAll, beforeAll, expect, it } from 'vitest';
import * as conversation from '../src/contract/conversation.ts';
import * as playbooks from '../src/contract/playbooks.ts';
import * as situations from '../src/contract/situations.ts';
import { PLAYBOOKS } from '../src/domain/playbooks/playbooks.ts';
import { translator } from '../src/platform/i18n/translator.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { type Talk, talk } from './support/table.ts';

let app: TestServer;
let client: Client;

beforeAll(async () => {
  app = await testServer();
  client = await app.client('ACME Foundry', ['nowak@acme.example', 'kowal@acme.example']);
}, 60_000);
afterAll(() => app.close());

const begin = (t: Talk, playbook: string) =>
  app.call(playbooks.startPlaybook, { as: 'agent', params: { id: t.id }, body: { playbook } });
const move = (t: Talk, runId: string, body: object) =>
  app.call(playbooks.movePlaybook, { as: 'agent', params: { id: t.id, runId }, body });
const states = async (t: Talk) => (await t.page()).playbook.run?.steps.map((s) => `${s.id} ${s.state}`);

it('[L6] a playbook guides a request: steps are ticked, skipped with a reason, moved, opened again, and it is left for free work', async () => {
  const t = await talk(app, client, 'They shout');
  const { id: runId } = (await begin(t, 's1')).body;
  expect((await begin(t, 's2')).problem.code).toBe('playbook-runs');
  expect((await move(t, runId, { kind: 'done', step: 's1-listen' })).status).toBe(201);
  expect((await move(t, runId, { kind: 'done', step: 's1-log' })).problem).toMatchObject({
    code: 'step-not-yet',
    data: { guard: 'heated-logged' },
  });
  const words = 'shouted for an hour';
  const body = { contactId: client.contacts[0], words };
  await app.call(situations.logHeated, { as: 'agent', params: { id: t.id }, body });
  expect((await move(t, runId, { kind: 'done', step: 's1-log' })).status).toBe(201);
  expect((await move(t, runId, { kind: 'skip', step: 's1-answer', why: '' })).status).toBe(422);
  await move(t, runId, { kind: 'skip', step: 's1-answer', why: 'she rang instead' });
  await move(t, runId, { kind: 'up', step: 's1-calm' });
  expect(await states(t)).toEqual(['s1-listen done', 's1-log done', 's1-calm open', 's1-answer skipped']);
  await move(t, runId, { kind: 'open', step: 's1-answer' });
  expect((await move(t, runId, { kind: 'leave', why: 'no playbook fits' })).status).toBe(201);
  const page = await t.page();
  expect(page.playbook).toMatchObject({ run: null, earlier: [{ playbook: 's1', name: null }] });
  expect((await move(t, runId, { kind: 'done', step: 's1-calm' })).problem.code).toBe('playbook-left');
  expect((await begin(t, 's2')).status).toBe(201);
  const told = await app.within((tx) =>
    tx.selectFrom('event').select(['kind', 'data']).where('request_id', '=', t.id).orderBy('seq').execute(),
  );
  expect(told.find((e) => e.kind === 'playbook.leave')?.data).toMatchObject({ why: 'no playbook fits' });
  expect(told.find((e) => e.kind === 'playbook.skip')?.data).toMatchObject({ why: 'she rang instead' });
});

it('what fits is suggested by what the desk knows and begins only when a person begins it', async () => {
  const t = await talk(app, client, 'Where are you');
  expect((await t.page()).playbook).toEqual({ run: null, earlier: [], suggested: null });
  const write = (body: string) =>
    app.call(conversation.writeInRoom, { as: t.contact, params: { id: t.id }, body: { body } });
  await write('This is unacceptable, we are fed up. Answer!!');
  const tense = await t.page();
  expect(tense.playbook).toMatchObject({ run: null, suggested: { code: 's1', because: 'tense' } });
  expect(JSON.stringify(await t.room())).not.toContain('playbook');
  const no = { as: 'agent', params: { id: t.id }, body: { playbook: 's1' } } as const;
  await app.call(playbooks.declinePlaybook, no);
  expect((await t.page()).playbook).toMatchObject({ suggested: null, earlier: [] });

  const due = new Date(app.ctx.now() - 86_400_000).toISOString();
  await t.lay({ A: {} }).then(async ({ A }) => {
    if (!A) throw new Error('no option');
    await t.say('ours', A);
    await t.say('theirs', A);
  });
  await t.sign();
  await app.within((tx) =>
    tx.updateTable('promise').set({ due }).where('request_id', '=', t.id).where('side', '=', 'theirs').execute(),
  );
  expect((await t.page()).playbook.suggested).toEqual({ code: 's7', because: 'their-late' });
  await begin(t, 's7');
  expect((await t.page()).playbook).toMatchObject({ run: { playbook: 's7', state: 'running' }, suggested: null });
});

it('[L6] the team copies a playbook, words it anew and puts it in its own order; what runs stays as it was begun', async () => {
  const step = (title: string, more: object = {}) => ({ title, how: '', action: null, letter: '', ...more });
  const own = {
    name: 'When they shout',
    when: 'On the hotline',
    copiedFrom: 's1',
    steps: [step('Breathe'), step('Write', { action: 'letter', letter: 'Dear {name}, we have heard you.' })],
  };
  expect((await app.call(playbooks.writePlaybook, { as: 'agent', body: own })).status).toBe(403);
  const { id } = (await app.call(playbooks.writePlaybook, { as: 'lead', body: own })).body;
  const t = await talk(app, client, 'On the hotline');
  const { id: runId } = (await begin(t, id)).body;
  const { copiedFrom: _from, ...words } = own;
  const change = (ifMatch: number) =>
    app.call(playbooks.changePlaybook, {
      as: 'lead',
      params: { id },
      ifMatch,
      body: { ...words, steps: words.steps.toReversed() },
    });
  expect((await change(1)).body.version).toBe(2);
  expect((await change(1)).problem.code).toBe('stale');
  const run = (await t.page()).playbook.run;
  expect([run?.name, run?.steps.map((s) => s.title)]).toEqual(['When they shout', ['Breathe', 'Write']]);
  const params = { id: t.id, runId, step: 'own-2' };
  const letter = (await app.call(playbooks.playbookLetter, { as: 'agent', params })).body;
  expect(letter.body).toBe('Dear nowak, we have heard you.');
  expect((await app.call(playbooks.listPlaybooks, { as: 'agent' })).body.items).toMatchObject([{ id, version: 2 }]);
  expect((await app.call(playbooks.archivePlaybook, { as: 'lead', params: { id } })).status).toBe(200);
  expect((await app.call(playbooks.listPlaybooks, { as: 'agent' })).body.items).toEqual([]);
  expect((await begin(await talk(app, client, 'Again'), id)).problem.code).toBe('not-found');
});

it('every ready message is there in four languages, with the person’s name', async () => {
  const steps = PLAYBOOKS.flatMap((p) => [...p.steps]).filter((s) => 'action' in s && s.action === 'letter');
  expect(steps.length).toBeGreaterThan(10);
  const langs = ['en', 'ru', 'pl', 'fr'];
  for (const { id } of steps) {
    const all = langs.map((lang) => translator(lang)(`playbook-letters.${id}`, { name: 'Maria Nowak' }));
    expect(new Set(all).size, id).toBe(4);
    expect(
      all.every((words) => words.includes('Maria Nowak')),
      id,
    ).toBe(true);
  }
  const t = await talk(app, client, 'Po polsku');
  await app.within((tx) =>
    tx
      .updateTable('contact')
      .set({ lang: 'pl' })
      .where('id', '=', client.contacts[0] ?? '')
      .execute(),
  );
  const { id: runId } = (await begin(t, 's12')).body;
  const params = { id: t.id, runId, step: 's12-say' };
  const letter = (await app.call(playbooks.playbookLetter, { as: 'agent', params })).body;
  expect(letter.body).toContain('to był nasz błąd');
});
