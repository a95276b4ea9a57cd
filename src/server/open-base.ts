import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../platform/config/env.ts';
import { startEmbeddedPostgres } from '../platform/db/embedded/start.ts';
import { migrate } from '../platform/db/migrate.ts';

export type Base = { readonly ownerUrl: string; readonly dataDir: string; readonly stop: () => Promise<void> };

/** The migrated database: the one named by DATABASE_URL, else our own PostgreSQL under the data folder. */
export async function openBase(config: Config, log: Logger): Promise<Base> {
  const dataDir = resolve(config.dataDir);
  if (config.databaseUrl) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    await migrate(config.databaseUrl);
    return { ownerUrl: config.databaseUrl, dataDir, stop: async () => undefined };
  }
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  try {
    await migrate(postgres.url);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  const note = join(dataDir, 'running-url');
  writeFileSync(note, postgres.url, { mode: 0o600 });
  return {
    ownerUrl: postgres.url,
    dataDir,
    stop: async () => {
      rmSync(note, { force: true });
      await postgres.stop();
    },
  };
}

/** Where a running Parley on this data folder has its database; null when none has said so. */
export function runningUrl(dataDir: string): string | null {
  try {
    return readFileSync(join(resolve(dataDir), 'running-url'), 'utf8').trim() || null;
  } catch {
    return null;
  }
}
