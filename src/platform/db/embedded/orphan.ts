import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { commandOf, gone, signal, taken } from './process.ts';

/** The lines of postmaster.pid that matter here. `status` is "ready" once connections are accepted. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
  readonly status: string;
};

export function readPostmaster(data: string): Postmaster | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return {
      pid: Number(lines[0]),
      port: Number(lines[3]),
      socketDir: lines[4]?.trim() ?? '',
      status: lines[7]?.trim() ?? '',
    };
  } catch {
    return null;
  }
}

/**
 * Stops a PostgreSQL that a killed start left behind; we hold the folder's lock, so nobody uses it. It is asked first (open
 * transactions roll back, a checkpoint is written) and made to stop only when it does not answer.
 */
export async function stopOrphan(data: string, log: Pick<Logger, 'warn'>): Promise<void> {
  const found = readPostmaster(data);
  if (!found) return;
  const command = commandOf(found.pid);
  if (command?.includes('postgres') && command.includes(data)) {
    log.warn({ pid: found.pid }, 'stopping the PostgreSQL that an earlier start left behind');
    for (const [name, wait] of [
      ['SIGINT', 20_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 5_000],
    ] as const) {
      signal(found.pid, name);
      if (await gone(found.pid, wait)) return;
    }
    throw new Error(`PostgreSQL (process ${found.pid}) on ${data} does not stop. Stop it by hand, then start again.`);
  }
  if (found.socketDir && (await answers(join(found.socketDir, `.s.PGSQL.${found.port}`)))) {
    throw new Error(
      `A PostgreSQL that is not on this machine (another container?) uses ${data} as process ${found.pid}. Stop it first.`,
    );
  }
  // The number belongs to some other program by now, or to a dead process that nobody has reaped (PID 1 of a container often does
  // not). PostgreSQL would take either for its predecessor and refuse to start; left-over backends it finds by shared memory.
  if (taken(found.pid)) rmSync(join(data, 'postmaster.pid'), { force: true });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => (socket.destroy(), resolve(true))).once('error', () => resolve(false));
  });
}
