import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Bytes of memory that a process and all below it hold, what they share counted once (proportional set size; Linux). */
export function memoryOf(pid: number): number {
  const below = new Map<number, number[]>();
  for (const line of execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')) {
    const [child = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    below.set(parent, [...(below.get(parent) ?? []), child]);
  }
  const family = (one: number): number[] => [one, ...(below.get(one) ?? []).flatMap(family)];
  return family(pid).reduce((sum, one) => sum + own(one), 0);
}

function own(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1_024;
  } catch {
    return 0; // it has ended meanwhile
  }
}
