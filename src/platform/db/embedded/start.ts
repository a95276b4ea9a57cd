import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { chooseAddress, listenSettings, ownerUrl } from './address.ts';
import { locateBinaries } from './binaries.ts';
import { openCluster } from './cluster.ts';
import { assertReachable, unprivileged } from './identity.ts';
import { librarySearchPath } from './libraries.ts';
import { takeLock } from './lock.ts';
import { stopOrphan } from './orphan.ts';
import { supervise } from './supervise.ts';

export type EmbeddedOptions = {
  /** The data folder; it is made when missing. PostgreSQL's own files go to `postgres/` inside it. */
  readonly dataDir: string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Any setting of postgresql.conf, above our own. */
  readonly settings?: Readonly<Record<string, string>>;
};

export type EmbeddedPostgres = {
  /** Connection string of the owner (a superuser of this PostgreSQL). */
  readonly url: string;
  /** Folder of the socket; null when the path was too long for one and PostgreSQL listens on a loopback port. */
  readonly socketDir: string | null;
  /** The process that answers now; it changes when PostgreSQL had to be started again. */
  readonly pid: number;
  /** Ends open transactions, writes a checkpoint, gives the folder free. May be called more than once. */
  readonly stop: () => Promise<void>;
};

/** What people wrote must not reach the log of PostgreSQL either: no statements, no values of rows that clash. */
const quiet = { log_min_error_statement: 'panic', log_error_verbosity: 'terse', log_checkpoints: 'off' };

/** Starts the PostgreSQL that npm brought along on a data folder, or throws an error that says what to do. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log, settings = {} } = options;
  const binaries = locateBinaries();
  const dataDir = resolve(options.dataDir);
  const lock = takeLock(dataDir);
  try {
    const identity = unprivileged();
    // The other user has to pass through our folder to reach its own.
    if (identity.user) fs.chmodSync(dataDir, 0o711);
    assertReachable(identity, [binaries.postgres, dataDir]);
    const libraries = librarySearchPath(binaries, join(dataDir, 'postgres-lib'));
    const cluster = await openCluster(dataDir, { binaries, libraries, identity, durable: settings.fsync !== 'off' });
    await stopOrphan(cluster.data, log);
    const socketDir = join(cluster.folder, 'socket');
    fs.rmSync(socketDir, { recursive: true, force: true }); // a killed PostgreSQL leaves a lock there too
    fs.mkdirSync(socketDir, { recursive: true, mode: 0o700 });
    if (identity.user) fs.chownSync(socketDir, identity.user.uid, identity.user.gid);
    const address = await chooseAddress(socketDir);
    const running = await supervise({
      postgres: binaries.postgres,
      folder: cluster.folder,
      data: cluster.data,
      settings: { ...quiet, timezone: 'UTC', log_timezone: 'UTC', ...listenSettings(address), ...settings },
      spawn: { identity, libraries },
      log,
    });
    return {
      url: ownerUrl(address, cluster.password),
      socketDir: address.socketDir,
      get pid() {
        return running.pid();
      },
      stop: async () => {
        await running.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
