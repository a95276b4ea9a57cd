import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as accords from '../src/contract/accords.ts';
import * as conversation from '../src/contract/conversation.ts';
import * as negotiation from '../src/contract/negotiation.ts';
import * as room from '../src/contract/room.ts';
import * as roomPeople from '../src/contract/room-people.ts';
import { DAY, MINUTE } from '../src/domain/shared/instant.ts';
import { emptyOutbox } from '../src/features/mail/empty-outbox.ts';
import { roomLink } from '../src/features/room/public.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { type SmtpSink, smtpSink } from './support/smtp-sink.ts';
import { type Talk, talk } from './support/table.ts';

let app: TestServer;
let sink: SmtpSink;
let client: Client;
let t: Talk;
let n = 0;

beforeAll(async () => {
  app = await testServer();
  sink = await smtpSink();
}, 60_000);
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  n += 1;
  client = await app.client(`ACME ${n}`, [`nowak-${n}@acme.example`]);
  t = await talk(app, client, 'Swap the drive');
});

const nowak = (): string => client.contacts[0] ?? '';
const link = (requestId: string | null = t.id): Promise<string> =>
  app.within((tx) =>
    roomLink(tx, app.ctx.publicUrl, { clientId: client.id, contactId: nowak(), requestId }, app.ctx.now()),
  );

/** Somebody opens a link on a device of their own choosing. */
async function open(url: string, device = ''): Promise<{ cookie: string }> {
  const token = url.split('#t=')[1];
  const response = await app.server.app.inject({
    method: 'POST',
    url: '/api/room/session',
    payload: { token },
    headers: device ? { cookie: device } : {},
  });
  const lines = [response.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0]);
  return { cookie: lines.join('; ') };
}

const me = async (as: { cookie: string }) => (await app.call(room.roomMe, { as })).body;
const write = (as: { cookie: string }) =>
  app.call(conversation.writeInRoom, { as, params: { id: t.id }, body: { body: 'It is me.' } });
const askCode = (as: { cookie: string }) => app.call(room.sendCode, { as, body: {} });
const prove = (as: { cookie: string }, code: string) => app.call(room.proveMailbox, { as, body: { code } });

/** The codes that reached this mailbox, the latest last. */
async function codes(): Promise<string[]> {
  await emptyOutbox({ ...app.ctx, smtpUrl: sink.url }).run(app.workspaceId);
  return sink.mails
    .filter((m) => m.to.includes(`nowak-${n}@acme.example`))
    .flatMap((m) => /^Subject: (\d{6}) is your code/m.exec(m.raw)?.[1] ?? []);
}
const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('a link that was passed on', () => {
  it('[P9] shows its one request on another device and lets nobody act there: no answer, no signature, no word, no file', async () => {
    const { A } = await t.lay({ A: {} });
    if (!A) throw new Error('no option');
    await t.say('ours', A);
    await t.say('theirs', A);
    const accord = (await t.page()).accords[0];
    const stranger = await open(await link());
    expect(await me(stranger)).toMatchObject({ proven: false, may: 'see', requestId: t.id });
    const seen = await app.call(room.roomRequest, { as: stranger, params: { id: t.id } });
    expect([seen.status, seen.body.me.may]).toEqual([200, 'see']);
    const params = { id: t.id, optionId: A.id };
    const pen = { fingerprint: accord?.fingerprint ?? '', typedName: 'Maria Nowak', understood: true as const };
    const acts = [
      await app.call(negotiation.takeStanceInRoom, { as: stranger, params, body: { hash: A.hash, kind: 'works' } }),
      await app.call(accords.signAccordInRoom, { as: stranger, params: { id: accord?.id ?? '' }, body: pen }),
      await write(stranger),
    ];
    expect(acts.map((a) => [a.status, a.problem.code])).toEqual(acts.map(() => [403, 'prove-mailbox']));
    const url = '/api/room/uploads';
    const upload = await app.server.app.inject({ method: 'POST', url, headers: { cookie: stranger.cookie } });
    expect(upload.statusCode).toBe(403);

    const everything = await open(await link(null));
    expect((await app.call(room.roomRequests, { as: everything })).body.items).toEqual([]);
    expect((await app.call(room.roomRequest, { as: everything, params: { id: t.id } })).status).toBe(404);
  });

  it('[P9] a code from the mailbox makes the device theirs; it is in no conversation, and only the latest one counts', async () => {
    const phone = await open(await link());
    expect((await askCode(phone)).status).toBe(201);
    const [first = ''] = await codes();
    expect((await prove(phone, wrong(first))).problem.code).toBe('code-wrong');
    await askCode(phone);
    const latest = (await codes()).at(-1) ?? '';
    expect(JSON.stringify([await t.page(), await t.room()])).not.toContain(latest);
    if (first !== latest) expect((await prove(phone, first)).problem.code).toBe('code-wrong');
    expect((await prove(phone, latest)).status).toBe(200);
    expect(await me(phone)).toMatchObject({ proven: true, may: 'decide' });
    expect((await write(phone)).status).toBe(201);
    // The next link on the same device asks for nothing; without its cookie it is a stranger again.
    const device = /parley_device=[^;]+/.exec(phone.cookie)?.[0] ?? '';
    expect((await me(await open(await link(), device))).proven).toBe(true);
    expect((await me(await open(await link()))).proven).toBe(false);
    expect((await prove(await open(await link()), latest)).problem.code).toBe('code-expired');
  });

  it('a code is good for ten minutes, six tries and no more; five codes in an hour', async () => {
    const stranger = await open(await link());
    await askCode(stranger);
    const [code = ''] = await codes();
    app.forward(10 * MINUTE + 1);
    expect((await prove(stranger, code)).problem.code).toBe('code-expired');
    await askCode(stranger);
    const fresh = (await codes()).at(-1) ?? '';
    for (let tries = 1; tries < 6; tries += 1)
      expect((await prove(stranger, wrong(fresh))).problem.code).toBe('code-wrong');
    expect((await prove(stranger, fresh)).problem.code).toBe('too-many');
    const asked = [await askCode(stranger), await askCode(stranger), await askCode(stranger), await askCode(stranger)];
    expect(asked.map((a) => a.status)).toEqual([201, 201, 201, 429]);
  });
});

describe('the first use from the mail', () => {
  it('asks for nothing, on whatever device it is; a link nobody opened for a week is no proof any more', async () => {
    const other = await app.client(`Other ${n}`, [`new-${n}@acme.example`]);
    const contactId = other.contacts[0] ?? '';
    const to = { clientId: other.id, contactId, requestId: null };
    const made = await app.within((tx) => roomLink(tx, app.ctx.publicUrl, to, app.ctx.now()));
    const late = await app.within((tx) => roomLink(tx, app.ctx.publicUrl, to, app.ctx.now() - 8 * DAY));
    expect((await me(await open(late))).proven).toBe(false);
    expect((await me(await open(made))).proven).toBe(true);
  });

  it('of two first clicks at once one is the first', async () => {
    const other = await app.client(`Twice ${n}`, [`twice-${n}@acme.example`]);
    const to = { clientId: other.id, contactId: other.contacts[0] ?? '', requestId: null };
    const made = await app.within((tx) => roomLink(tx, app.ctx.publicUrl, to, app.ctx.now()));
    const both = await Promise.all([open(made), open(made)]);
    const proven = await Promise.all(both.map(async (who) => (await me(who)).proven));
    expect(proven.filter(Boolean)).toHaveLength(1);
  });

  it('links ended from the desk take their devices along, and so does another mailbox', async () => {
    const ended = { as: 'agent', params: { id: t.id, contactId: nowak() } } as const;
    expect((await app.call(roomPeople.revokeLinks, ended)).status).toBe(200);
    expect((await app.call(room.roomMe, { as: t.contact })).status).toBe(401);
    const anew = await open(await link());
    expect((await me(anew)).proven).toBe(true);
    const old = await link();
    await app.within((tx) =>
      tx
        .updateTable('contact')
        .set({ email: `moved-${n}@acme.example` })
        .where('id', '=', nowak())
        .execute(),
    );
    expect((await app.call(room.roomMe, { as: anew })).status).toBe(401);
    expect((await open(old)).cookie).toBe('');
    expect((await me(await open(await link()))).proven).toBe(true);
  });
});
