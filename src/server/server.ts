import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { openLiveUpdates } from '../features/ledger/live-updates.ts';
import { createDoorkeeper } from '../features/people/who-is-it.ts';
import { createSignIn } from '../platform/auth/sign-in.ts';
import type { Context } from '../platform/context.ts';
import { openDatabase } from '../platform/db/database.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import { openVault } from '../platform/vault/vault.ts';
import { createApp } from '../platform/http/app.ts';
import { openJobs } from '../platform/jobs/jobs.ts';
import { mountRoutes } from './routes.ts';
import { startWorker } from './worker.ts';

export type ServerOptions = {
  /** Connection string of the database's owner; the roles' own are derived from it. */
  readonly ownerUrl: string;
  readonly publicUrl: string;
  readonly filesDir: string;
  readonly webDir: string | null;
  readonly smtpUrl: string | null;
  readonly imapUrl: string | null;
  readonly mailInUrl?: string | null;
  /** The key of stored passwords in base64; without one it lies in the folder of the files. */
  readonly secretKey?: string | null;
  readonly log: Logger;
  readonly now?: () => number;
  /** Without a worker nothing is polled, sent or parsed in the background; tests that need none leave it out. */
  readonly worker?: boolean;
};

export type Server = { readonly app: FastifyInstance; readonly ctx: Context; readonly close: () => Promise<void> };

/** Puts the product together on a migrated database. It listens only when `app.listen` is called. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { log } = options;
  let closing: Promise<void> | null = null;
  const db = openDatabase(options.ownerUrl, (err) => {
    if (!closing) log.warn({ err }, 'a database connection was lost');
  });
  const jobs = openJobs(db.appPool, (err) => log.warn({ err }, 'jobs'));
  const ctx: Context = {
    db,
    jobs,
    files: await openFileStore(options.filesDir),
    log,
    now: options.now ?? Date.now,
    publicUrl: options.publicUrl.replace(/\/$/, ''),
    smtpUrl: options.smtpUrl,
    imapUrl: options.imapUrl,
    mailInUrl: options.mailInUrl ?? null,
    vault: openVault(join(options.filesDir, 'secret.key'), options.secretKey ?? null),
  };
  await jobs.start();
  const signIn = createSignIn({ pool: db.authPool, publicUrl: ctx.publicUrl, secretSeed: options.ownerUrl });
  const live = openLiveUpdates(db.appUrl, log);
  const doorkeeper = createDoorkeeper(ctx, signIn);
  live.onRightsChanged(doorkeeper.forget);
  const app = await createApp(log, ctx.publicUrl);
  await mountRoutes({ app, ctx, signIn, live, doorkeeper, webDir: options.webDir });
  const worker = options.worker === false ? null : await startWorker(ctx);
  const close = async (): Promise<void> => {
    await app.close();
    await worker?.stop();
    await jobs.stop();
    await live.close();
    await db.close();
  };
  return { app, ctx, close: () => (closing ??= close()) };
}
