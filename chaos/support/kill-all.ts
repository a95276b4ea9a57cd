import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ParleyProcess } from '../../bench/support/parley-process.ts';

/** The server first, then everything of PostgreSQL at once: nobody gets the chance to say goodbye. */
export async function killAll(parley: ParleyProcess, dataDir: string): Promise<void> {
  const processes = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const split = processes.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)).filter((found) => found !== null);
  const postmaster = split
    .filter(([, , , args]) => args?.includes(join(dataDir, 'postgres', 'data')))
    .map(([, pid]) => pid);
  const children = split.filter(([, , ppid]) => postmaster.includes(ppid)).map(([, pid]) => pid);
  const dead = parley.kill('SIGKILL');
  spawnSync(
    'kill',
    ['-9', ...new Set([...postmaster, ...children])].filter((pid) => pid !== undefined),
  );
  await dead;
}
