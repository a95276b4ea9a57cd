import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const parley = (...args: string[]): Promise<{ stdout: string; stderr: string }> =>
  run(process.execPath, ['src/cli/main.ts', 'mail', ...args]);

const REPLY = 'test/fixtures/mail/reply-pl.eml';

it('a reply is shown with its clues', async () => {
  const { stdout } = await parley('parse', '--json', REPLY);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    from: { name: 'Łucja Nowak', address: 'lucja@klient.example' },
    subject: 'Re: Drukarka nie działa',
    date: '2026-11-02T09:15:00.000Z',
    kind: 'person',
    newText: 'Dzień dobry,\n\nponiedziałek o 9:00 mi pasuje.',
    quotedText: expect.stringContaining('Czy odpowiada Pani') as string,
    threading: {
      inReplyTo: '<our-1@firma.example>',
      references: ['<first@klient.example>', '<our-1@firma.example>'],
      tokens: ['abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst'],
    },
    attachments: [
      { name: 'żółw.txt', type: 'text/plain', size: 8, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ],
  });
});

it('what is no mail is shown with the reason, and several files make one line each', async () => {
  const { stdout } = await parley(
    'parse',
    '--json',
    'package.json',
    'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    REPLY,
  );
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ok: boolean; reason?: string });
  expect(lines.map((l) => l.reason ?? l.ok)).toEqual(['not-a-mail', 'not-a-mail', true]);
});

it('the text for people cannot steer the terminal', async () => {
  const child = run(process.execPath, ['src/cli/main.ts', 'mail', 'parse', '-']);
  child.child.stdin?.end('From: a@x.example\nSubject: \u001b[31mred\n\nHello \u001b]0;title\u0007 you\n');
  const { stdout } = await child;
  expect(stdout).toContain('From:        a@x.example');
  expect(stdout).not.toContain('\u001b');
});

it('a file that is not there is an error, no file is wrong usage', async () => {
  await expect(parley('parse', 'no-such-file')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no-such-file') as string,
  });
  await expect(parley('parse')).rejects.toMatchObject({ code: 2 });
  await expect(parley()).rejects.toMatchObject({ code: 2 });
});
