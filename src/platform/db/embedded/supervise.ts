import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { readPostmaster } from './orphan.ts';
import { signal } from './process.ts';
import { type Guarded, spawnGuarded, type SpawnOptions } from './spawn.ts';

export type Running = { readonly pid: () => number; readonly stop: () => Promise<void> };

type Launch = {
  readonly postgres: string;
  readonly folder: string;
  readonly data: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly spawn: Omit<SpawnOptions, 'output' | 'onEnd'>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
};

const LOG_LIMIT = 5_000_000; // bytes; the one before is kept
const STOP_WAIT = 30_000; // ms for open transactions to roll back and the checkpoint
const RESTARTS = 5; // in a row, each shorter than a minute

/** Starts PostgreSQL, waits until it answers, and starts it again when something else than we ended it. */
export async function supervise(launch: Launch): Promise<Running> {
  let current = startOnce(launch);
  let pid = (await current).pid;
  let stopping: Promise<void> | null = null;

  const keepRunning = async (): Promise<void> => {
    for (let failures = 0; failures < RESTARTS; failures++) {
      const began = performance.now();
      try {
        const run = await current;
        pid = run.pid;
        const code = await run.guarded.exited;
        if (stopping) return;
        launch.log.error({ pid, code, log: logFile(launch.folder) }, 'PostgreSQL ended by itself; it is started again');
      } catch (err) {
        launch.log.error({ err }, 'PostgreSQL does not start again');
      }
      if (performance.now() - began > 60_000) failures = 0;
      await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** failures));
      if (stopping) return;
      current = startOnce(launch);
      current.catch(() => undefined);
    }
    launch.log.error('PostgreSQL keeps ending; it is not started any more');
  };
  void keepRunning();

  const stop = async (): Promise<void> => {
    const run = await current.catch(() => null);
    if (!run) return;
    const timer = setTimeout(() => signal(run.pid, 'SIGQUIT'), STOP_WAIT);
    await run.guarded.end();
    clearTimeout(timer);
  };
  return { pid: () => pid, stop: () => (stopping ??= stop()) };
}

async function startOnce(launch: Launch): Promise<{ guarded: Guarded; pid: number }> {
  const output = openLog(launch.folder);
  const args = Object.entries(launch.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const guarded = spawnGuarded(launch.postgres, ['-D', launch.data, ...args], {
    ...launch.spawn,
    output,
    onEnd: 'INT',
  });
  fs.closeSync(output);
  let ended: number | null = null;
  guarded.exited.then(
    (code) => (ended = code),
    () => (ended = -1),
  );
  let slow = performance.now() + 5_000;
  try {
    const pid = await guarded.pid;
    for (;;) {
      if (ended !== null) throw new Error(`exit code ${ended}`);
      const seen = readPostmaster(launch.data);
      if (seen?.pid === pid && seen.status === 'ready') return { guarded, pid };
      if (performance.now() > slow) {
        launch.log.info({ log: logFile(launch.folder) }, 'PostgreSQL is still starting (it may be recovering)');
        slow += 5_000;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } catch (error) {
    await guarded.end().catch(() => undefined);
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `PostgreSQL did not start (${why}). Its last words, from ${logFile(launch.folder)}:\n${tail(launch.folder)}`,
    );
  }
}

const logFile = (folder: string): string => join(folder, 'server.log');

function openLog(folder: string): number {
  const file = logFile(folder);
  if (fs.existsSync(file) && fs.statSync(file).size > LOG_LIMIT) fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, 'a', 0o600);
}

const tail = (folder: string): string =>
  fs.readFileSync(logFile(folder), 'utf8').trimEnd().split('\n').slice(-12).join('\n');
