import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { die, ourNode, root, say } from './machine.mjs';

const sources = ['src/web', 'src/contract', 'src/domain', 'src/messages', 'vite.config.ts', 'package-lock.json'];
const stamp = join(root, 'dist', 'web.stamp');

/** Builds the pages to dist/web when a source they are made of has changed since. */
export function buildWeb() {
  const now = fingerprint();
  const pages = join(root, 'dist', 'web');
  if (existsSync(pages) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  say('Building the web pages …');
  const began = Date.now();
  rmSync(stamp, { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawnSync(ourNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: root, env, stdio: 'inherit' });
  if (built.status !== 0) die('The web pages could not be built; what vite said is above.');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, now);
  say(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

/** Names and contents of all sources, tests left out. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => list(path)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function list(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .flatMap((name) => list(`${path}/${name}`))
    .filter((file) => !file.includes('.test.'));
}
