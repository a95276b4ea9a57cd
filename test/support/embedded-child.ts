import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded/start.ts';

// A process that a test may kill: starts PostgreSQL on the folder named, says where it is, stops on SIGTERM.
const [dataDir = ''] = process.argv.slice(2);
try {
  const { url, pid, stop } = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'silent' }) });
  process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
  const alive = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(alive);
    void stop();
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
