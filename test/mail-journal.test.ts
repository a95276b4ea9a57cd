import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ignoreMail, listKeptAside, mailboxes, makeIntakeToken, retryMail } from '../src/contract/mail.ts';
import { today } from '../src/contract/today.ts';
import { emptyJournal } from '../src/features/mail/empty-journal.ts';
import { storeRaw } from '../src/features/mail/store-raw.ts';
import { mailOf, messageId, receive } from './support/mails.ts';
import { type TestServer, testServer } from './support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.client('Nordic Mills', ['ada@nordic.example']);
});
afterAll(() => server.close());

const imap = { kind: 'imap' as const, name: 'support@firm.example', address: 'support@firm.example' };
const take = (raw: Uint8Array, uidValidity: number, uid: number) =>
  storeRaw(
    server.ctx,
    { workspaceId: server.workspaceId, via: imap, source: `imap ${uidValidity}:${uid}`, raw, at: { uidValidity, uid } },
    { job: true },
  );
const journal = () =>
  server.within((tx) => tx.selectFrom('raw_mail').select(['id', 'uid_validity', 'uid', 'sha256', 'state']).execute());
const cursor = () => server.within((tx) => tx.selectFrom('mail_cursor').selectAll().executeTakeFirst());

describe('step one: the raw bytes', () => {
  it('a mail is one row, however often it is handed over', async () => {
    const raw = mailOf({ from: 'ada@nordic.example' });
    const ids = await Promise.all(Array.from({ length: 8 }, () => take(raw, 7, 1)));
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    expect((await journal()).filter((m) => m.uid === 1)).toHaveLength(1);
  });

  it('the cursor goes forward only', async () => {
    await take(mailOf({ from: 'ada@nordic.example' }), 7, 5);
    await take(mailOf({ from: 'ada@nordic.example' }), 7, 3);
    expect(await cursor()).toMatchObject({ uid_validity: 7, last_uid: 5 });
  });

  it('the bytes are kept as they are', async () => {
    const raw = Buffer.concat([mailOf({ from: 'ada@nordic.example' }), Buffer.from([0, 255, 13, 10, 46, 13, 10])]);
    const id = await take(raw, 7, 6);
    const row = await server.within((tx) =>
      tx
        .selectFrom('raw_mail')
        .select('raw')
        .where('id', '=', id ?? '')
        .executeTakeFirstOrThrow(),
    );
    expect(row.raw.equals(raw)).toBe(true);
  });

  it('[F-28] a mailbox numbered anew is read again without a second row for any mail', async () => {
    const mails = Array.from({ length: 5 }, (_, n) => mailOf({ from: 'ada@nordic.example', subject: `Number ${n}` }));
    for (const [n, raw] of mails.entries()) await take(raw, 8, n + 1);
    await emptyJournal(server.ctx).run(server.workspaceId);
    const before = await journal();
    const requests = await countRequests();
    for (const [n, raw] of mails.entries()) expect(await take(raw, 9, 100 + n)).toBeNull();
    expect(await take(mailOf({ from: 'ada@nordic.example', subject: 'new' }), 9, 200)).not.toBeNull();
    await emptyJournal(server.ctx).run(server.workspaceId);
    expect((await journal()).length).toBe(before.length + 1);
    expect(await countRequests()).toBe(requests + 1);
    expect(await cursor()).toMatchObject({ uid_validity: 9, last_uid: 200 });
  });

  it('[F-31] of a mail over the limit its beginning is kept, aside, with its whole size', async () => {
    const raw = mailOf({ from: 'ada@nordic.example', subject: 'Sixty megabytes' });
    const at = { uidValidity: 9, uid: 300 };
    const place = { workspaceId: server.workspaceId, via: imap, source: 'imap 9:300' };
    await storeRaw(server.ctx, { ...place, raw, at, wholeSize: 60_000_000 }, { job: true });
    await emptyJournal(server.ctx).run(server.workspaceId);
    const aside = await server.call(listKeptAside, { as: 'agent' });
    expect(aside.body.items[0]).toMatchObject({
      reason: 'too-large',
      size: 60_000_000,
      subject: 'Sixty megabytes',
      from: 'ada@nordic.example',
    });
  });
});

describe('step two: everything that waits', () => {
  it('is handled in the order of arrival: an answer never overtakes the mail it answers', async () => {
    const ids = Array.from({ length: 6 }, messageId);
    for (const [n, id] of ids.entries()) {
      const references = n === 0 ? [] : [ids[n - 1] ?? ''];
      await take(mailOf({ from: 'ada@nordic.example', subject: 'A chain', id, references }), 9, 400 + n);
    }
    await emptyJournal(server.ctx).run(server.workspaceId);
    const rows = (await journal()).filter((m) => (m.uid ?? 0) >= 400).toSorted((a, b) => (a.uid ?? 0) - (b.uid ?? 0));
    expect(rows.map((m) => m.state)).toEqual(['request', 'reply', 'reply', 'reply', 'reply', 'reply']);
  });

  it('[F-30] one that cannot be read stands aside, the others go on', async () => {
    await take(mailOf({ from: 'ada@nordic.example' }), 9, 500);
    await take(Buffer.from('\u0000\u0001 this is no mail at all'), 9, 501);
    await take(mailOf({ from: 'ada@nordic.example' }), 9, 502);
    await emptyJournal(server.ctx).run(server.workspaceId);
    const states = (await journal()).filter((m) => [500, 501, 502].includes(m.uid ?? 0)).map((m) => m.state);
    expect(states.toSorted()).toEqual(['kept-aside', 'request', 'request']);
    const item = (await server.call(listKeptAside, { as: 'agent' })).body.items[0];
    expect(item?.reason).toBe('not-a-mail');
    const todo = await server.call(today, { as: 'agent' });
    expect(todo.body.items.map((i) => i.id)).toContain(`kept-aside:${item?.id}`);
  });

  it('a mail without a sender says so, and a person may try again or put it away', async () => {
    const raw = Buffer.from('Subject: from nobody\r\n\r\nHello\r\n');
    expect(await receive(server, raw)).toMatchObject({ state: 'kept-aside', reason: 'no-from' });
    const item = (await server.call(listKeptAside, { as: 'agent' })).body.items[0];
    const params = { id: item?.id ?? '' };
    expect((await server.call(retryMail, { as: 'agent', params })).status).toBe(200);
    await emptyJournal(server.ctx).run(server.workspaceId);
    const again = (await server.call(listKeptAside, { as: 'agent' })).body.items.find((i) => i.id === item?.id);
    expect(again?.tries).toBe(2);
    const body = { why: 'an empty test of the printer' };
    expect((await server.call(ignoreMail, { as: 'agent', params, body })).status).toBe(403);
    expect((await server.call(ignoreMail, { as: 'lead', params, body })).status).toBe(200);
    expect((await server.call(retryMail, { as: 'agent', params })).status).toBe(404);
    const download = await server.server.app.inject({
      url: `/api/mail/${params.id}/raw`,
      headers: { cookie: server.cookies.agent },
    });
    expect(download.rawPayload.equals(raw)).toBe(true);
    expect(download.headers['content-disposition']).toContain('attachment');
  });

  it('a mail that fails by a fault of ours is tried again, then kept aside, and stops nobody', async () => {
    const broken = {
      ...server.ctx,
      files: { ...server.ctx.files, put: () => Promise.reject(new TypeError('a fault')) },
    };
    const withFile = Buffer.from(
      mailOf({ from: 'ada@nordic.example' })
        .toString()
        .replace('Content-Type: text/plain; charset=utf-8', 'Content-Type: multipart/mixed; boundary=b')
        .replace(
          /\r\n\r\n[^]*$/,
          '\r\n\r\n--b\r\n\r\ntext\r\n--b\r\nContent-Disposition: attachment; filename=a.bin\r\n\r\nx\r\n--b--\r\n',
        ),
    );
    await take(withFile, 9, 600);
    await take(mailOf({ from: 'ada@nordic.example' }), 9, 601);
    const states = async () =>
      (await journal())
        .filter((m) => [600, 601].includes(m.uid ?? 0))
        .map((m) => m.state)
        .toSorted();
    const rounds = emptyJournal(broken);
    await rounds.run(server.workspaceId);
    expect(await states()).toEqual(['received', 'request']);
    await rounds.run(server.workspaceId);
    await rounds.run(server.workspaceId);
    expect(await states()).toEqual(['kept-aside', 'request']);
  });

  it('[F-16] a database that goes away counts against no mail', async () => {
    await take(mailOf({ from: 'ada@nordic.example' }), 9, 700);
    const away = Object.assign(new Error('Connection terminated'), { code: '57P01' });
    const files = { ...server.ctx.files };
    const lost = {
      ...server.ctx,
      files,
      now: () => {
        throw away;
      },
    };
    await expect(emptyJournal(lost).run(server.workspaceId)).rejects.toThrow('Connection terminated');
    await emptyJournal(server.ctx).run(server.workspaceId);
    expect((await journal()).find((m) => m.uid === 700)?.state).toBe('request');
  });
});

describe('mail handed over by HTTP', () => {
  const hand = (payload: Buffer, headers: Record<string, string>) =>
    server.server.app.inject({
      method: 'POST',
      url: '/api/mail',
      payload,
      headers: { 'content-type': 'message/rfc822', ...headers },
    });

  it('202 once the bytes are stored, and the same mail once', async () => {
    const raw = mailOf({ from: 'ada@nordic.example' });
    const first = await hand(raw, { cookie: server.cookies.agent });
    expect([first.statusCode, first.json()]).toEqual([202, { stored: true, known: false }]);
    expect((await hand(raw, { cookie: server.cookies.agent })).json()).toEqual({ stored: true, known: true });
  });

  it('with the workspace’s token; a new token ends the old one', async () => {
    const make = async () => (await server.call(makeIntakeToken, { as: 'owner' })).body.token;
    const [old, token] = [await make(), await make()];
    const raw = () => mailOf({ from: 'ada@nordic.example' });
    expect((await hand(raw(), { authorization: `Bearer ${token}` })).statusCode).toBe(202);
    for (const wrong of [old, '', 'x', `${token}x`, token.toUpperCase()])
      expect((await hand(raw(), { authorization: `Bearer ${wrong}` })).statusCode).toBe(401);
    expect((await hand(raw(), {})).statusCode).toBe(401);
    expect((await server.call(makeIntakeToken, { as: 'lead' })).status).toBe(403);
  });

  it('an empty body and another type are refused', async () => {
    expect((await hand(Buffer.alloc(0), { cookie: server.cookies.agent })).statusCode).toBe(422);
    const json = { cookie: server.cookies.agent, 'content-type': 'application/json' };
    expect((await hand(Buffer.from('{}'), json)).statusCode).toBe(415);
  });

  it('the ways in are listed', async () => {
    const { items, smtp } = (await server.call(mailboxes, { as: 'agent' })).body;
    expect([items.map((m) => m.kind).toSorted(), smtp]).toEqual([['http', 'imap'], false]);
  });
});

const countRequests = async () => (await server.within((tx) => tx.selectFrom('request').select('id').execute())).length;
