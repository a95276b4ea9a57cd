import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Mailbox, dovecot } from '../e2e/support/dovecot.ts';
import { reply } from '../src/contract/conversation.ts';
import { mailboxes } from '../src/contract/mail.ts';
import * as wire from '../src/contract/mailboxes.ts';
import { listRequests } from '../src/contract/requests.ts';
import { type ImapPeer, imapPeer } from './support/imap-peer.ts';
import { headerOf, mailOf, messageId, outgoing, receive } from './support/mails.ts';
import { type TestServer, testServer } from './support/server.ts';
import { type SmtpPeer, smtpPeer } from './support/smtp-peer.ts';

let server: TestServer;
let post: Mailbox;
let sink: SmtpPeer;
let peer: ImapPeer;
let tokens: { url: string; asked: URLSearchParams[]; close: () => void };
beforeAll(async () => {
  [post, sink, peer, tokens] = await Promise.all([dovecot(), smtpPeer(), imapPeer(), tokenServer()]);
  server = await testServer({ worker: true });
  await server.client('Nordic Mills', ['ada@nordic.example']);
}, 60_000);
afterAll(async () => {
  await server?.close();
  await Promise.all([post?.stop(), sink?.close(), peer?.close()]);
  tokens?.close();
});

/** Gives a new refresh token with each bearer token, as some providers do. */
async function tokenServer() {
  const asked: URLSearchParams[] = [];
  const http = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      asked.push(new URLSearchParams(body));
      const token = {
        access_token: `bearer-${asked.length}`,
        expires_in: 3600,
        refresh_token: `fresh-${asked.length}`,
      };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(token));
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/token`,
    asked,
    close: () => void http.close(),
  };
}

const portOf = (url: string): number => Number(new URL(url).port);
const setup = (change: Partial<wire.MailboxSetup> = {}): wire.MailboxSetup => ({
  name: 'Repairs',
  address: 'a-rather-long-name@firm.example',
  reading: true,
  imap: { host: '127.0.0.1', port: portOf(post.url), security: 'none', user: 'desk@firm.example', folder: 'INBOX' },
  smtp: { host: '127.0.0.1', port: portOf(sink.url), security: 'none', user: null },
  login: 'password',
  oauth: null,
  password: 'secret',
  ...change,
});
const add = (body: wire.MailboxSetup) => server.call(wire.addMailbox, { as: 'owner', body });
const listed = async () => (await server.call(wire.listMailboxAccounts, { as: 'owner' })).body;
const sealed = async () =>
  server.within((tx) => tx.selectFrom('mailbox_account').select(['mailbox_id', 'secret', 'version']).execute());

describe('a mailbox set up in Settings', () => {
  let id = '';
  it('is for owners', async () => {
    for (const as of ['agent', 'lead'] as const) {
      expect((await server.call(wire.addMailbox, { as, body: setup() })).status).toBe(403);
      expect((await server.call(wire.listMailboxAccounts, { as })).status).toBe(403);
    }
  });

  it('needs its password, and is set up once', async () => {
    const { password: _, ...without } = setup();
    expect((await add(without)).problem.code).toBe('secret-missing');
    const added = await add(setup());
    expect(added.status).toBe(201);
    id = added.body.id;
    expect((await add(setup())).problem.code).toBe('mailbox-known');
  });

  it('its password is sealed, and neither page nor ledger nor log ever shows it', async () => {
    const body = setup({ password: 's3same' });
    expect((await server.call(wire.changeMailbox, { as: 'owner', params: { id }, body })).status).toBe(200);
    const [row] = await sealed();
    expect(row?.secret.includes('s3same')).toBe(false);
    expect(JSON.stringify(await listed())).not.toContain('s3same');
    const events = await server.within((tx) => tx.selectFrom('event').select('data').execute());
    expect(JSON.stringify(events)).toContain('a-rather-long-name');
    expect(JSON.stringify(events)).not.toContain('s3same');
  });

  it('says whether it works, and with what answer it does not', async () => {
    const { password: _, ...body } = setup();
    const attempt = async () => (await server.call(wire.tryMailbox, { as: 'owner', params: { id } })).body;
    const works = { ok: true, error: null };
    expect((await attempt()).incoming).toMatchObject({ ok: false });
    await vi.waitFor(async () => expect((await listed()).items[0]).toMatchObject({ state: 'error' }), 20_000);
    expect((await listed()).items[0]?.error).toMatch(/auth/i);
    const right = { as: 'owner', params: { id }, body: { ...body, password: 'secret' } } as const;
    expect((await server.call(wire.changeMailbox, right)).status).toBe(200);
    expect(await attempt()).toEqual({ incoming: works, outgoing: works });
    expect(sink.bodies).toEqual([]);
  }, 40_000);

  it('a password left out stays, but not for another server, port or way', async () => {
    const { password: _, ...same } = setup({ name: 'Repair shop' });
    const change = (body: wire.MailboxSetup) => server.call(wire.changeMailbox, { as: 'owner', params: { id }, body });
    expect((await change(same)).status).toBe(200);
    for (const imap of [{ host: 'evil.example' }, { port: 1143 }, { security: 'starttls' as const }])
      expect((await change({ ...same, imap: { ...same.imap, ...imap } })).problem.code).toBe('secret-missing');
    const smtp = { host: 'evil.example', port: 25, security: 'none' as const, user: null };
    expect((await change({ ...same, smtp })).problem.code).toBe('secret-missing');
  });

  it('is read, and what came through it is answered from its address, by its own server, to an address with a short token', async () => {
    await post.deliver(mailOf({ from: 'ada@nordic.example', to: setup().address, subject: 'The gate' }).toString());
    const row = await vi.waitFor(async () => {
      const { body } = await server.call(listRequests, { as: 'agent', query: { phase: 'all' } });
      return body.items.find((r) => r.subject === 'The gate') ?? Promise.reject(new Error('not yet'));
    }, 20_000);
    const answer = { as: 'agent', params: { id: row.id }, body: { body: 'We come tomorrow.' } } as const;
    expect((await server.call(reply, answer)).status).toBe(201);
    const past = new Date(Date.now() - 1000).toISOString();
    await server.within((tx) => tx.updateTable('outbox').set({ not_before: past }).execute());
    await vi.waitFor(() => expect(sink.accepted.some((m) => m.includes('We come tomorrow.'))).toBe(true), 30_000);
    const sent = (await outgoing(server, row.id)).find((o) => o.text.includes('We come tomorrow.'));
    expect(headerOf(sent?.text ?? '', 'From')).toBe('Repair shop <a-rather-long-name@firm.example>');
    const replyTo = headerOf(sent?.text ?? '', 'Reply-To');
    expect(replyTo).toMatch(/^a-rather-long-name\+[a-z2-7]{34}@firm\.example$/);

    const letter = { from: 'ada@nordic.example', to: replyTo, subject: 'something else', id: messageId() };
    expect(await receive(server, mailOf(letter))).toMatchObject({ state: 'reply', requestId: row.id });
    const forged = { ...letter, id: messageId(), to: replyTo.replace(/.@/, (end) => (end === 'a@' ? 'q@' : 'a@')) };
    expect(await receive(server, mailOf(forged))).not.toMatchObject({ requestId: row.id });
  }, 60_000);

  it('what carries a bearer token is signed in with one, and the newest refresh token is kept', async () => {
    const imap = { ...setup().imap, port: portOf(peer.url), user: 'token@firm.example' };
    const oauth = { tokenUrl: tokens.url, clientId: 'parley' };
    const { password: _, ...body } = setup({ address: 'token@firm.example', imap, login: 'oauth', oauth });
    expect((await add({ ...body, refreshToken: 'first' })).status).toBe(201);
    const open = await add({
      ...body,
      address: 'x@firm.example',
      oauth: { ...oauth, tokenUrl: 'http://login.example/' },
      refreshToken: 'x',
    });
    expect(open.problem.code).toBe('token-address-open');
    await vi.waitFor(() => expect(peer.commands.join(' ')).toMatch(/AUTHENTICATE XOAUTH2/), 20_000);
    const words = /XOAUTH2 (\S+)/.exec(peer.commands.join(' '))?.[1] ?? '';
    expect(Buffer.from(words, 'base64').toString()).toContain('auth=Bearer bearer-1');
    expect(tokens.asked[0]?.get('refresh_token')).toBe('first');
    const box = (await listed()).items.find((b) => b.address === 'token@firm.example');
    await vi.waitFor(async () => expect((await sealed()).length).toBe(2));
    const tried = await server.call(wire.tryMailbox, { as: 'owner', params: { id: box?.id ?? '' } });
    expect(tried.body.outgoing).toEqual({ ok: true, error: null });
    expect(tokens.asked.length).toBe(1);
    server.forward(2 * 3_600_000);
    await server.call(wire.tryMailbox, { as: 'owner', params: { id: box?.id ?? '' } });
    expect(tokens.asked[1]?.get('refresh_token')).toBe('fresh-1');
  }, 60_000);

  it('is forgotten with its secrets; the mail that came through it stays', async () => {
    expect((await server.call(wire.removeMailbox, { as: 'owner', params: { id } })).status).toBe(200);
    expect((await sealed()).map((row) => row.mailbox_id)).not.toContain(id);
    expect((await server.call(mailboxes, { as: 'agent' })).body.items.map((m) => m.id)).toContain(id);
  });
});

it('whose word on senders counts is said by an owner', async () => {
  const set = (authservId: string) => server.call(wire.setAuthserv, { as: 'owner', body: { authservId } });
  expect((await set('mx.firm.example')).status).toBe(200);
  expect((await listed()).authservId).toBe('mx.firm.example');
  expect((await set('two words')).status).toBe(422);
  await set('');
  expect((await listed()).authservId).toBeNull();
});
