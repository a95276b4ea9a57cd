import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as coach from '../src/contract/coach.ts';
import { sendClosing } from '../src/contract/closing.ts';
import { addNote, reply } from '../src/contract/conversation.ts';
import { addEntry } from '../src/contract/listening.ts';
import { draftOption, inviteToTalk, openRound, startPause } from '../src/contract/negotiation.ts';
import { listApprovals, makePromise, movePromise } from '../src/contract/promises.ts';
import { getRequest, timeline } from '../src/contract/requests.ts';
import { skipInterest } from '../src/contract/triage.ts';
import { check } from '../src/domain/coach/check.ts';
import { contextOf } from '../src/domain/coach/draft-context.ts';
import { loadPack } from '../src/domain/coach/packs/load.ts';
import { LANGS, catalogue } from './support/catalogues.ts';
import { arrive, outgoing } from './support/mails.ts';
import { type Seat, type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let id: string;
beforeAll(async () => {
  server = await testServer();
  await server.client('Nordic Mills', ['ada@nordic.example']);
});
afterAll(() => server.close());

const BOSS = 'I am sure my boss will agree to a new pump.';
const days = (n: number): string => new Date(server.ctx.now() + n * 86_400_000).toISOString();
const fresh = async (): Promise<string> => (await arrive(server, { from: 'ada@nordic.example' })).requestId;
const pageOf = async (of: string) => (await server.call(getRequest, { as: 'agent', params: { id: of } })).body;

type Found = {
  rule: string;
  field: string;
  start: number;
  end: number;
  quote: string;
  sentence: string;
  ways: { key: string }[];
};
type Answer = { status: number; problem: { code?: string; data?: unknown } };
const found = ({ problem }: Answer): Found[] => (problem.data as { findings?: Found[] })?.findings ?? [];

/** Every door through which words of a person of ours reach the client. */
const doors: Record<string, (words: string, more?: object, as?: Seat) => Promise<Answer>> = {
  'an answer': (body, more, as = 'agent') => server.call(reply, { as, params: { id }, body: { body, ...more } }),
  'bad news': (body, more, as = 'agent') =>
    server.call(reply, { as, params: { id }, body: { body, purpose: 'bad-news', ...more } }),
  'a call that the client may read': (body, more) =>
    server.call(addNote, { as: 'agent', params: { id }, body: { channel: 'call', body, shared: true, ...more } }),
  'an invitation to talk': (body, more) =>
    server.call(inviteToTalk, { as: 'agent', params: { id }, body: { subject: 'Your pump', body, ...more } }),
  'the wording of an option': (text, more) =>
    server.call(draftOption, { as: 'agent', params: { id }, body: { ...option(text), ...more } }),
  'the wording of a promise': (text, more) =>
    server.call(makePromise, { as: 'agent', params: { id }, body: { ...promise(text), ...more } }),
  'why a date is moved': async (message, more) => {
    const made = await server.call(makePromise, { as: 'agent', params: { id }, body: promise('Look at the pump') });
    const body = { due: days(9), why: 'the part is late', message, ...more };
    return server.call(movePromise, { as: 'agent', params: { id: made.body.id }, body });
  },
  'what is missing in a pause': (missing, more) => {
    const body = { missing, ourPeople: ['Lena'], theirPeople: ['Ada'], resumeAt: days(3), ...more };
    return server.call(startPause, { as: 'agent', params: { id }, body });
  },
  'a closing message': (done, more) => {
    const body = { asked: 'A new pump', done, kept: '–', comesBack: 'Write to us.', ...more };
    return server.call(sendClosing, { as: 'agent', params: { id }, body });
  },
};
const promise = (text: string) => ({ side: 'ours', kind: 'work', text, due: days(5), dueZone: 'Europe/Warsaw' });
const option = (text: string) => ({
  title: 'A new pump',
  terms: {
    text,
    costs: [],
    date: { kind: 'by-hand', at: days(5) },
    effortHours: 2,
    scopeIn: [],
    scopeOut: [],
    assumptions: [],
    weDo: [],
    youDo: [],
    meets: [],
    misses: [],
  },
});

describe('the coach stands at every door', () => {
  it.each(Object.keys(doors))(
    '[T14] [T15] %s that binds somebody else does not leave; the same in one’s own name does',
    async (name) => {
      id = await fresh();
      const door = doors[name];
      if (!door) throw new Error(name);
      const before = (await outgoing(server, id)).length;
      const stopped = await door(BOSS);
      expect([stopped.status, stopped.problem.code]).toEqual([409, 'coach-stops']);
      expect(found(stopped).map((f) => f.rule)).toEqual(['binds-others']);
      expect(await outgoing(server, id)).toHaveLength(before);
      const own = await door('I will ask my boss about the pump and tell you tomorrow.');
      expect([own.status, own.problem.code]).toEqual([201, undefined]);
    },
  );

  it.each(Object.keys(doors))('[T14] [T15] %s goes on with a reason, and the lead reads it', async (name) => {
    id = await fresh();
    const reason = `he said so on the phone (${name})`;
    const sent = await doors[name]?.(BOSS, { sendAnyway: { reason } });
    expect(sent?.status).toBe(201);
    const { items } = (await server.call(coach.listSentAnyway, { as: 'lead', query: {} })).body;
    expect(items[0]).toMatchObject({
      byName: 'Adam Agent',
      requestId: id,
      reason,
      findings: [{ rule: 'binds-others' }],
    });
    const told = (await server.call(timeline, { as: 'agent', params: { id }, query: {} })).body.items;
    expect(told.find((e) => e.kind === 'coach.sent-anyway')?.data).toMatchObject({ reason });
    expect((await server.call(coach.listSentAnyway, { as: 'agent', query: {} })).status).toBe(403);
  });

  it('[T14] the refusal says where, in which words, why in a sentence of the reader’s language, and the ways out', async () => {
    id = await fresh();
    const [f] = found(
      await (doors['an answer'] as NonNullable<(typeof doors)[string]>)(`Hello Ada,\n\n${BOSS}\n\nAdam`),
    );
    expect(f).toMatchObject({
      rule: 'binds-others',
      field: 'body',
      sentence: expect.stringContaining('somebody else'),
    });
    expect(`Hello Ada,\n\n${BOSS}`.slice(f?.start, f?.end)).toBe(f?.quote);
    expect(f?.ways.map((w) => w.key)).toEqual(['coach.way.reword', 'coach.way.ask-first', 'coach.way.own-promise']);
    const closing = await doors['a closing message']?.(BOSS);
    expect(found(closing as Answer)).toMatchObject([{ field: 'done', start: expect.any(Number) }]);
  });

  it('[T14] what is not the author’s own now is not judged: quotes, the client’s own request, notes, promises already made', async () => {
    id = await fresh();
    const ok = async (answer: Promise<Answer>) => expect((await answer).problem.code).toBeUndefined();
    await ok(server.call(reply, { as: 'agent', params: { id }, body: { body: `Thank you.\n\n> ${BOSS}` } }));
    await ok(server.call(addNote, { as: 'agent', params: { id }, body: { channel: 'note', body: BOSS } }));
    await ok(server.call(makePromise, { as: 'agent', params: { id }, body: { ...promise(BOSS), source: 'sales' } }));
    await ok(
      server.call(makePromise, {
        as: 'agent',
        params: { id },
        body: { ...promise('Their boss will pay.'), side: 'theirs' },
      }),
    );
    id = await fresh();
    const body = { asked: BOSS, done: 'The pump is in.', kept: '–', comesBack: 'Write to us.' };
    await ok(server.call(sendClosing, { as: 'agent', params: { id }, body }));
  });

  it('[T15] what one may promise depends on who writes', async () => {
    id = await fresh();
    const words = 'I will spend 8 hours of work on this.';
    expect(found(await (doors['an answer']?.(words) as Promise<Answer>)).map((f) => f.rule)).toEqual([
      'over-authority',
    ]);
    await server.within((tx) => tx.updateTable('member').set({ may_hours: 16 }).where('role', '=', 'lead').execute());
    expect((await doors['an answer']?.(words, {}, 'lead'))?.status).toBe(201);
  });

  it('[L5] an answer that breaks a condition of the client is stopped with their own words', async () => {
    id = await fresh();
    const value = { kind: 'money', max: { minor: 0, currency: 'EUR' } };
    const entry = { kind: 'condition', text: 'at no charge please', value };
    await server.call(addEntry, { as: 'agent', params: { id }, body: entry });
    const answer = await server.call(reply, {
      as: 'agent',
      params: { id },
      body: { body: 'We can offer the repair for 90 euros.' },
    });
    expect(found(answer)).toMatchObject([{ rule: 'condition-clash', entry: 'at no charge please' }]);
    const asked = 'You said “at no charge please”. The repair would cost 90 euros – may I still show you this way?';
    expect((await server.call(reply, { as: 'agent', params: { id }, body: { body: asked } })).status).toBe(201);
  });

  it('[L5] an option whose words break a condition goes on the table only with a reason', async () => {
    id = await fresh();
    const value = { kind: 'money', max: { minor: 0, currency: 'EUR' } };
    await server.call(addEntry, {
      as: 'agent',
      params: { id },
      body: { kind: 'condition', text: 'at no charge', value },
    });
    await server.call(skipInterest, { as: 'agent', params: { id }, body: { why: 'they told us on the phone' } });
    const made = await server.call(draftOption, {
      as: 'agent',
      params: { id },
      body: option('We repair it for a fee of 90 euros.'),
    });
    const body = { optionIds: [made.body.id], oneOptionWhy: 'there is no other' };
    expect((await server.call(openRound, { as: 'agent', params: { id }, body })).problem.code).toBe('breaks-condition');
    const all = { ...body, missesWhy: 'so that they can compare' };
    expect((await server.call(openRound, { as: 'agent', params: { id }, body: all })).status).toBe(201);
  });

  it('[T14] [T15] the person it binds is asked: the promise waits for them, also within one’s own limits', async () => {
    id = await fresh();
    const asked = { ...promise(BOSS), approver: server.people.lead, askFirst: 'May I promise a new pump?' };
    const made = await server.call(makePromise, { as: 'agent', params: { id }, body: asked });
    expect(made.body.state).toBe('awaiting-approval');
    const { ofMe } = (await server.call(listApprovals, { as: 'lead' })).body;
    expect(ofMe.find((a) => a.id === made.body.approvalId)).toMatchObject({
      why: 'May I promise a new pump?',
      text: BOSS,
    });
    const nobody = await server.call(makePromise, {
      as: 'agent',
      params: { id },
      body: { ...asked, approver: undefined },
    });
    expect(nobody.problem.code).toBe('approver-missing');
  });
});

describe('the rules are the team’s', () => {
  const set = (status: string, as: Seat = 'lead') =>
    server.call(coach.changeRule, { as, params: { rule: 'binds-others' }, body: { lang: 'en', status } });
  const row = async (rule: string) =>
    (await server.call(coach.listRules, { as: 'agent', query: { lang: 'en' } })).body.items.find(
      (r) => r.rule === rule,
    );

  it('[T14] on trial a rule stops nothing and what it would have said is kept; off it says nothing; an agent may not switch it', async () => {
    id = await fresh();
    const send = async () => (await server.call(reply, { as: 'agent', params: { id }, body: { body: BOSS } })).status;
    expect((await set('trial', 'agent')).status).toBe(403);
    expect((await set('trial')).status).toBe(200);
    expect(await send()).toBe(201);
    expect(await row('binds-others')).toMatchObject({
      status: 'trial',
      byName: 'Lena Lead',
      wouldHaveSaid: [BOSS],
    });
    await set('off');
    expect(await send()).toBe(201);
    await set('on', 'owner');
    expect(await send()).toBe(409);
  });

  it('“that’s wrong” is counted: more than a fifth of thirty showings sends the rule back to trial, in the ledger', async () => {
    const items = Array.from({ length: 30 }, (_, n) => ({ rule: 'rude', lang: 'en', sentence: `s${n}` }));
    await server.call(coach.reportShowings, { as: 'agent', body: { items } });
    await server.call(coach.reportShowings, { as: 'agent', body: { items } });
    const wrong = (n: number) => server.call(coach.callWrong, { as: 'agent', body: items[n] });
    for (let n = 0; n < 6; n += 1) expect((await wrong(n)).body.backToTrial).toBe(false);
    expect((await wrong(5)).body.backToTrial).toBe(false);
    expect(await row('rude')).toMatchObject({ status: 'on', shown: 30, wrong: 6 });
    expect((await wrong(6)).body.backToTrial).toBe(true);
    expect(await row('rude')).toMatchObject({ status: 'trial', byItself: true, byName: null });
    const events = await server.within((tx) =>
      tx.selectFrom('event').select('data').where('kind', '=', 'coach.back-to-trial').execute(),
    );
    expect(events.map((e) => e.data)).toEqual([{ rule: 'rude', lang: 'en', shown: 30, wrong: 7 }]);
  });

  it('a hint is hushed for me or for the team; what stops is not', async () => {
    id = await fresh();
    const hush = (rule: string, scope: string, as: Seat) =>
      server.call(coach.hush, { as, body: { rule, sentence: `x-${scope}`, scope } });
    await hush('riddle', 'me', 'agent');
    await hush('riddle', 'team', 'agent');
    const hushed = async (as: Seat) => (await server.call(coach.coaching, { as, params: { id } })).body.hushed;
    expect(await hushed('agent')).toEqual(expect.arrayContaining(['riddle:x-me', 'riddle:x-team']));
    expect(await hushed('lead')).toEqual(['riddle:x-team']);
    expect((await hush('binds-others', 'me', 'agent')).problem.code).toBe('stop-not-hushed');
  });

  it('[T15] the page is given what it needs to read a draft by itself, and the days that promises fall on', async () => {
    id = await fresh();
    const { body } = await server.call(coach.coaching, { as: 'agent', params: { id } });
    expect(body).toMatchObject({ zone: 'Europe/Warsaw', lang: 'en', author: { name: 'Adam Agent', hours: 4 } });
    const weekends = body.calendar.days.filter((d) => [0, 6].includes(new Date(`${d.date}T12:00:00Z`).getUTCDay()));
    expect([weekends, body.calendar.days.length > 80]).toEqual([[], true]);
    expect((await pageOf(id)).entries).toEqual([]);
  });
});

describe('the words we hand out ourselves', () => {
  it.each(LANGS)('[T14] no ready text in %s that a person sends on would be stopped', async (lang) => {
    const facts = { zone: 'Europe/Warsaw', entries: [], products: [] };
    const author = { name: 'Adam', hours: 0, moneyMinor: 0, kinds: [] };
    const context = contextOf({ ...facts, author }, 'reply', lang, server.ctx.now());
    const pack = await loadPack(lang);
    const ready = Object.entries(catalogue(lang)).filter(
      ([key]) => key.startsWith('mail.') && !key.startsWith('mail.ack-'),
    );
    expect(ready.length).toBeGreaterThan(15);
    const stopped = ready.filter(([, text]) => check(text, context, pack).findings.some((f) => f.level === 'stop'));
    expect(stopped).toEqual([]);
  });
});
