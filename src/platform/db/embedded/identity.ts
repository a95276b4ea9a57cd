import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/** As whom PostgreSQL runs: how its command line begins, and who must own its files. */
export type Identity = {
  readonly prefix: readonly string[];
  /** Set when the process has to change its user; the files below the database's folder must then belong to it. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
  readonly ownerUid: number;
  /** Users whose files we may make the owner's: what an earlier start as root made, with or without namespaces. */
  readonly inheritsFrom: readonly number[];
};

/**
 * PostgreSQL refuses to run as root. A user namespace in which root looks like `nobody` needs no second user and no change of
 * ownership, and works under a home that only root may enter. Where namespaces are refused (many containers), PostgreSQL runs as
 * an existing unprivileged user. Everybody else runs it as themselves.
 */
export function unprivileged(): Identity {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0 && hasName()) return { prefix: [], user: null, ownerUid: uid, inheritsFrom: [] };
  const others = [passwd('postgres'), passwd('nobody')].filter((user) => user !== null);
  const inheritsFrom = uid === 0 ? [0, ...others.map((user) => user.uid)] : [];
  const nobody = passwd('nobody') ?? { uid: 65_534, gid: 65_534 };
  const prefix = ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, '--'];
  if (spawnSync('unshare', [...prefix.slice(1), 'true'], { stdio: 'ignore' }).status === 0) {
    return { prefix, user: null, ownerUid: uid, inheritsFrom };
  }
  if (uid !== 0) {
    throw new Error(`User ${uid} has no entry in /etc/passwd, and PostgreSQL wants one. Add it, or set DATABASE_URL.`);
  }
  const [user] = others;
  if (!user) {
    throw new Error(
      'PostgreSQL does not run as root, and this system has neither user namespaces nor a user "postgres" or "nobody". ' +
        'Start Parley as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { prefix: [], user, ownerUid: user.uid, inheritsFrom };
}

/** Throws unless PostgreSQL, as whom it runs, gets as far as each of the paths. */
export function assertReachable({ prefix, user }: Identity, paths: readonly string[]): void {
  if (prefix.length === 0 && !user) return;
  for (const path of paths) {
    const [program = '', ...args] = [...prefix, 'test', '-x', path];
    if (spawnSync(program, args, { ...user, cwd: '/' }).status === 0) continue;
    throw new Error(
      `PostgreSQL does not run as root, and without root's rights it may not enter ${path}. Let everybody pass through the ` +
        'folders above it, choose another with PARLEY_DATA, start Parley as the user they belong to, or set DATABASE_URL.',
    );
  }
}

/** initdb stops when the user it runs as is not listed. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function passwd(name: string): { uid: number; gid: number } | null {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((l) => l.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
  } catch {
    return null;
  }
}
