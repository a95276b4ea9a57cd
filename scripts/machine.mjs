// What the start and test scripts know about this machine. Plain JavaScript without dependencies: it runs before anything is
// installed, on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const platform = `${process.platform}-${process.arch}`;
/** The package that is Node for this platform; on Apple's processors the plain name belonged to something else. */
export const nodePackage = platform === 'darwin-arm64' ? `node-bin-${platform}` : `node-${platform}`;

/** @param {string} line */
export const say = (line) => void process.stdout.write(`${line}\n`);

/** Ends with what is missing and what to do about it. @param {string} message @returns {never} */
export function die(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  die(
    `Parley needs Node 20.19 or newer to start (this is ${process.version}). Install one from https://nodejs.org, then run this again.`,
  );
}

/** The Node 24 that runs Parley: the one npm brought for this platform, else this one if it is new enough. */
export function ourNode() {
  const brought = join(root, 'node_modules', nodePackage, 'bin', 'node');
  if (existsSync(brought) && spawnSync(brought, ['--version'], { stdio: 'ignore' }).status === 0) return brought;
  if (major >= 24) return process.execPath;
  return die(
    `Parley runs on Node 24. npm has none for this machine (${platform}), and this is ${process.version}: install Node 24 or newer.`,
  );
}

/**
 * Does the work while no other start of this folder does; says for whom it waits. The lock of a process that is gone does not
 * hold. It lies in dist/, since npm ci removes node_modules.
 * @param {() => void} work
 */
export async function alone(work) {
  const lock = join(root, 'dist', 'start.lock');
  const mine = `This folder (${root}) belongs to another user: run this as that user, or clone it anew.`;
  const foreign = (error) => ['EACCES', 'EPERM', 'EROFS'].includes(error.code);
  try {
    mkdirSync(dirname(lock), { recursive: true });
  } catch (error) {
    if (foreign(error)) die(mine);
    throw error;
  }
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (foreign(error)) die(mine);
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(readIfThere(lock));
    if (holder ? !lives(holder) : ageOf(lock) > 2_000) rmSync(lock, { force: true });
    else if (holder && !told) {
      say(`Another start (process ${holder}) is preparing this folder; waiting for it …`);
      told = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    work();
  } finally {
    release();
    process.off('exit', release);
  }
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Milliseconds since the file was written. @param {string} path */
function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** @param {number} pid */
function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
