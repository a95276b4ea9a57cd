import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Identity } from './identity.ts';
import { spawnGuarded } from './spawn.ts';

/** One PostgreSQL installation's files: `data`, the owner's `password` and what it logs, in one folder that appears at once. */
export type Cluster = { readonly folder: string; readonly data: string; readonly password: string };

export type ClusterOptions = {
  readonly binaries: Binaries;
  readonly libraries: string | null;
  readonly identity: Identity;
  /** False skips waiting for the disk: for tests. */
  readonly durable: boolean;
};

export const OWNER = 'parley';

// Keys sort by code point (builtin C.UTF-8). Only full text still asks the system which characters are letters: with plain C,
// the word in «quotes» is another word than the one without.
const CHARACTER_CLASSES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** The cluster in the data folder, made at the first start. A first start that was killed leaves only a name that the next removes. */
export async function openCluster(dataDir: string, options: ClusterOptions): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  if (!fs.existsSync(folder)) {
    await removeHalfMade(dataDir);
    await create(folder, options);
  }
  own(folder, options.identity);
  const data = join(folder, 'data');
  const version = fs.readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const ours = options.binaries.major;
  if (version !== ours) {
    throw new Error(
      `The database in ${folder} was made by PostgreSQL ${version}, this Parley brings ${ours}. ` +
        `Export it with the Parley that made it and import it here.`,
    );
  }
  return { folder, data, password: fs.readFileSync(join(folder, 'password'), 'utf8').trim() };
}

/** An initdb whose start was killed may still be cleaning up itself: until both are through, removing can stop half-way. */
async function removeHalfMade(dataDir: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const left = fs.readdirSync(dataDir).filter((name) => name.startsWith('postgres.new-'));
    if (left.length === 0) return;
    try {
      for (const name of left) fs.rmSync(join(dataDir, name), { recursive: true, force: true });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`What a killed first start left in ${dataDir} (postgres.new-…) cannot be removed.`);
}

async function create(folder: string, options: ClusterOptions): Promise<void> {
  const draft = `${folder}.new-${process.pid}`;
  for (const characters of CHARACTER_CLASSES) {
    const said = await initdb(draft, characters, options);
    if (said === null) return fs.renameSync(draft, folder);
    fs.rmSync(draft, { recursive: true, force: true });
    if (!said.includes('invalid locale name'))
      throw new Error(`A new database could not be made in ${folder}:\n${said}`);
  }
}

/** null when all went well, else what initdb said. */
async function initdb(draft: string, characters: string, options: ClusterOptions): Promise<string | null> {
  const { binaries, libraries, identity, durable } = options;
  const data = join(draft, 'data');
  const passwordFile = join(draft, 'password');
  const output = join(draft, 'initdb.log');
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  const log = fs.openSync(output, 'a', 0o600);
  own(draft, identity);
  const access = ['-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const text = ['-E', 'UTF8', '--locale=C', `--lc-ctype=${characters}`];
  const order = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const run = spawnGuarded(
    binaries.initdb,
    ['-D', data, '--data-checksums', ...access, ...text, ...order, ...(durable ? [] : ['--no-sync'])],
    { identity, libraries, output: log, onEnd: 'TERM' },
  );
  fs.closeSync(log);
  return (await run.exited) === 0 ? null : fs.readFileSync(output, 'utf8').trim();
}

/** Gives everything below the folder to whom PostgreSQL runs as; what belongs to somebody else stays theirs. */
function own(folder: string, { user, ownerUid, inheritsFrom }: Identity): void {
  const found = fs.statSync(folder).uid;
  if (found === ownerUid && !user) return;
  if (found !== ownerUid && !inheritsFrom.includes(found)) {
    throw new Error(
      `The database in ${folder} belongs to user ${found}. Start Parley as that user, or chown the folder.`,
    );
  }
  const { uid, gid } = user ?? { uid: 0, gid: 0 };
  for (const name of ['', ...fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    fs.lchownSync(join(folder, name), uid, gid);
  }
}
