import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as accords from '../src/contract/accords.ts';
import * as closing from '../src/contract/closing.ts';
import * as conversation from '../src/contract/conversation.ts';
import * as listening from '../src/contract/listening.ts';
import * as negotiation from '../src/contract/negotiation.ts';
import * as promises from '../src/contract/promises.ts';
import * as requests from '../src/contract/requests.ts';
import * as room from '../src/contract/room.ts';
import * as today from '../src/contract/today.ts';
import * as triage from '../src/contract/triage.ts';
import { tickTables } from '../src/features/negotiation/table-clock.ts';
import { verifyChain } from '../src/platform/ledger/verify.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

// The main job through the wire, both sides; the browser's journey is e2e/main-job.test.ts.
const HOUR = 3_600_000;
let app: TestServer;
let client: Client;
let contact: { cookie: string };
let id: string;

const terms = (more: Partial<negotiation.OptionTerms> = {}): negotiation.OptionTerms => ({
  text: 'Friday night instead of Saturday',
  costs: [],
  date: { kind: 'by-hand', at: new Date(Date.now() + 96 * HOUR).toISOString() },
  effortHours: 6,
  scopeIn: [],
  scopeOut: [],
  assumptions: [],
  weDo: [{ text: 'Replace the drive', hours: 6, due: new Date(Date.now() + 90 * HOUR).toISOString() }],
  youDo: [{ text: 'Clear line 2' }],
  meets: [],
  misses: [],
  ...more,
});
const page = async () => (await app.call(requests.getRequest, { as: 'agent', params: { id } })).body;

beforeAll(async () => {
  app = await testServer();
  client = await app.client('ACME Foundry', ['nowak@acme.example', 'adam@acme.example']);
  const made = await app.call(requests.createRequest, {
    as: 'agent',
    body: {
      subject: 'Weekend work',
      body: 'On Saturday, at no charge please.',
      clientId: client.id,
      contactId: client.contacts[0],
      channel: 'call',
    },
  });
  id = made.body.id;
  contact = await app.room(client.id, client.contacts[0] ?? '', id);
}, 60_000);
afterAll(() => app.close());

describe('the main job', () => {
  it('[C4] a request told by telephone is a request like any other, and [T20] minutes are measured per message', async () => {
    await app.call(conversation.addNote, {
      as: 'agent',
      params: { id },
      body: { channel: 'call', body: 'She explained why', minutes: 12, shared: false },
    });
    const seen = await page();
    expect(seen.minutes).toBe(12);
    expect(seen.messages.map((m) => m.channel)).toEqual(['call', 'call']);
    expect(seen.firstAnswerAt).not.toBeNull();
  });

  it('[C5] a date with questions open takes a reason', async () => {
    await app.call(listening.addEntry, {
      as: 'agent',
      params: { id },
      body: { kind: 'question', text: 'When does the last shift end?' },
    });
    const wish = {
      side: 'ours',
      kind: 'answer',
      text: 'Call back',
      due: new Date(Date.now() + 20 * HOUR).toISOString(),
      dueZone: 'Europe/Warsaw',
    };
    const refused = await app.call(promises.makePromise, { as: 'agent', params: { id }, body: wish });
    expect(refused.problem.code).toBe('questions-open');
    const made = await app.call(promises.makePromise, {
      as: 'agent',
      params: { id },
      body: { ...wish, openQuestionsWhy: 'a call needs no answer' },
    });
    expect(made.body.state).toBe('given');
    await app.call(promises.settlePromise, {
      as: 'agent',
      params: { id: made.body.id },
      body: { outcome: 'kept', evidence: 'called' },
    });
  });

  it('[L8] what we kept stands beside their name', async () => {
    expect((await page()).client).toMatchObject({ kept: 1, broken: 0 });
  });

  it('[T15] a promise beyond authority waits for the lead, and the client does not see it before', async () => {
    const wish = {
      side: 'ours',
      kind: 'work',
      text: 'Two days on site',
      due: new Date(Date.now() + 200 * HOUR).toISOString(),
      dueZone: 'Europe/Warsaw',
      hours: 16,
      openQuestionsWhy: 'agreed with the plant',
    };
    const alone = await app.call(promises.makePromise, { as: 'agent', params: { id }, body: wish });
    expect(alone.status).toBe(403);
    const asked = await app.call(promises.makePromise, {
      as: 'agent',
      params: { id },
      body: { ...wish, approver: app.people.owner },
    });
    expect(asked.body.state).toBe('awaiting-approval');
    const hidden = await app.call(room.roomRequest, { as: contact, params: { id } });
    expect(hidden.body.promises.map((p) => p.text)).not.toContain('Two days on site');
    const wrong = await app.call(promises.answerApproval, {
      as: 'lead',
      params: { id: asked.body.approvalId ?? '' },
      body: { answer: 'approved' },
    });
    expect(wrong.problem.code).toBe('not-asked-of-you');
    await app.call(promises.answerApproval, {
      as: 'owner',
      params: { id: asked.body.approvalId ?? '' },
      body: { answer: 'approved' },
    });
    const shown = await app.call(room.roomRequest, { as: contact, params: { id } });
    expect(shown.body.promises.map((p) => p.text)).toContain('Two days on site');
    await app.call(promises.settlePromise, {
      as: 'agent',
      params: { id: asked.body.id },
      body: { outcome: 'withdrawn', evidence: 'Friday night does it' },
    });
  });

  it('[T5] no option goes on the table before we know what is behind it', async () => {
    const draft = await app.call(negotiation.draftOption, {
      as: 'agent',
      params: { id },
      body: { title: 'Friday night', terms: terms() },
    });
    const early = await app.call(negotiation.openRound, {
      as: 'agent',
      params: { id },
      body: { optionIds: [draft.body.id], oneOptionWhy: 'only one way' },
    });
    expect(early.problem.code).toBe('interest-unknown');
    const interest = await app.call(listening.addEntry, {
      as: 'agent',
      params: { id },
      body: { kind: 'interest', text: 'the line runs on Monday' },
    });
    expect(interest.status).toBe(201);
  });

  it('[L5] a conditional fee against “no cost” is stopped until it is said', async () => {
    await app.call(listening.addOwnEntry, {
      as: contact,
      params: { id },
      body: { kind: 'condition', text: 'at no charge', value: { kind: 'money', max: { minor: 0, currency: 'EUR' } } },
    });
    const costs = [
      {
        label: 'Restocking',
        minor: 4_000,
        currency: 'EUR',
        conditional: 'restocking' as const,
        when: 'it is sent back',
      },
    ];
    const dear = await app.call(negotiation.draftOption, {
      as: 'agent',
      params: { id },
      body: { title: 'Saturday', terms: terms({ text: 'Saturday', costs }) },
    });
    const free = (await page()).options.find((o) => o.title === 'Friday night');
    const both = [dear.body.id, free?.id ?? ''];
    const stopped = await app.call(negotiation.openRound, { as: 'agent', params: { id }, body: { optionIds: both } });
    expect(stopped.problem.code).toBe('breaks-condition');
    const opened = await app.call(negotiation.openRound, {
      as: 'agent',
      params: { id },
      body: { optionIds: both, missesWhy: 'they may prefer Saturday all the same' },
    });
    expect(opened.body.number).toBe(1);
    const seen = await app.call(room.roomRequest, { as: contact, params: { id } });
    expect(seen.body.options.find((o) => o.title === 'Saturday')?.checks.map((c) => c.verdict)).toContain('misses');
  });

  it('[T19] the client places it too, and we see where we differ', async () => {
    await app.call(triage.placeRequest, {
      as: 'agent',
      params: { id },
      ifMatch: (await page()).version,
      body: { reasonable: 'no', possible: 'yes', reasonableKind: 'outside-hours', reason: 'Saturday' },
    });
    await app.call(triage.placeByClient, { as: contact, params: { id }, body: { reasonable: 'yes', possible: 'yes' } });
    expect(await page()).toMatchObject({
      fate: 'possible-not-reasonable',
      theirFate: 'do-it',
      moves: { next: { code: 'talk-about-difference' } },
    });
  });

  it('[T7] a client’s “works” on a wording that changed meanwhile binds nobody', async () => {
    const option = (await page()).options.find((o) => o.title === 'Friday night');
    if (!option) throw new Error('no option');
    const path = { id, optionId: option.id };
    await app.call(negotiation.editOption, {
      as: 'agent',
      params: path,
      ifMatch: option.hash,
      body: { title: option.title, terms: terms({ text: 'Friday from 17:00' }) },
    });
    const stale = await app.call(negotiation.takeStanceInRoom, {
      as: contact,
      params: path,
      body: { hash: option.hash, kind: 'works' },
    });
    expect(stale.status).toBe(412);
  });

  it('[T7] both say it works on the same wording, at the same moment: one agreement, one accord', async () => {
    const option = (await page()).options.find((o) => o.title === 'Friday night');
    const said = {
      params: { id, optionId: option?.id ?? '' },
      body: { hash: option?.hash ?? '', kind: 'works' },
    } as const;
    const answers = await Promise.all([
      app.call(negotiation.takeStance, { as: 'agent', ...said }),
      app.call(negotiation.takeStanceInRoom, { as: contact, ...said }),
    ]);
    expect(answers.map((a) => a.status)).toEqual([201, 201]);
    expect(answers.filter((a) => a.body.agreed)).toHaveLength(1);
    const seen = await page();
    expect(seen.accords).toHaveLength(1);
    expect(seen.talk).toBe('agreed');
  });

  it('[P4] signing beyond authority is refused until a named person approved; then both sign and it is in force', async () => {
    const accord = (await page()).accords[0];
    if (!accord) throw new Error('no accord');
    const pen = { fingerprint: accord.fingerprint, typedName: 'Adam Agent', understood: true as const };
    const sign = () => app.call(accords.signAccord, { as: 'agent', params: { id: accord.id }, body: pen });
    expect((await sign()).problem.code).toBe('over-authority');
    const asked = await app.call(accords.askAccordApproval, {
      as: 'agent',
      params: { id: accord.id },
      body: { approver: app.people.owner, why: 'six hours' },
    });
    await app.call(promises.answerApproval, {
      as: 'owner',
      params: { id: asked.body.id },
      body: { answer: 'approved' },
    });
    expect((await sign()).body.state).toBe('half-signed');
    const theirs = await app.call(accords.signAccordInRoom, {
      as: contact,
      params: { id: accord.id },
      body: { ...pen, typedName: 'Maria Nowak' },
    });
    expect(theirs.body.state).toBe('in-force');
    const pdf = await app.server.app.inject({
      url: `/api/room/accords/${accord.id}.pdf`,
      headers: { cookie: contact.cookie },
    });
    expect([pdf.statusCode, pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const seen = await page();
    expect(seen.promises.filter((p) => p.source === 'accord').map((p) => [p.side, p.state])).toEqual(
      expect.arrayContaining([
        ['ours', 'given'],
        ['theirs', 'given'],
      ]),
    );
    expect(seen.phase).toBe('resolution');
  });

  it('[P1] one promise is kept early, another moved before it is due and the client is told', async () => {
    const seen = await page();
    const ours = seen.promises.find((p) => p.side === 'ours' && p.source === 'accord');
    const moved = await app.call(promises.movePromise, {
      as: 'agent',
      params: { id: ours?.id ?? '' },
      body: {
        due: new Date(Date.now() + 120 * HOUR).toISOString(),
        why: 'the drive comes later',
        message: 'We are sorry: the drive comes a day later.',
      },
    });
    expect(moved.status).toBe(201);
    const kept = await app.call(promises.settlePromise, {
      as: 'agent',
      params: { id: moved.body.id },
      body: { outcome: 'kept', evidence: 'the line runs' },
    });
    expect(kept.body.state).toBe('kept-early');
    const theirs = (await page()).promises.find((p) => p.side === 'theirs' && p.state === 'given');
    await app.call(promises.settlePromise, {
      as: 'agent',
      params: { id: theirs?.id ?? '' },
      body: { outcome: 'kept', evidence: 'line 2 was clear' },
    });
    const told = await app.call(room.roomRequest, { as: contact, params: { id } });
    expect(told.body.messages.map((m) => m.body)).toContain('We are sorry: the drive comes a day later.');
  });

  it('[C2] it is not closed by anything but the closing message and their word: not yet re-opens, yes closes', async () => {
    const words = {
      asked: 'Weekend work',
      done: 'The drive was replaced on Friday night',
      kept: 'Both promises',
      comesBack: 'Write to us',
    };
    const first = await app.call(closing.sendClosing, { as: 'agent', params: { id }, body: words });
    await app.call(closing.answerClosing, {
      as: contact,
      params: { id },
      body: { closingId: first.body.id, answer: 'not-yet', words: 'The cover is missing' },
    });
    expect(await page()).toMatchObject({ phase: 'resolution', nextStep: 'The cover is missing', ball: 'ours' });
    const second = await app.call(closing.sendClosing, { as: 'agent', params: { id }, body: words });
    const old = await app.call(closing.answerClosing, {
      as: contact,
      params: { id },
      body: { closingId: first.body.id, answer: 'closed' },
    });
    expect(old.status).toBe(412);
    await app.call(closing.answerClosing, {
      as: contact,
      params: { id },
      body: { closingId: second.body.id, answer: 'closed' },
    });
    expect((await page()).phase).toBe('closed');
  });

  it('[C1] the timeline tells the story in order, the chain holds, and Today counts right', async () => {
    const { items } = (await app.call(requests.timeline, { as: 'agent', params: { id } })).body;
    const told = items.map((e) => e.kind);
    const story = [
      'request.opened',
      'negotiation.round-opened',
      'negotiation.agreed',
      'accord.drawn-up',
      'accord.in-force',
      'promise.renegotiated',
      'closing.objected',
      'request.closed',
    ];
    expect(story.map((kind) => told.indexOf(kind))).toEqual(
      story.map((kind) => told.indexOf(kind)).toSorted((a, b) => a - b),
    );
    expect(told.filter((kind) => kind === 'negotiation.agreed')).toHaveLength(1);
    expect(await app.within(verifyChain)).toMatchObject({ holds: true });
    const { cycle } = (await app.call(today.today, { as: 'agent' })).body;
    expect(cycle.map((c) => c.open)).toEqual([0, 0, 0]);
  });
});

describe('the clock of the table', () => {
  it('[T13] a knowledge pause stops agreeing and comes back on its date as a step of ours', async () => {
    const made = await app.call(requests.createRequest, {
      as: 'agent',
      body: { subject: 'A pause', body: 'x', clientId: client.id, contactId: client.contacts[0], channel: 'call' },
    });
    const params = { id: made.body.id };
    const resumeAt = new Date(app.ctx.now() + 48 * HOUR).toISOString();
    const pause = { missing: 'the drive’s data sheet', ourPeople: ['Adam'], theirPeople: ['Maria'], resumeAt };
    await app.call(negotiation.startPause, { as: 'agent', params, body: pause });
    await tickTables(app.ctx);
    const running = (await app.call(requests.getRequest, { as: 'agent', params })).body;
    expect([running.ball, running.pauses[0]?.state]).toEqual(['third', 'running']);
    app.forward(49 * HOUR);
    await tickTables(app.ctx);
    const back = (await app.call(requests.getRequest, { as: 'agent', params })).body;
    expect([back.ball, back.pauses[0]?.state]).toEqual(['ours', 'lapsed']);
  });
});

describe('what is refused', () => {
  it('[P9] a link for another client’s request opens nothing, and says the same as for none', async () => {
    const other = await app.client('Nordic Mills', ['ada@nordic.example']);
    const cookie = await app.room(other.id, other.contacts[0] ?? '');
    const foreign = await app.call(room.roomRequest, { as: cookie, params: { id } });
    const none = await app.call(room.roomRequest, {
      as: cookie,
      params: { id: '01a20d4d-7fbd-716f-a70e-7e017b25275f' },
    });
    expect([foreign.status, foreign.problem]).toEqual([none.status, none.problem]);
    expect(foreign.status).toBe(404);
  });

  it('a wrong, an empty and a cut link get one answer', async () => {
    for (const token of ['x', 'A'.repeat(64), 'A'.repeat(63)]) {
      const answer = await app.call(room.openRoom, { body: { token } });
      expect([answer.status, answer.problem.code]).toEqual([404, 'link-invalid']);
    }
  });

  it('a double click makes one request, and the same key with other words is refused', async () => {
    const told = {
      subject: 'Twice',
      body: 'Once is enough',
      clientId: client.id,
      contactId: client.contacts[0],
      channel: 'call',
    };
    const key = 'the-same-click-0001';
    const both = await Promise.all(
      [0, 1].map(() => app.call(requests.createRequest, { as: 'agent', key, body: told })),
    );
    expect(new Set(both.map((b) => b.body.id)).size).toBe(1);
    const reused = await app.call(requests.createRequest, { as: 'agent', key, body: { ...told, subject: 'Other' } });
    expect(reused.status).toBe(422);
  });

  it('two agents at once: the second is told what changed, and 428 without having looked', async () => {
    const made = await app.call(requests.createRequest, {
      as: 'agent',
      body: { subject: 'Two at once', body: 'x', clientId: client.id, contactId: client.contacts[0], channel: 'call' },
    });
    const params = { id: made.body.id };
    const { version } = (await app.call(requests.getRequest, { as: 'agent', params })).body;
    const step = { text: 'Call them', ball: 'ours', due: new Date(Date.now() + HOUR).toISOString() };
    const first = await app.call(requests.setNextStep, { as: 'agent', params, ifMatch: version, body: step });
    const second = await app.call(requests.setNextStep, { as: 'lead', params, ifMatch: version, body: step });
    const blind = await app.call(requests.setNextStep, { as: 'lead', params, body: step });
    expect([first.status, second.status, blind.status]).toEqual([200, 412, 428]);
  });

  it('another site’s page cannot act, and nothing acts on GET', async () => {
    const headers = { cookie: app.cookies.agent, origin: 'https://evil.example', 'idempotency-key': 'evil-evil-evil' };
    const crossed = await app.server.app.inject({
      method: 'POST',
      url: `/api/requests/${id}/notes`,
      headers,
      payload: { channel: 'note', body: 'x' },
    });
    expect(crossed.statusCode).toBe(403);
    const got = await app.server.app.inject({
      method: 'GET',
      url: `/api/requests/${id}/notes`,
      headers: { cookie: app.cookies.agent },
    });
    expect(got.statusCode).toBe(404);
  });
});
