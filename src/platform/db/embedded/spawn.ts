import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import type { Identity } from './identity.ts';

/**
 * Runs a command ("$@") as a child and tells its number on descriptor 3. When the other end of 3 closes – because we say so, or
 * because we died, in whatever way – the command gets the signal $0. A POSIX shell does this in 1 MB.
 * The library path is set here, since macOS removes DYLD_* from the environment of its own programs.
 */
const guard = `
sig=$0 lib=$1; shift
if [ -n "$lib" ]; then LD_LIBRARY_PATH=$lib DYLD_LIBRARY_PATH=$lib; export LD_LIBRARY_PATH DYLD_LIBRARY_PATH; fi
"$@" </dev/null 3>&- &
pid=$!
echo $pid >&3
{ read -r _ <&3; kill -s "$sig" $pid 2>/dev/null; } &
watch=$!
exec 3>&-
wait $pid; code=$?
kill $watch 2>/dev/null
exit $code`;

export type Guarded = {
  /** The number of the command itself, not of the shell around it. */
  readonly pid: Promise<number>;
  readonly exited: Promise<number>;
  /** Asks the command to end; resolves with its exit code. */
  readonly end: () => Promise<number>;
};

export type SpawnOptions = {
  readonly identity: Identity;
  readonly libraries: string | null;
  /** File descriptor that gets what the command prints. */
  readonly output: number;
  readonly onEnd: 'INT' | 'TERM';
};

/** Starts a program that cannot outlive us, in its own process group: Ctrl-C in the terminal reaches only us. */
export function spawnGuarded(command: string, args: readonly string[], options: SpawnOptions): Guarded {
  const { identity, libraries, output, onEnd } = options;
  const [program = 'sh', ...rest] = [...identity.prefix, 'sh', '-c', guard, onEnd, libraries ?? '', command, ...args];
  const child = spawn(program, rest, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output, 'pipe'],
    // Nothing of ours is passed on: PGDATA, PGPORT and the like would change what PostgreSQL does.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...identity.user,
  });
  const exited = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
  exited.catch(() => undefined);
  const pipe = child.stdio[3] as Duplex;
  pipe.on('error', () => undefined);
  return { pid: firstNumber(child, pipe), exited, end: () => (pipe.destroy(), exited) };
}

function firstNumber(child: ChildProcess, pipe: Duplex): Promise<number> {
  const told = new Promise<number>((resolve, reject) => {
    pipe.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('it ended at once')));
  });
  told.catch(() => undefined);
  return told;
}
