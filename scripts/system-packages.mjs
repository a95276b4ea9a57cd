import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './machine.mjs';

/** @type {Record<string, { for: string, debian: string, paths: string[] }>} */
const needs = JSON.parse(readFileSync(join(root, 'scripts', 'needs.json'), 'utf8'));
/** @param {string} name @returns {string | undefined} where the program is */
export const whereIs = (name) => needs[name]?.paths.find((path) => existsSync(path));
const absent = () => Object.entries(needs).filter(([name]) => !whereIs(name));

/**
 * Programs from outside npm that some tests need. On Debian, root gets them installed; anybody else is told the line to run.
 * @returns {string[]} the names that are still missing
 */
export function systemPackages() {
  let missing = absent();
  if (missing.length === 0) return [];
  const packages = missing.map(([, { debian }]) => debian);
  const line = `apt-get update && apt-get install -y ${packages.join(' ')}`;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0) {
    say(`Installing from Debian: ${packages.join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    apt('update');
    withoutServices(() => apt('install', '-y', '--no-install-recommends', ...packages));
    missing = absent();
  }
  for (const [name, need] of missing) say(`Missing: ${name}; ${need.for} will not run.`);
  if (missing.length > 0) say(`To have everything tested, run once:  sudo sh -c '${line}'`);
  return missing.map(([name]) => name);
}

/** Debian starts a mail server as soon as it is installed; the tests start their own, on loopback. @param {() => void} work */
function withoutServices(work) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    work();
  } finally {
    rmSync(policy, { force: true });
  }
}
