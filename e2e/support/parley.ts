import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  readonly stop: () => Promise<void>;
};

const root = new URL('../../', import.meta.url).pathname;

export async function parley(mail: { smtpUrl: string; imapUrl: string }): Promise<Parley> {
  const data = await mkdtemp(join(tmpdir(), 'parley-e2e-'));
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    PARLEY_DATA: data,
    SMTP_URL: mail.smtpUrl,
    IMAP_URL: mail.imapUrl,
    DATABASE_URL: '',
    LOG_LEVEL: 'warn',
    BROWSER: 'none',
  };
  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, ['src/cli/main.ts', ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const child = start('start');
  let said = '';
  child.stdout?.on('data', (part: Buffer) => (said += String(part)));
  child.stderr?.on('data', (part: Buffer) => (said += String(part)));
  const setup = await until(
    () => /(http\S+\/setup#t=\S+)/.exec(said)?.[1],
    child,
    () => said,
  );
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
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
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
