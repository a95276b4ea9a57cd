import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as people from '../src/contract/people.ts';
import { createRequest } from '../src/contract/requests.ts';
import { openRoom } from '../src/contract/room.ts';
import { DAY } from '../src/domain/shared/instant.ts';
import { roomLink } from '../src/features/room/public.ts';
import { createServer } from '../src/server/server.ts';
import { type TestServer, testServer } from './support/server.ts';

let app: TestServer;
beforeAll(async () => {
  app = await testServer();
}, 60_000);
afterAll(() => app.close());

const trySignIn = (email: string, password: string, to = app) =>
  to.server.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } });
const PASSWORD = 'correct horse battery staple';

describe('signing in', () => {
  it('[AT-65] a wrong password and an address nobody has get the same answer', async () => {
    const wrong = await trySignIn('agent@firm.example', 'not the password');
    const unknown = await trySignIn('nobody@firm.example', 'not the password');
    expect(wrong.statusCode).toBe(unknown.statusCode);
    expect(wrong.body).toBe(unknown.body);
    expect(wrong.json()).toMatchObject({ code: 'sign-in-failed' });
  });

  it('the eleventh try within ten minutes waits, even with the right password', async () => {
    for (let n = 1; n <= 10; n += 1) await trySignIn('lead@firm.example', `guess ${n}`);
    const eleventh = await trySignIn('lead@firm.example', PASSWORD);
    expect(eleventh.statusCode).toBe(429);
    expect(eleventh.json()).toMatchObject({ code: 'too-many' });
    expect((await trySignIn('owner@firm.example', PASSWORD)).statusCode).toBe(200);
  });

  it('the cookie is out of reach of scripts and other sites', async () => {
    const [cookie = ''] = [(await trySignIn('owner@firm.example', PASSWORD)).headers['set-cookie'] ?? []].flat();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/i);
  });

  it('signing out everywhere ends the other browsers too, at once', async () => {
    const other = String((await trySignIn('agent@firm.example', PASSWORD)).headers['set-cookie']).split(';')[0] ?? '';
    const me = () => app.server.app.inject({ url: '/api/me', headers: { cookie: other } });
    expect((await me()).statusCode).toBe(200);
    const mine = { ...app.cookies };
    expect((await app.call(people.signOutEverywhere, { as: 'agent' })).status).toBe(200);
    expect((await me()).statusCode).toBe(401);
    expect((await app.call(people.me, { as: { cookie: mine.agent } })).status).toBe(401);
  });
});

describe('an invitation', () => {
  const accept = (token: string) =>
    app.call(people.acceptInvitation, { body: { token, name: 'Nina New', password: PASSWORD, lang: 'pl' } });
  const invited = async (email: string): Promise<string> => {
    const made = await app.call(people.invite, { as: 'owner', body: { email, role: 'agent' } });
    return made.body.link.split('#t=')[1] ?? '';
  };

  it('lets in once; used, withdrawn, misspelt and expired get one answer', async () => {
    const token = await invited('nina@firm.example');
    expect((await accept(token)).status).toBe(201);
    const answers = [await accept(token), await accept(`${token}x`)];
    const late = await invited('late@firm.example');
    app.forward(60 * DAY);
    answers.push(await accept(late));
    app.forward(-60 * DAY);
    expect(new Set(answers.map((a) => `${a.status} ${a.problem.code}`))).toEqual(
      new Set([`${answers[0]?.status} ${answers[0]?.problem.code}`]),
    );
    expect(answers[0]?.status).toBeGreaterThanOrEqual(400);
    expect((await trySignIn('nina@firm.example', PASSWORD)).statusCode).toBe(200);
  });

  it('does not make the owner lock themselves out', async () => {
    const itself = { as: 'owner', params: { id: app.people.owner } } as const;
    expect((await app.call(people.changeMember, { ...itself, body: { active: false } })).problem.code).toBe(
      'owner-stays',
    );
    expect((await app.call(people.changeMember, { ...itself, body: { role: 'agent' } })).problem.code).toBe(
      'owner-stays',
    );
  });

  it('is for a lead or the owner to give, and nobody gives more than they have', async () => {
    const nina = String((await trySignIn('nina@firm.example', PASSWORD)).headers['set-cookie']).split(';')[0] ?? '';
    const wish = { body: { email: 'friend@firm.example', role: 'agent' } };
    expect((await app.call(people.invite, { as: { cookie: nina }, ...wish })).problem.code).toBe('not-allowed');
    const owner = { body: { email: 'friend@firm.example', role: 'owner' } };
    expect((await app.call(people.invite, { as: 'lead', ...owner })).problem.code).toBe('not-allowed');
  });
});

describe('a link to the room', () => {
  it('that has expired says so, since its owner needs a new one', async () => {
    const client = await app.client('ACME Foundry', ['nowak@acme.example']);
    const to = { clientId: client.id, contactId: client.contacts[0] ?? '', requestId: null };
    const link = await app.within((tx) => roomLink(tx, app.ctx.publicUrl, to, app.ctx.now()));
    app.forward(400 * DAY);
    const late = await app.call(openRoom, { body: { token: link.split('#t=')[1] } });
    app.forward(-400 * DAY);
    expect(late.problem.code).toBe('link-expired');
  });
});

describe('a second server on the same database', () => {
  it('tells its browsers at once what was written through the first, and knows who has left', async () => {
    const client = await app.client('Harbour Foods', ['bo@harbour.example']);
    const folder = await mkdtemp(join(tmpdir(), 'parley-files-'));
    const second = await createServer({
      ownerUrl: app.ownerUrl,
      publicUrl: 'http://parley.example',
      filesDir: folder,
      webDir: null,
      smtpUrl: null,
      imapUrl: null,
      log: app.ctx.log,
      worker: false,
    });
    try {
      const origin = await second.app.listen({ port: 0, host: '127.0.0.1' });
      const headers = { cookie: app.cookies.owner };
      const stream = await fetch(`${origin}/api/events`, { headers });
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      let seen = (await reader?.read())?.value ?? '';
      const told = {
        subject: 'A drive',
        body: 'please',
        clientId: client.id,
        contactId: client.contacts[0],
        channel: 'call',
      };
      const { id } = (await app.call(createRequest, { as: 'owner', body: told })).body;
      while (!seen.includes(id)) seen += (await reader?.read())?.value ?? '';
      expect(seen).toContain('"kind":"request.opened"');
      expect((await fetch(`${origin}/api/me`, { headers })).status).toBe(200);
      await app.call(people.signOutEverywhere, { as: 'owner' });
      while ((await fetch(`${origin}/api/me`, { headers })).status === 200);
      await reader?.cancel();
    } finally {
      await second.close();
      await rm(folder, { recursive: true });
    }
  });
});
