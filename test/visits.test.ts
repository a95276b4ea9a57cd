import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as promises from '../src/contract/promises.ts';
import * as requests from '../src/contract/requests.ts';
import { today } from '../src/contract/today.ts';
import * as visits from '../src/contract/visits.ts';
import { HOUR } from '../src/domain/shared/instant.ts';
import { emptyOutbox } from '../src/features/mail/empty-outbox.ts';
import { parseIcs } from '../src/platform/calendar/ics-lines.ts';
import { type Client, type Seat, type TestServer, testServer } from './support/server.ts';
import { type SmtpSink, smtpSink } from './support/smtp-sink.ts';
import { inside, visitsOf } from './support/visits.ts';

let app: TestServer;
let sink: SmtpSink;
let acme: Client;
let volga: Client;
let kit: ReturnType<typeof visitsOf>;

beforeAll(async () => {
  app = await testServer();
  kit = visitsOf(app);
  sink = await smtpSink();
  acme = await app.client('ACME Foundry', ['nowak@acme.example', 'kowal@acme.example']);
  volga = await app.client('Volga', ['petrova@volga.example']);
}, 60_000);
afterAll(async () => {
  await app.close();
  await sink.close();
});

const at = (days: number, hour?: number, hours?: number) => kit.at(days, hour, hours);
const plan = (client: Client, change?: Record<string, unknown>) => kit.plan(client, change);
const planned = (as: Seat, body: object) => kit.planned(as, body);
const visit = (id: string) => kit.visit(id);
const ask = (subject: string) => kit.ask(subject, acme);
const kindsOfToday = async (as: Seat): Promise<string[]> =>
  (await app.call(today, { as })).body.items.map((i) => i.kind);
const mails = async (): Promise<readonly { to: readonly string[]; raw: string }[]> => {
  await emptyOutbox({ ...app.ctx, smtpUrl: sink.url }).run(app.workspaceId);
  return sink.mails;
};
describe('[S3] two of ours at one client', () => {
  it('a clash is shown while planning, planned only knowingly, told to both and settled by their word', async () => {
    const requestId = await ask('Firmware of the gate');
    await planned('agent', plan(acme, { ...at(10), requestId, system: 'Gate 3' }));
    const second = plan(acme, { ...at(10, 1), memberIds: [app.people.lead], system: 'gate  3', purpose: 'New badges' });
    const look = {
      id: null,
      clientId: acme.id,
      system: 'gate 3',
      remote: false,
      memberIds: [app.people.lead],
      slots: [],
      ...at(10, 1),
    };
    const seen = await app.call(visits.checkVisit, { as: 'lead', body: look });
    expect(seen.body.clashes).toMatchObject([{ kind: 'same-system', people: ['Adam Agent'], settled: null }]);
    const blind = await app.call(visits.planVisit, { as: 'lead', body: second });
    expect([blind.status, blind.problem.code]).toEqual([409, 'visit-clashes']);
    const id = await planned('lead', { ...second, despite: 'both are needed at the gate' });

    for (const who of ['agent', 'lead'] as const) expect(await kindsOfToday(who)).toContain('visit-clash');
    const { body: line } = await app.call(requests.timeline, { as: 'agent', params: { id: requestId } });
    expect(line.items.find((e) => e.kind === 'visit.clash-found')?.data).toMatchObject({
      clash: 'same-system',
      text: 'ACME Foundry: New badges',
    });
    const words = await app.call(visits.visitMessage, { as: 'lead', params: { id }, query: { about: 'two-teams' } });
    expect(words.body.body).toContain('Look at line 2');
    expect(words.body.body).toContain('New badges');

    const otherId = (await visit(id)).clashes[0]?.otherId ?? '';
    const said = await app.call(visits.settleClash, {
      as: 'agent',
      params: { id, otherId },
      body: { words: 'one after the other' },
    });
    expect(said.status).toBe(200);
    for (const who of ['agent', 'lead'] as const) expect(await kindsOfToday(who)).not.toContain('visit-clash');
    expect((await visit(id)).clashes).toMatchObject([{ settled: 'one after the other' }]);
  });

  it('nobody is in two places: also not at a time that another client may still pick', async () => {
    await planned('agent', plan(volga, { ...at(12), slots: [at(13)] }));
    const twice = await app.call(visits.planVisit, { as: 'agent', body: plan(acme, at(13, 1)) });
    expect(twice.problem.code).toBe('visit-clashes');
    expect((await app.call(visits.planVisit, { as: 'agent', body: plan(acme, at(13, 4)) })).status).toBe(201);
  });

  it('two who plan at the same moment do not both win', async () => {
    const body = plan(acme, at(16));
    const both = await Promise.all([1, 2].map(() => app.call(visits.planVisit, { as: 'lead', body })));
    expect(both.map((b) => b.status).toSorted()).toEqual([201, 409]);
  });
});

describe('[S13] the client and the time', () => {
  it('is told with a calendar entry, picks another time in the room, and the entry, the promise and the clash follow', async () => {
    const requestId = await ask('Spare drive');
    const slots = [at(21), at(22)];
    const id = await planned('agent', plan(acme, { ...at(20), slots, requestId, promise: true, place: 'Hall 4' }));
    const client = await app.room(acme.id, acme.contacts[0] ?? '', requestId);
    expect((await app.call(visits.roomVisits, { as: client })).body.items).toEqual([]);
    const early = { params: { id }, body: { from: at(20).from } };
    expect((await app.call(visits.confirmVisit, { as: client, ...early })).status).toBe(404);

    const ready = await app.call(visits.visitMessage, { as: 'agent', params: { id }, query: { about: 'invitation' } });
    expect(ready.body).toMatchObject({ to: 'nowak', lang: 'en', calendar: true });
    const { subject, body } = ready.body;
    const sent = await app.call(visits.sendVisitMessage, {
      as: 'agent',
      params: { id },
      body: { about: 'invitation', subject, body },
    });
    expect(sent.status).toBe(201);
    const mail = (await mails()).at(-1);
    const text = inside(mail?.raw ?? '');
    expect(mail?.to).toEqual(['nowak@acme.example']);
    expect(mail?.raw).toMatch(/text\/calendar;[^\n]*method=REQUEST/i);
    const entry = parseIcs(text.slice(text.indexOf('BEGIN:VCALENDAR')), () => undefined)[0]?.children[0];
    const of = (name: string): string => entry?.properties.find((p) => p.name === name)?.value ?? '';
    expect([of('UID'), of('SEQUENCE'), of('LOCATION')]).toEqual([`visit-${id}@parley`, '0', 'Hall 4']);
    // What a calendar program answers comes back to this request.
    expect(of('ORGANIZER')).toMatch(/^mailto:support\+.+@firm\.example$/);

    const room = await app.call(visits.roomVisits, { as: client });
    expect(room.body.items).toMatchObject([{ id, people: ['Adam Agent'], state: 'planned', slots }]);
    const pick = await app.call(visits.confirmVisit, { as: client, params: { id }, body: { from: at(22).from } });
    expect([pick.status, pick.body]).toEqual([201, at(22)]);
    expect(await visit(id)).toMatchObject({ state: 'confirmed', ...at(22), slots: [], toldAgain: true });
    const { body: page } = await app.call(requests.getRequest, { as: 'agent', params: { id: requestId } });
    expect(Date.parse(page.promises[0]?.due ?? '')).toBe(Date.parse(at(22).to));
    const file = await app.server.app.inject({
      url: `/api/room/visits/${id}/visit.ics`,
      headers: { cookie: client.cookie },
    });
    expect(file.headers['content-type']).toContain('text/calendar');
    for (const line of [`UID:visit-${id}@parley`, 'SEQUENCE:1', 'STATUS:CONFIRMED']) expect(file.body).toContain(line);
    const again = await app.call(visits.confirmVisit, { as: client, params: { id }, body: { from: at(21).from } });
    expect(again.problem.code).toBe('slot-not-offered');
  });

  it('another client, a link for another request and somebody who may only look confirm nothing', async () => {
    const requestId = await ask('Cabinet');
    const id = await planned('agent', plan(acme, { ...at(25), requestId }));
    await app.call(visits.sendVisitMessage, {
      as: 'agent',
      params: { id },
      body: { about: 'invitation', subject: 'A visit', body: 'Does it suit you?' },
    });
    const stranger = await app.room(volga.id, volga.contacts[0] ?? '');
    const elsewhere = await app.room(acme.id, acme.contacts[0] ?? '', await ask('Something else'));
    const body = { from: at(25).from };
    for (const as of [stranger, elsewhere]) {
      expect((await app.call(visits.confirmVisit, { as, params: { id }, body })).status).toBe(404);
      expect((await app.call(visits.roomVisits, { as })).body.items.map((v) => v.id)).not.toContain(id);
      const file = await app.server.app.inject({
        url: `/api/room/visits/${id}/visit.ics`,
        headers: { cookie: as.cookie },
      });
      expect(file.statusCode).toBe(404);
    }
    await app.within((tx) =>
      tx
        .updateTable('contact')
        .set({ may: 'see' })
        .where('id', '=', acme.contacts[1] ?? '')
        .execute(),
    );
    const onlooker = await app.room(acme.id, acme.contacts[1] ?? '', requestId);
    expect((await app.call(visits.confirmVisit, { as: onlooker, params: { id }, body })).status).toBe(403);
    expect((await visit(id)).state).toBe('planned');
  });

  it('accepted by somebody else is recorded with the name, counts the minutes and keeps the promise', async () => {
    const requestId = await ask('Reader at gate 3');
    const id = await planned('agent', plan(acme, { ...at(1, 0, 1), requestId, promise: true }));
    app.forward(kit.morning(1) - app.ctx.now() + 30 * 60_000);
    const end = (body: object) => app.call(visits.endVisit, { as: 'agent', params: { id }, body });
    expect((await end({ outcome: 'by-proxy' })).problem.code).toBe('proxy-missing');
    const done = await end({ outcome: 'by-proxy', proxyName: 'Ms Wolna', minutes: 45, words: 'tried ten badges' });
    expect(done.body.state).toBe('by-proxy');
    const { body: page } = await app.call(requests.getRequest, { as: 'agent', params: { id: requestId } });
    expect(page.promises[0]).toMatchObject({
      state: expect.stringMatching(/^kept/),
      evidence: expect.stringContaining('Ms Wolna'),
    });
    expect(page.minutes).toBe(45);
    expect((await end({ outcome: 'done' })).problem.code).toBe('visit-has-ended');
    const words = await app.call(visits.visitMessage, { as: 'agent', params: { id }, query: { about: 'by-proxy' } });
    expect(words.body.body).toContain('Ms Wolna');
  });

  it('done from afar before its day; moved with a reason, and the promise moves with it before it is due', async () => {
    const requestId = await ask('Backup');
    const id = await planned('agent', plan(acme, { ...at(30), requestId, promise: true }));
    const move = { ...at(31), why: 'the hall is taken' };
    const moved = await app.call(visits.moveVisit, { as: 'agent', params: { id }, body: move });
    expect(moved.status).toBe(201);
    const list = await app.call(promises.listPromises, { as: 'agent', query: { state: 'all', limit: '100' } });
    const mine = list.body.items.filter((p) => p.requestId === requestId);
    expect(mine.map((p) => [p.state, new Date(p.due).toISOString()]).toSorted()).toEqual([
      ['given', at(31).to],
      ['renegotiated', at(30).to],
    ]);
    const afar = await app.call(visits.endVisit, { as: 'agent', params: { id }, body: { outcome: 'done-remotely' } });
    expect(afar.body.state).toBe('done-remotely');
    const late = await app.call(visits.moveVisit, { as: 'agent', params: { id }, body: { ...at(33), why: 'again' } });
    expect(late.problem.code).toBe('visit-has-ended');
  });
});

describe('[S8] we came to work, there is a banquet', () => {
  it('a blocked visit says by what, the house rules are at hand, and the next client of the day is offered a word', async () => {
    const id = await planned('agent', plan(acme, at(1, 2, 1)));
    const nextId = await planned('agent', plan(volga, { ...at(1, 5, 1), purpose: 'Scanners' }));
    app.forward(kit.morning(1) + 2 * HOUR - app.ctx.now());
    const end = (body: object) => app.call(visits.endVisit, { as: 'agent', params: { id }, body });
    expect((await end({ outcome: 'blocked' })).problem.code).toBe('reason-missing');
    const blocked = await end({ outcome: 'blocked', words: 'the hall is laid for the jubilee' });
    expect(blocked.body).toMatchObject({ state: 'blocked', next: [{ id: nextId, clientName: 'Volga' }] });
    expect((await mails()).some((m) => m.raw.includes('petrova@'))).toBe(false);
    const later = await app.call(visits.visitMessage, {
      as: 'agent',
      params: { id: nextId },
      query: { about: 'later' },
    });
    const { subject, body } = later.body;
    expect(later.body.calendar).toBe(false);
    // The visit had no request of its own: the conversation about it gets one now.
    const sent = await app.call(visits.sendVisitMessage, {
      as: 'agent',
      params: { id: nextId },
      body: { about: 'later', subject, body },
    });
    expect(sent.status).toBe(201);
    expect((await visit(nextId)).requestId).toBe(sent.body.requestId);
    expect((await mails()).at(-1)?.to).toEqual(['petrova@volga.example']);

    const rules = () => app.call(visits.houseRules, { as: 'agent' });
    expect((await rules()).body).toMatchObject({ own: false, text: expect.stringContaining('Alcohol') });
    const word = (as: Seat, text: string) => app.call(visits.setHouseRules, { as, body: { text } });
    expect((await word('agent', 'all is allowed')).status).toBe(403);
    await word('lead', 'Water only.');
    expect((await rules()).body).toEqual({ text: 'Water only.', own: true });
    const moved = await app.call(visits.moveVisit, {
      as: 'agent',
      params: { id },
      body: { ...at(40), why: 'the jubilee' },
    });
    expect(moved.status).toBe(201);
    expect((await visit(id)).state).toBe('planned');
  });
});
