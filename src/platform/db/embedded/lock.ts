import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf } from './process.ts';

export type Lock = { readonly release: () => void };

/**
 * One owner per data folder. The lock names a process by number and birth, so that a lock left behind by a killed process does not
 * hold, even when its number has been given away since; a lock of a living process is never taken.
 */
export function takeLock(folder: string): Lock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lock');
  const mine = `${process.pid} ${birthOf(process.pid)}\n`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let tries = 0; tries < 100; tries++) {
      if (link(draft, path)) return { release: () => release(path, mine) };
      const found = read(path);
      if (found === null) continue;
      const [pid, birth] = split(found);
      if (birthOf(pid) === birth) {
        throw new Error(
          `Parley already runs on ${folder}: process ${pid}. Stop it first (kill ${pid}), or give this one another folder with PARLEY_DATA.`,
        );
      }
      remove(path, found);
    }
    throw new Error(`The lock ${path} changes hands faster than it can be read.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Linking is atomic and brings the content along: nobody ever reads a half-written lock. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock aside; if somebody else replaced it meanwhile, what was moved is theirs and goes back. */
function remove(path: string, dead: string): void {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // another start was quicker
  }
  if (read(aside) !== dead) link(aside, path);
  rmSync(aside, { force: true });
}

function release(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true });
}

function split(content: string): [pid: number, birth: string] {
  const at = content.indexOf(' ');
  return [Number(content.slice(0, at)), content.slice(at + 1).trim()];
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
