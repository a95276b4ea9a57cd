import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readEnv } from '../platform/config/env.ts';
import type { Command } from './command.ts';

const TEMPFAIL = 75;
const PATIENCE_MS = 60_000;

const help = `
Usage:
  parley deliver [--url URL] [--token-file FILE]

Takes one mail from standard input and hands it to Parley; for the pipe of a mail server. With a token – in FILE or in the variable
PARLEY_INTAKE_TOKEN – it goes by HTTP to URL (else PUBLIC_URL); without one straight into the database of this installation.
An owner makes the token by POST /api/mail/intake-token.

Exit codes: 0 the bytes of the mail are stored, 75 anything else, so that the mail server keeps the mail and tries again.`;

export const command: Command = {
  summary: 'Take one mail from standard input, for the pipe of a mail server',
  help,
  run: async (args) => {
    try {
      const options = { url: { type: 'string' }, 'token-file': { type: 'string' } } as const;
      const { values } = parseArgs({ args, options });
      const raw = await standardInput();
      if (raw.byteLength === 0) throw new Error('there is no mail on standard input');
      const file = values['token-file'];
      const token = (file ? await readFile(file, 'utf8') : (process.env['PARLEY_INTAKE_TOKEN'] ?? '')).trim();
      if (token) await handOver(values.url ?? readEnv(process.env).publicUrl, token, raw);
      else await store(raw);
      return 0;
    } catch (error) {
      process.stderr.write(`parley deliver: ${error instanceof Error ? error.message : String(error)}\n`);
      return TEMPFAIL;
    }
  },
};

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Only Parley's own word that the bytes are stored counts: a proxy's friendly page is no receipt (F-36). */
async function handOver(url: string, token: string, raw: Buffer): Promise<void> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/api/mail`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` },
    body: new Uint8Array(raw),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answer: unknown = await response.json().catch(() => null);
  const stored = typeof answer === 'object' && answer !== null && 'stored' in answer && answer.stored === true;
  if (response.status !== 202 || !stored) throw new Error(`the server did not take the mail (${response.status})`);
}

/** Loaded only here: by HTTP a mail server may call us a hundred times a minute, and the product behind the database is large. */
async function store(raw: Buffer): Promise<void> {
  const [{ storeRaw }, { allWorkspaces }, { openForCli }] = await Promise.all([
    import('../features/mail/store-raw.ts'),
    import('../platform/db/tx.ts'),
    import('./open-database.ts'),
  ]);
  const { server, close } = await openForCli();
  try {
    const [workspaceId] = await allWorkspaces(server.ctx.db);
    if (!workspaceId) throw new Error('there is no workspace yet');
    const via = { kind: 'http' as const, name: 'Pipe', address: 'pipe' };
    await storeRaw(server.ctx, { workspaceId, via, source: 'parley deliver', raw, at: null }, { job: true });
  } finally {
    await close();
  }
}
