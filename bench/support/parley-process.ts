import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export type ParleyProcess = {
  readonly origin: string;
  /** Milliseconds from the start of the process until the first page came. */
  readonly readyAfter: number;
  /** The setup token the console printed; null when a workspace exists. */
  readonly token: string | null;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
};

export type StartOptions = {
  readonly dataDir: string;
  readonly port: number;
  /** True starts what `npm start` starts (install, build, server); false the server alone. */
  readonly whole?: boolean;
  /** Further settings, e.g. where mail comes from. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** The real product as a process of its own, on loopback, answering. */
export async function startParley({
  dataDir,
  port,
  whole = false,
  settings = {},
}: StartOptions): Promise<ParleyProcess> {
  const program = whole ? [join(root, 'scripts', 'start.mjs')] : [join(root, 'src', 'cli', 'main.ts'), 'start'];
  const env = { ...process.env, PORT: String(port), PARLEY_DATA: dataDir, LOG_LEVEL: 'warn' };
  for (const name of ['DATABASE_URL', 'SMTP_URL', 'IMAP_URL', 'PUBLIC_URL', 'npm_lifecycle_event'])
    Reflect.deleteProperty(env, name);
  Object.assign(env, settings);
  const began = performance.now();
  const child = spawn(process.execPath, program, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const announced = new Promise<void>((resolve, reject) => {
    for (const out of [child.stdout, child.stderr]) {
      out.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (/Parley is ready|\/setup#t=.*\n/.test(said)) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`Parley ended:\n${said}`)));
  });
  const origin = `http://127.0.0.1:${port}`;
  await announced;
  const page = await fetch(origin);
  if (!page.ok) throw new Error(`GET ${origin}: ${page.status}`);
  await page.arrayBuffer();
  return {
    origin,
    readyAfter: performance.now() - began,
    token: /#t=([\w-]+)/.exec(said)?.[1] ?? null,
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
