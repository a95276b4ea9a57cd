/**
 * npm run dev: the server, started again whenever one of its files changes, and vite's development server for the pages, which
 * passes /api on. Ctrl-C ends both.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const run = (...args: string[]): ChildProcess => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });

const children = [
  run('--watch', '--watch-preserve-output', 'src/cli/main.ts', 'start', ...process.argv.slice(2)),
  run(join('node_modules', 'vite', 'bin', 'vite.js'), '--clearScreen', 'false'),
];
const end = (): void => children.forEach((child) => void child.kill('SIGTERM'));
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, end);
for (const child of children) child.once('exit', end);
