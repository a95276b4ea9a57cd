import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reply } from '../src/contract/conversation.ts';
import { getRequest } from '../src/contract/requests.ts';
import { newId } from '../src/platform/db/ids.ts';
import { outgoing, receive } from './support/mails.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let client: Client;
let rival: Client;
beforeAll(async () => {
  server = await testServer();
  client = await server.client('Nordic Mills', ['ada@nordic.example']);
  rival = await server.client('Rival', ['quinn@rival.example']);
});
afterAll(() => server.close());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A mail with a page, a picture inside it, and a file with a name that means harm. */
const letter = (from: string, page: string): Buffer =>
  Buffer.from(
    [
      `From: ${from}`,
      'To: support@firm.example',
      'Subject: A drawing',
      `Message-ID: <${newId()}@mail.example>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      page,
      '--b',
      'Content-Type: image/png',
      'Content-ID: <plan@mail>',
      'Content-Disposition: inline; filename=plan.png',
      'Content-Transfer-Encoding: base64',
      '',
      PNG.toString('base64'),
      '--b',
      'Content-Type: image/png',
      'Content-Disposition: attachment; filename="../../.htaccess"',
      '',
      '<html><script>alert(1)</script></html>',
      '--b--',
      '',
    ].join('\r\n'),
  );

const get = (url: string, cookie = server.cookies.agent) => server.server.app.inject({ url, headers: { cookie } });
const pageOf = async (id: string) => (await server.call(getRequest, { as: 'agent', params: { id } })).body;
async function arrived(from = 'ada@nordic.example', page = '<p>See <img src="cid:plan@mail"></p>') {
  const handled = await receive(server, letter(from, page));
  const found = await pageOf(handled?.requestId ?? '');
  const message = found.messages[0];
  if (!message) throw new Error('no message');
  return { requestId: found.id, message };
}

function upload(content: Buffer, name: string, type = 'application/pdf', cookie = server.cookies.agent, to = server) {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  return to.server.app.inject({
    method: 'POST',
    url: '/api/attachments',
    headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--x--\r\n')]),
  });
}
const fileNames = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('files of a mail', () => {
  it('[AT-28] come as a download under the type of their bytes, whatever they claim', async () => {
    const { message } = await arrived();
    const file = message.attachments.find((a) => !a.inline);
    expect(file).toMatchObject({ name: '_htaccess', type: 'text/html' });
    const download = await get(`/api/attachments/${file?.id}`);
    expect(download.statusCode).toBe(200);
    expect(download.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(download.headers['content-disposition']).toMatch(
      /^attachment; filename="_htaccess"; filename\*=UTF-8''_htaccess$/,
    );
    expect(download.body).toBe('<html><script>alert(1)</script></html>');
  });

  it('[AT-44] reach the client they belong to, and nobody else', async () => {
    const { message } = await arrived();
    const id = message.attachments[0]?.id ?? '';
    const as = async (of: Client) => (await server.room(of.id, of.contacts[0] ?? '')).cookie;
    expect((await get(`/api/room/attachments/${id}`, await as(client))).statusCode).toBe(200);
    expect((await get(`/api/room/attachments/${id}`, await as(rival))).statusCode).toBe(404);
    expect((await get(`/api/attachments/${id}`, await as(client))).statusCode).toBe(401);
    expect((await get(`/api/room/attachments/${id}`)).statusCode).toBe(401);
    for (const odd of [newId(), 'x', '%00', "1'--"])
      expect((await get(`/api/attachments/${odd}`)).statusCode).toBe(404);
  });

  it('[AT-16] of an unverified mail are for us alone', async () => {
    const { requestId, message } = await arrived();
    await server.within((tx) =>
      tx.updateTable('message').set({ verified: false }).where('id', '=', message.id).execute(),
    );
    const { cookie } = await server.room(client.id, client.contacts[0] ?? '', requestId);
    expect((await get(`/api/room/attachments/${message.attachments[0]?.id}`, cookie)).statusCode).toBe(404);
  });
});

describe('[AT-26] the page of a mail in its frame', () => {
  it('shows pictures that are in the mail, nothing from elsewhere, and runs nothing', async () => {
    const page =
      '<script>alert(1)</script><p onclick="x()" style="background:url(http://evil.example/a)">Hello</p>' +
      '<img src="cid:plan@mail"><img src="http://evil.example/pixel.gif"><a href="javascript:x()">link</a><style>p{}</style>';
    const { message } = await arrived('ada@nordic.example', page);
    const shown = await get(`/api/messages/${message.id}/html`);
    expect(shown.statusCode).toBe(200);
    const policy = String(shown.headers['content-security-policy']);
    for (const rule of ["default-src 'none'", 'img-src data:', 'sandbox', "form-action 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/script-src|unsafe/);
    expect(shown.body).toContain(`src="data:image/png;base64,${PNG.toString('base64')}"`);
    expect(shown.body).not.toMatch(/<script|onclick|javascript:|style=| src="http/i);
  });

  it('is there only for a mail that has one, and only for us', async () => {
    const { message } = await arrived();
    expect((await get(`/api/messages/${newId()}/html`)).statusCode).toBe(404);
    const { cookie } = await server.room(client.id, client.contacts[0] ?? '');
    expect((await get(`/api/messages/${message.id}/html`, cookie)).statusCode).toBe(401);
  });
});

describe('an upload', () => {
  it('goes out with the answer and stays with it; a colleague’s upload does not', async () => {
    const { requestId } = await arrived();
    const { id, name, size } = (await upload(Buffer.from('%PDF-1.7 offer'), 'Angebot für Ä.pdf')).json<{
      id: string;
      name: string;
      size: number;
    }>();
    expect([name, size]).toEqual(['Angebot für Ä.pdf', 14]);
    const call = (as: 'agent' | 'lead') =>
      server.call(reply, { as, params: { id: requestId }, body: { body: 'Enclosed.', attachmentIds: [id] } });
    expect((await call('lead')).problem.code).toBe('attachment-gone');
    expect((await call('agent')).status).toBe(201);
    expect((await outgoing(server, requestId)).at(-1)?.text).toContain(
      Buffer.from('%PDF-1.7 offer').toString('base64'),
    );
    expect((await pageOf(requestId)).messages.at(-1)?.attachments).toMatchObject([
      { id, type: 'application/pdf', size: 14 },
    ]);
    expect((await call('agent')).problem.code).toBe('attachment-gone');
  });

  it('[F-66] over the limit is refused and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-limit-'));
    const small = await testServer({ filesDir: folder });
    try {
      const response = await upload(
        Buffer.alloc(26 * 1024 * 1024, 1),
        'big.bin',
        'application/pdf',
        small.cookies.agent,
        small,
      );
      expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([413, 'too-large']);
      expect(fileNames(folder)).toEqual([]);
    } finally {
      await small.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('without a session, or that is no upload, is refused', async () => {
    expect((await upload(Buffer.from('x'), 'x.txt', 'text/plain', '')).statusCode).toBe(401);
    const json = { cookie: server.cookies.agent, 'content-type': 'application/json' };
    const response = await server.server.app.inject({
      method: 'POST',
      url: '/api/attachments',
      headers: json,
      payload: '{}',
    });
    expect(response.statusCode).toBe(415);
  });

  it.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
    '[F-22] on a full disk says so, and nothing half-stored stays',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'parley-full-'));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]);
      const full = await testServer({ filesDir: folder });
      try {
        const send = (kilobytes: number) =>
          upload(Buffer.alloc(kilobytes * 1024, 7), 'a.bin', 'application/pdf', full.cookies.agent, full);
        const response = await send(1024);
        expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([507, 'disk-full']);
        expect(fileNames(folder)).toEqual([]);
        const uploads = await full.within((tx) => tx.selectFrom('upload').select('id').execute());
        expect(uploads).toEqual([]);
        expect((await send(16)).statusCode).toBe(201);
      } finally {
        await full.close();
        execFileSync('umount', [folder]);
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
