import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryOf } from '../../bench/support/memory.ts';
import { freePort } from './dovecot.ts';

/** The product as people start it: its own process, its own PostgreSQL, a data folder nobody has used. */
export type Parley = {
  readonly url: string;
  /** The link with the token that the console printed. */
  readonly setup: string;
  /** Everything it has said so far. */
  readonly said: () => string;
  /** Another command beside it, on the same data. */
  readonly command: (...args: string[]) => Promise<{ code: number | null; out: string }>;
  /** kill -9, as a machine that loses its power; the data stays. */
  readonly crash: () => Promise<void>;
  /** Starts it again on the same data and address. */
  readonly again: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Where it sends and fetches mail; without a database it brings its own. */
export type Surroundings = { readonly smtpUrl?: string; readonly imapUrl?: string; readonly databaseUrl?: string };

const root = new URL('../../', import.meta.url).pathname;

export async function parley({ smtpUrl, imapUrl, databaseUrl }: Surroundings): Promise<Parley> {
  const data = await mkdtemp(join(tmpdir(), 'parley-e2e-'));
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    PARLEY_DATA: data,
    SMTP_URL: smtpUrl ?? '',
    IMAP_URL: imapUrl ?? '',
    DATABASE_URL: databaseUrl ?? '',
    LOG_LEVEL: 'warn',
    BROWSER: 'none',
  };
  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, ['src/cli/main.ts', ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let child: ChildProcess;
  const serve = async (ready: RegExp): Promise<string> => {
    const before = said.length;
    child = start('start');
    child.stdout?.on('data', (part: Buffer) => (said += String(part)));
    child.stderr?.on('data', (part: Buffer) => (said += String(part)));
    return until(
      () => ready.exec(said.slice(before))?.[1],
      child,
      () => said,
    );
  };
  const end = async (name: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(name);
    await new Promise((resolve) => child.once('exit', resolve));
  };
  // `npm run bench -- memory` asks for it.
  const noteMemory = async (): Promise<void> => {
    if (process.env.PARLEY_MEMORY_NOTE && child.pid)
      await appendFile(process.env.PARLEY_MEMORY_NOTE, `${memoryOf(child.pid)}\n`);
  };
  const setup = await serve(/(http\S+\/setup#t=\S+)/);
  await noteMemory();
  return {
    url: `http://localhost:${port}`,
    setup,
    said: () => said,
    command: async (...args) => {
      const other = start(...args);
      let out = '';
      other.stdout?.on('data', (part: Buffer) => (out += String(part)));
      const code = await new Promise<number | null>((resolve) => other.once('close', resolve));
      return { code, out };
    },
    crash: () => end('SIGKILL'),
    again: async () => void (await serve(/Parley is ready: (\S+)/)),
    stop: async () => {
      await noteMemory();
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await end('SIGTERM');
      clearTimeout(late);
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function until(find: () => string | undefined, child: ChildProcess, said: () => string): Promise<string> {
  for (let waited = 0; waited < 120_000; waited += 50) {
    const found = find();
    if (found) return found;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Parley did not start:\n${said()}`);
}
