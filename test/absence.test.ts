import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as absence from '../src/contract/absence.ts';
import * as promises from '../src/contract/promises.ts';
import * as requests from '../src/contract/requests.ts';
import { today } from '../src/contract/today.ts';
import * as visits from '../src/contract/visits.ts';
import { snooze } from '../src/contract/worklist.ts';
import { DAY, HOUR, MINUTE } from '../src/domain/shared/instant.ts';
import { type Client, type Seat, type TestServer, testServer } from './support/server.ts';
import { visitsOf } from './support/visits.ts';

// S6: our colleague vanished. Adam is the one; Lena stands in.
let app: TestServer;
let acme: Client;
let kit: ReturnType<typeof visitsOf>;

beforeAll(async () => {
  app = await testServer();
  acme = await app.client('ACME Foundry', ['nowak@acme.example']);
  kit = visitsOf(app);
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => void (await app.call(absence.endAbsence, { as: 'lead', params: { id: app.people.agent } })));

const adam = () => ({ id: app.people.agent });
const iso = (ms: number): string => new Date(ms).toISOString();
const away = (as: Seat, change: Record<string, unknown> = {}) => {
  const now = app.ctx.now();
  const body = { from: iso(now - HOUR), until: iso(now + 14 * DAY), substituteId: app.people.lead, ...change };
  return app.call(absence.setAbsence, { as, params: adam(), body });
};
const theirs = async (id = app.people.agent) => (await app.call(absence.theirs, { as: 'lead', params: { id } })).body;
const kinds = async (as: Seat): Promise<string[]> => (await app.call(today, { as })).body.items.map((i) => i.kind);

/** A request of Adam's with a promise, a visit the client was told of, and a next step of his on a request of Lena's. */
async function work(days: number) {
  const requestId = await kit.ask(`Line ${days}`, acme);
  const plan = kit.plan(acme, { ...kit.at(days), requestId, promise: true, purpose: `Visit ${days}` });
  const visitId = await kit.planned('agent', plan);
  const letter = { about: 'invitation', subject: 'A visit', body: 'Does it suit you?' };
  await app.call(visits.sendVisitMessage, { as: 'agent', params: { id: visitId }, body: letter });
  return { requestId, visitId };
}
const everything = async () => {
  const all = await theirs();
  const ids = (things: readonly { id: string }[]): string[] => things.map((t) => t.id);
  return {
    to: app.people.lead,
    visits: ids(all.visits),
    promises: ids(all.promises),
    requests: ids(all.requests),
    steps: ids(all.steps),
  };
};

describe('[S6] our colleague vanished', () => {
  it('everything of theirs is on one screen, changes hands at once, clients are told by a click, and it can be taken back for a minute', async () => {
    const { requestId, visitId } = await work(30);
    const step = { text: 'Ask the maker', ball: 'ours', due: kit.at(3).from, ownerId: app.people.agent };
    const of = await app.call(requests.createRequest, {
      as: 'lead',
      body: { subject: 'Of Lena', body: 'x', clientId: acme.id, contactId: acme.contacts[0], channel: 'call' },
    });
    const lenas = { id: of.body.id };
    const seen = await app.call(requests.getRequest, { as: 'lead', params: lenas });
    await app.call(requests.setNextStep, { as: 'lead', params: lenas, body: step, ifMatch: seen.body.version });

    const before = await theirs();
    expect(before.visits.map((v) => v.id)).toContain(visitId);
    expect(before.promises).toMatchObject([{ requestId, text: 'Visit 30' }]);
    expect(before.requests.map((r) => r.id)).toContain(requestId);
    expect(before.steps).toMatchObject([{ id: lenas.id, text: 'Ask the maker' }]);

    const passed = await app.call(absence.passOn, { as: 'lead', params: adam(), body: await everything() });
    expect(passed.status).toBe(201);
    expect(passed.body.letters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'visit', id: visitId, about: 'substitute' }),
        expect.objectContaining({ kind: 'request', id: requestId }),
      ]),
    );
    expect(await theirs()).toMatchObject({ visits: [], promises: [], requests: [], steps: [] });
    const lena = await theirs(app.people.lead);
    expect(lena.promises.map((p) => p.requestId)).toEqual([requestId]);
    expect((await kit.visit(visitId)).people).toEqual([{ id: app.people.lead, name: 'Lena Lead' }]);

    const ready = await app.call(absence.standInLetter, { as: 'lead', params: { id: requestId } });
    expect(ready.body.subject).toContain('Lena Lead');
    const { subject, body } = ready.body;
    const sent = await app.call(absence.sendStandInLetter, {
      as: 'lead',
      params: { id: requestId },
      body: { subject, body },
    });
    expect(sent.status).toBe(201);

    const undo = (as: Seat) => app.call(absence.undoPassOn, { as, params: { id: passed.body.id } });
    expect((await undo('owner')).status).toBe(403);
    expect((await undo('lead')).status).toBe(200);
    expect(await theirs()).toMatchObject({
      promises: [{ requestId }],
      steps: [{ id: lenas.id }],
      requests: expect.arrayContaining([expect.objectContaining({ id: requestId })]),
    });
    expect((await kit.visit(visitId)).people).toEqual([{ id: app.people.agent, name: 'Adam Agent' }]);
    expect((await undo('lead')).status).toBe(404);
  });

  it('or the visits move by some days, and what hangs on them with them; after the minute nothing is taken back', async () => {
    const { requestId, visitId } = await work(40);
    const visitIds = [visitId];
    const body = { to: app.people.lead, visits: visitIds, moveDays: 7, promises: [], requests: [], steps: [] };
    const passed = await app.call(absence.passOn, { as: 'lead', params: adam(), body });
    expect(passed.body.letters).toMatchObject([{ kind: 'visit', id: visitId, about: 'moved' }]);
    expect(await kit.visit(visitId)).toMatchObject({
      ...kit.at(47),
      people: [{ id: app.people.agent }],
      toldAgain: true,
    });
    const { body: page } = await app.call(requests.getRequest, { as: 'lead', params: { id: requestId } });
    expect(page.promises.filter((p) => p.state === 'given').map((p) => iso(Date.parse(p.due)))).toEqual([
      kit.at(47).to,
    ]);
    app.forward(2 * MINUTE);
    const undo = await app.call(absence.undoPassOn, { as: 'lead', params: { id: passed.body.id } });
    expect(undo.problem.code).toBe('undo-too-late');
    expect(await kit.visit(visitId)).toMatchObject(kit.at(47));
  });

  it('a visit that is near and has nobody to make it stands on Today of who stands in and of the leads', async () => {
    const { visitId } = await work(2);
    for (const who of ['lead', 'owner'] as const) expect(await kinds(who)).not.toContain('visit-absent');
    expect((await away('lead')).status).toBe(200);
    for (const who of ['lead', 'owner'] as const) expect(await kinds(who)).toContain('visit-absent');
    const line = (await app.call(today, { as: 'owner' })).body.items.find((i) => i.kind === 'visit-absent');
    const off = { item: line?.id, due: line?.due, until: iso(app.ctx.now() + DAY) };
    expect((await app.call(snooze, { as: 'owner', body: off })).status).toBeLessThan(300);
    expect(await kinds('owner')).not.toContain('visit-absent');
    const memberIds = [app.people.owner];
    await app.call(visits.changePeople, { as: 'lead', params: { id: visitId }, body: { memberIds } });
    expect(await kinds('lead')).not.toContain('visit-absent');
  });

  it('oneself or a lead says so; nobody stands in for themselves, or while away', async () => {
    expect((await away('agent', { substituteId: app.people.agent })).problem.code).toBe('substitute-is-self');
    expect((await away('agent', { until: iso(app.ctx.now() - DAY) })).problem.code).toBe('period-backwards');
    const other = {
      params: { id: app.people.owner },
      body: { from: iso(app.ctx.now()), until: iso(app.ctx.now() + DAY), substituteId: app.people.agent },
    };
    expect((await app.call(absence.setAbsence, { as: 'agent', ...other })).status).toBe(403);
    expect((await app.call(absence.setAbsence, { as: 'lead', ...other })).status).toBe(200);
    expect((await away('agent', { substituteId: app.people.owner })).problem.code).toBe('substitute-away');
    await app.call(absence.endAbsence, { as: 'owner', params: { id: app.people.owner } });
    expect((await away('agent')).status).toBe(200);
  });
});

it('[S6] [T15] approvals asked of somebody away go to who stands in – never to who asked', async () => {
  const limits = { may_hours: 100, may_kinds: ['work', 'visit', 'answer'] };
  for (const id of [app.people.lead, app.people.owner])
    await app.within((tx) => tx.updateTable('member').set(limits).where('id', '=', id).execute());
  const ask = async (as: Seat): Promise<string> => {
    const wish = {
      side: 'ours',
      kind: 'work',
      text: 'A big one',
      due: kit.at(20).to,
      dueZone: 'UTC',
      hours: 40,
      approver: app.people.owner,
    };
    const extra = as === 'lead' ? { askFirst: 'it binds the workshop too' } : {};
    const params = { id: await kit.ask(`Approval ${as}`, acme) };
    const made = await app.call(promises.makePromise, { as, params, body: { ...wish, ...extra } });
    return made.body.approvalId ?? '';
  };
  const [adams, lenas] = [await ask('agent'), await ask('lead')];
  const answer = (as: Seat, id: string) =>
    app.call(promises.answerApproval, { as, params: { id }, body: { answer: 'approved' } });
  const shown = async (as: Seat): Promise<string[]> =>
    (await app.call(promises.listApprovals, { as })).body.ofMe.map((a) => a.id);
  expect((await answer('lead', adams)).problem.code).toBe('not-asked-of-you');
  const now = app.ctx.now();
  const body = { from: iso(now - HOUR), until: iso(now + DAY), substituteId: app.people.lead };
  await app.call(absence.setAbsence, { as: 'owner', params: { id: app.people.owner }, body });
  expect(await shown('lead')).toEqual([adams]);
  expect((await answer('lead', lenas)).problem.code).toBe('approver-is-maker');
  expect((await answer('lead', adams)).status).toBe(201);
  expect(await shown('lead')).toEqual([]);
  expect(await shown('owner')).toEqual([lenas]);
});
