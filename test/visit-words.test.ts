import { afterAll, beforeAll, expect, it } from 'vitest';
import * as visits from '../src/contract/visits.ts';
import { emptyOutbox } from '../src/features/mail/empty-outbox.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { type SmtpSink, smtpSink } from './support/smtp-sink.ts';
import { inside, visitsOf } from './support/visits.ts';

let app: TestServer;
let sink: SmtpSink;
let acme: Client;
let kit: ReturnType<typeof visitsOf>;

beforeAll(async () => {
  app = await testServer();
  sink = await smtpSink();
  acme = await app.client('ACME Foundry', ['nowak@acme.example']);
  kit = visitsOf(app);
}, 60_000);
afterAll(async () => {
  await app.close();
  await sink.close();
});

const mails = async () => {
  await emptyOutbox({ ...app.ctx, smtpUrl: sink.url }).run(app.workspaceId);
  return sink.mails;
};

it.each(['en', 'ru', 'pl', 'fr'] as const)(
  '[S8] [S13] every ready message in %s is words of its own that the coach lets pass',
  async (lang) => {
    const days = { en: 60, ru: 70, pl: 80, fr: 90 }[lang];
    const requestId = await kit.ask(`Words ${lang}`, acme);
    const contactId = acme.contacts[0] ?? '';
    await app.within((tx) => tx.updateTable('contact').set({ lang }).where('id', '=', contactId).execute());
    const id = await kit.planned('agent', kit.plan(acme, { ...kit.at(days), requestId, slots: [kit.at(days + 1)] }));
    const seen = new Set<string>();
    for (const about of visits.VisitLetter.options) {
      const ready = await app.call(visits.visitMessage, { as: 'agent', params: { id }, query: { about } });
      const { subject, body } = ready.body;
      expect([ready.body.lang, seen.has(body)]).toEqual([lang, false]);
      seen.add(body);
      const sent = await app.call(visits.sendVisitMessage, {
        as: 'agent',
        params: { id },
        body: { about, subject, body },
      });
      expect([about, sent.status, sent.problem.code]).toEqual([about, 201, undefined]);
    }
    expect((await mails()).length).toBeGreaterThanOrEqual(visits.VisitLetter.options.length);
  },
);

it('[S13] a visit called off is taken out of their calendar by the same entry', async () => {
  await app.within((tx) =>
    tx
      .updateTable('contact')
      .set({ lang: 'en' })
      .where('id', '=', acme.contacts[0] ?? '')
      .execute(),
  );
  const id = await kit.planned(
    'agent',
    kit.plan(acme, { ...kit.at(50), requestId: await kit.ask('Called off', acme) }),
  );
  const send = (about: string) =>
    app.call(visits.sendVisitMessage, {
      as: 'agent',
      params: { id },
      body: { about, subject: 'The visit', body: 'Hello.' },
    });
  await send('invitation');
  await app.call(visits.endVisit, {
    as: 'agent',
    params: { id },
    body: { outcome: 'called-off', words: 'the drive is late' },
  });
  await send('called-off');
  const cancelled = (await mails()).map((m) => inside(m.raw)).filter((raw) => raw.includes('METHOD:CANCEL'));
  const mine = cancelled.find((raw) => raw.includes(`UID:visit-${id}@parley`));
  for (const line of ['SEQUENCE:1', 'STATUS:CANCELLED']) expect(mine).toContain(line);
});
