import { afterAll, beforeAll, expect, it } from 'vitest';
import * as negotiation from '../src/contract/negotiation.ts';
import * as review from '../src/contract/review.ts';
import * as situations from '../src/contract/situations.ts';
import { DAY } from '../src/domain/shared/instant.ts';
import { findContact } from '../src/features/clients/public.ts';
import { emptyOutbox } from '../src/features/mail/empty-outbox.ts';
import { enqueueMail } from '../src/features/mail/public.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { type SmtpSink, smtpSink } from './support/smtp-sink.ts';
import { talk } from './support/table.ts';

let app: TestServer;
let sink: SmtpSink;
let client: Client;

beforeAll(async () => {
  app = await testServer();
  sink = await smtpSink();
  client = await app.client('ACME Foundry', ['nowak@acme.example', 'kowal@acme.example']);
}, 60_000);
afterAll(async () => {
  await app.close();
  await sink.close();
});

const send = () => emptyOutbox({ ...app.ctx, smtpUrl: sink.url }).run(app.workspaceId);
const reached = (subject: string): string[] => sink.mails.filter((m) => m.raw.includes(subject)).flatMap((m) => m.to);

/** What a machine writes: to this person, about this request. */
const machineWrites = (requestId: string, contactId: string, subject: string) =>
  app.within(async (tx) => {
    const contact = await findContact(tx, contactId);
    if (!contact) throw new Error('no contact');
    const thread = { references: [], inReplyTo: null };
    const mail = { requestId, clientId: client.id, messageId: null, contact, subject, text: 'x', lang: 'en', thread };
    await enqueueMail(tx, app.ctx, { ...mail, automatic: true, notBefore: app.ctx.now() }, app.ctx.now());
  });

it('[S1] a heated talk: logged for us alone, machines keep quiet, the form is offered and its facts land on the request', async () => {
  const [nowak = '', kowal = ''] = client.contacts;
  const t = await talk(app, client, 'The line stood all weekend');
  const params = { id: t.id };
  await machineWrites(t.id, nowak, 'queued-before');
  const letter = (await app.call(situations.claimsLetter, { as: 'agent', params: { ...params, contactId: nowak } }))
    .body;
  const words = 'shouted that we are all useless';
  const body = { contactId: nowak, words, minutes: 20, letter: { subject: letter.subject, body: letter.body } };
  const logged = await app.call(situations.logHeated, { as: 'agent', params, body });
  expect(logged.status).toBe(201);

  // The offer, written by a person, goes; what a machine had waiting for her rests, and nothing new is made for her.
  await send();
  expect(reached('We want to get this right')).toEqual(['nowak@acme.example']);
  expect(reached('queued-before')).toEqual([]);
  await expect(machineWrites(t.id, nowak, 'made-meanwhile')).rejects.toMatchObject({
    refusal: { code: 'too-many-automatic-mails' },
  });
  await machineWrites(t.id, kowal, 'to-the-other');
  await send();
  expect(reached('to-the-other')).toEqual(['kowal@acme.example']);

  const seen = await t.page();
  expect(seen.situations.heated).toMatchObject([{ words, quiet: true, form: 'offered', contactName: 'nowak' }]);
  expect(seen.minutes).toBeGreaterThanOrEqual(20);
  const room = await t.room();
  expect(room.claimForm).toBe(true);
  expect(JSON.stringify(room)).not.toContain(words);

  const form = new FormData();
  form.append('file', new Blob(['seen at 02:10'], { type: 'text/plain' }), 'log.txt');
  const upload = async (as: { cookie: string }) => {
    const encoded = new Response(form);
    return app.server.app.inject({
      method: 'POST',
      url: '/api/room/uploads',
      headers: { cookie: as.cookie, 'content-type': encoded.headers.get('content-type') ?? '' },
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
  };
  const mine = (await upload(t.contact)).json<{ id: string }>().id;
  const theirs = (await upload(await app.room(client.id, kowal, t.id))).json<{ id: string }>().id;
  const facts = {
    happened: 'The drive stopped at two.',
    happenedAt: 'Saturday, 02:10',
    expected: 'Somebody comes within four hours',
    effect: 'Two shifts stood still.',
    evidence: 'the log of the line',
  };
  const claim = (uploadIds: string[]) =>
    app.call(situations.sendClaims, { as: t.contact, params, body: { ...facts, uploadIds } });
  expect((await claim([theirs])).problem.code).toBe('attachment-gone');
  expect((await claim([mine])).status).toBe(201);
  const landed = await t.page();
  expect(landed.situations.claims).toMatchObject([{ ...facts, contactName: 'nowak' }]);
  expect(landed.situations.heated[0]?.form).toBe('answered');
  const message = landed.messages.at(-1);
  expect([message?.direction, message?.attachments.map((a) => a.name)]).toEqual(['in', ['log.txt']]);
  for (const said of [facts.happened, facts.effect])
    expect(landed.entries.find((e) => e.text === said)?.sources[0]?.messageId, said).toBe(message?.id);
  expect([landed.ball, (await t.room()).claimForm]).toEqual(['ours', false]);

  const heatedId = logged.body.id;
  const ended = { as: 'agent', params: { ...params, heatedId }, body: {} } as const;
  expect((await app.call(situations.endHeated, ended)).status).toBe(201);
  expect((await app.call(situations.endHeated, ended)).problem.code).toBe('not-found');
  await send();
  expect(reached('queued-before')).toEqual(['nowak@acme.example']);
});

it('[S1] the quiet ends by itself on its date, and what waited goes then', async () => {
  const [, kowal = ''] = client.contacts;
  const t = await talk(app, client, 'Third time this month');
  const body = { contactId: kowal, words: 'hung up on us', quietDays: 1 };
  await machineWrites(t.id, kowal, 'waits-a-day');
  await app.call(situations.logHeated, { as: 'agent', params: { id: t.id }, body });
  expect((await t.room()).claimForm).toBe(false);
  await send();
  expect(reached('waits-a-day')).toEqual([]);
  app.forward(DAY + 1);
  await send();
  expect(reached('waits-a-day')).toEqual(['kowal@acme.example']);
  expect((await t.page()).situations.heated[0]?.quiet).toBe(false);
});

const causesOf = async (): Promise<Record<string, number>> => {
  const day = (days: number): string => new Date(app.ctx.now() + days * DAY).toISOString().slice(0, 10);
  const body = { clientId: client.id, from: day(-9), to: day(9) };
  const { id } = (await app.call(review.openReview, { as: 'agent', body })).body;
  const { document } = (await app.call(review.getReview, { as: 'agent', params: { id } })).body;
  return Object.fromEntries(document.figures.causes.map((c) => [c.cause, c.n]));
};

it.each([
  ['[S4] sold what they have', 'sold-twice', 'a second compressor', ['expansion', 'second-site', 'exchange']],
  ['[S10] inflated expectations', 'left-unsaid', 'a line without any stop', ['possible-now', 'in-steps', 'whole']],
] as const)(
  '%s: the ways out are options ready to be edited, agreed on like any other, and the review counts the cause',
  async (_id, kind, thing, codes) => {
    const t = await talk(app, client, thing);
    const params = { id: t.id };
    const record = () => app.call(situations.recordUnsaid, { as: 'agent', params, body: { kind, words: thing } });
    await record();
    await record();
    expect((await t.page()).situations.unsaid).toMatchObject([{ kind, words: thing, byName: 'Adam Agent' }]);
    expect(await causesOf()).toMatchObject({ [kind]: 1 });

    const query = { situation: kind, thing };
    const { ways } = (await app.call(situations.readyWays, { as: 'agent', params, query })).body;
    expect(ways.map((w) => w.code)).toEqual(codes);
    const date = { kind: 'by-hand' as const, at: new Date(app.ctx.now() + 9 * DAY).toISOString() };
    const drafted = [];
    for (const { title, terms } of ways) {
      const body = { title, terms: { ...terms, date } };
      const made = await app.call(negotiation.draftOption, { as: 'agent', params, body });
      expect(made.status, `${title}: ${made.problem.code}`).toBe(201);
      drafted.push(made.body);
    }
    const optionIds = drafted.map((o) => o.id);
    expect((await app.call(negotiation.openRound, { as: 'agent', params, body: { optionIds } })).status).toBe(201);
    const room = await t.room();
    expect(room.options.map((o) => o.title).every((title) => title.includes(thing))).toBe(true);
    expect(JSON.stringify(room)).not.toContain('left_unsaid');
    const first = drafted[0];
    if (!first) throw new Error('no option');
    await t.say('ours', first);
    expect((await t.say('theirs', first)).agreed).toBe(true);
    await t.sign();
  },
);

it('[S4] an exchange for what they already had costs them nothing, and says so in a line', async () => {
  const t = await talk(app, client, 'The spare drive');
  const query = { situation: 'sold-twice' as const, thing: 'a spare drive' };
  const { ways } = (await app.call(situations.readyWays, { as: 'agent', params: { id: t.id }, query })).body;
  expect(ways.at(-1)?.terms.costs).toEqual([{ label: 'Exchange', minor: 0, currency: 'EUR' }]);
});
