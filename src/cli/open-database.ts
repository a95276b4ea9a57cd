import pg from 'pg';
import { readEnv } from '../platform/config/env.ts';
import { createLog } from '../platform/log/log.ts';
import { openBase, runningUrl } from '../server/open-base.ts';
import { type Server, createServer } from '../server/server.ts';

/**
 * The product without its doors open, for commands that work on the data: beside a running Parley on the same folder (through
 * its database), or on its own when none is running. Nothing is polled or sent meanwhile.
 */
export async function openForCli(): Promise<{ server: Server; ownerUrl: string; close: () => Promise<void> }> {
  const config = readEnv(process.env);
  const log = createLog('warn', process.stderr);
  const running = config.databaseUrl ? null : await answering(runningUrl(config.dataDir));
  const base = running
    ? { ownerUrl: running, dataDir: config.dataDir, stop: async () => undefined }
    : await openBase(config, log);
  const server = await createServer({
    ownerUrl: base.ownerUrl,
    publicUrl: config.publicUrl,
    filesDir: `${base.dataDir}/files`,
    webDir: null,
    smtpUrl: config.smtpUrl,
    imapUrl: config.imapUrl,
    log,
    worker: false,
  });
  const close = async (): Promise<void> => {
    await server.close();
    await base.stop();
  };
  return { server, ownerUrl: base.ownerUrl, close };
}

/** A url left behind by a killed process answers nobody. */
async function answering(url: string | null): Promise<string | null> {
  if (!url) return null;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return url;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
