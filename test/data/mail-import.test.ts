import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importMail } from '../../src/features/mail/import-mail.ts';
import { stopParsing } from '../../src/platform/mail/parse-mail.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { DATA, filesBelow, unpackHam } from './corpus.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(async () => {
  await stopParsing();
  await server.close();
});

/** Imports each file; every one must end as a request, a part of one, a duplicate, ignored or kept aside with its reason. */
async function importAll(files: readonly string[]): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const file of files) {
    const { ctx, workspaceId } = server;
    const handled = await importMail(ctx, workspaceId, { source: file, raw: readFileSync(file) });
    const fate = handled.reason ? `${handled.state}: ${handled.reason}` : handled.state;
    sums[fate] = (sums[fate] ?? 0) + 1;
    if (handled.state === 'kept-aside') expect([file, handled.reason]).not.toEqual([file, null]);
    if (handled.state === 'request') expect([file, handled.requestId]).not.toEqual([file, null]);
  }
  const left = await server.within((tx) =>
    tx.selectFrom('raw_mail').select('source').where('state', '=', 'received').execute(),
  );
  expect(left).toEqual([]);
  return sums;
}

it('every file of the mail collections is accounted for', async () => {
  const files = filesBelow(`${DATA}/mail`).filter((file) => !file.endsWith('.tar.xz'));
  const sums = await importAll(files);
  console.log(`mail collections: ${JSON.stringify(sums)}`);
  expect(Object.values(sums).reduce((a, b) => a + b, 0)).toBe(files.length);
});

it('of 1,650 ordinary mails none is kept aside', async () => {
  const ham = unpackHam();
  const sums = await importAll(ham.files).finally(ham.remove);
  console.log(`ordinary mails: ${JSON.stringify(sums)}`);
  expect(Object.keys(sums).filter((fate) => fate.startsWith('kept-aside'))).toEqual([]);
});
