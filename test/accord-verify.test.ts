import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAccord, verifyAccord } from '../src/features/accords/public.ts';
import { type TestServer, testServer } from './support/server.ts';
import { talk } from './support/table.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'parley-accord-'));
let app: TestServer;
let other: TestServer;
let number: number;
let pdf: Buffer;

beforeAll(async () => {
  app = await testServer();
  other = await testServer();
  const t = await talk(app, await app.client('ACME Foundry', ['nowak@acme.example']), 'Weekend work');
  const costs = [{ label: 'Work', minor: 48_000, currency: 'EUR' }];
  const { A } = await t.lay({ A: { costs } });
  if (!A) throw new Error('no option');
  await t.say('ours', A);
  await t.say('theirs', A);
  const id = await t.sign();
  number = (await t.page()).accords[0]?.number ?? 0;
  const url = `/api/room/accords/${id}.pdf`;
  pdf = (await app.server.app.inject({ url, headers: { cookie: t.contact.cookie } })).rawPayload;
}, 60_000);
afterAll(() => Promise.all([app.close(), other.close()]));

const verdict = async (file: Buffer, at = app): Promise<string> =>
  (await at.within((tx) => verifyAccord(tx, file))).verdict;
const exported = async (format: 'text' | 'json' | 'pdf'): Promise<Buffer> => {
  const file = await app.within((tx) => exportAccord(tx, number, format));
  if (!file) throw new Error('no accord');
  return file;
};
const with_ = (file: Buffer, from: string, to: string): Buffer => {
  const text = file.toString('latin1');
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return Buffer.from(text.replace(from, to), 'latin1');
};

describe('[P4] a file that claims to be an accord', () => {
  it('is intact as it was given out: the PDF of the room, the exported PDF, JSON and text', async () => {
    expect(await verdict(pdf)).toBe('intact');
    for (const format of ['pdf', 'json', 'text'] as const) expect(await verdict(await exported(format))).toBe('intact');
  });

  it('is altered when a single byte of the PDF is another, wherever it stands', async () => {
    for (let at = 20; at < pdf.length - 1; at += Math.ceil(pdf.length / 40)) {
      const touched = Buffer.from(pdf);
      touched[at] = (touched[at] ?? 0) ^ 1;
      expect([at, await verdict(touched)]).toEqual([at, 'altered']);
    }
    expect(await verdict(Buffer.concat([pdf, Buffer.from('\n% more')]))).toBe('altered');
    expect(await verdict(pdf.subarray(0, pdf.length - 20))).toBe('altered');
  });

  it('is altered when an amount in the record or in the text is another', async () => {
    expect(await verdict(with_(await exported('json'), '480', '48'))).toBe('altered');
    expect(await verdict(with_(await exported('json'), 'Maria', 'Mario'))).toBe('altered');
    expect(await verdict(with_(await exported('text'), '480', '48'))).toBe('altered');
  });

  it('is intact with the line ends of another editor, which are no words', async () => {
    const text = (await exported('text')).toString('utf8');
    expect(await verdict(Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`))).toBe('intact');
  });

  it('is unknown to another Parley, and so is anything that never was an accord', async () => {
    expect(await verdict(pdf, other)).toBe('unknown');
    expect(await verdict(await exported('json'), other)).toBe('unknown');
    for (const file of ['', 'Accord 1', '{', '{}', '[]', '%PDF-1.7', 'Accord 99\n\nREQ-9999'])
      expect([file, await verdict(Buffer.from(file))]).toEqual([file, 'unknown']);
  });

  it('parley accord verify says it in words or JSON and by its exit code', { timeout: 60_000 }, async () => {
    const env = { ...process.env, DATABASE_URL: app.ownerUrl, PARLEY_DATA: join(folder, 'data') };
    const parley = async (...args: string[]): Promise<{ code: number; stdout: string }> =>
      run(process.execPath, ['src/cli/main.ts', 'accord', ...args], { env }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: { code: number; stdout: string }) => error,
      );
    const [good, bad] = [join(folder, 'good.pdf'), join(folder, 'bad.pdf')];
    writeFileSync(good, pdf);
    writeFileSync(bad, with_(pdf, '/Title', '/Xitle'));
    const intact = await parley('verify', good, '--json');
    expect([intact.code, JSON.parse(intact.stdout)]).toMatchObject([0, { verdict: 'intact', accord: { number } }]);
    const altered = await parley('verify', bad);
    expect([altered.code, altered.stdout]).toMatchObject([3, expect.stringMatching(/^ALTERED: .*REQ-1001/) as string]);
    expect((await parley('verify', 'package.json')).code).toBe(4);
    expect((await parley('verify')).code).toBe(2);
  });
});
