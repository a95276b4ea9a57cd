import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/** As whom PostgreSQL runs: how its command line begins, and who must own its files. */
export type Identity = {
  readonly prefix: readonly string[];
  /** Set when the process has to change its user; the files below the database's folder must then belong to it. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
  readonly ownerUid: number;
};

/**
 * PostgreSQL refuses to run as root. A user namespace in which root looks like `nobody` needs no second user and no change of
 * ownership, and works under a home that only root may enter. Where namespaces are refused (many containers), PostgreSQL runs as
 * an existing unprivileged user. Everybody else runs it as themselves.
 */
export function unprivileged(): Identity {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0 && hasName()) return { prefix: [], user: null, ownerUid: uid };
  const nobody = passwd('nobody') ?? { uid: 65_534, gid: 65_534 };
  const prefix = ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, '--'];
  if (spawnSync('unshare', [...prefix.slice(1), 'true'], { stdio: 'ignore' }).status === 0) {
    return { prefix, user: null, ownerUid: uid };
  }
  if (uid !== 0) {
    throw new Error(`User ${uid} has no entry in /etc/passwd, and PostgreSQL wants one. Add it, or set DATABASE_URL.`);
  }
  const user = passwd('postgres') ?? passwd('nobody');
  if (!user) {
    throw new Error(
      'PostgreSQL does not run as root, and this system has neither user namespaces nor a user "postgres" or "nobody". ' +
        'Start Parley as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { prefix: [], user, ownerUid: user.uid };
}

/** With a changed user: throws unless that user gets as far as each of the paths. */
export function assertReachable({ user }: Identity, paths: readonly string[]): void {
  if (!user) return;
  for (const path of paths) {
    if (spawnSync('test', ['-x', path], { ...user, cwd: '/' }).status === 0) continue;
    throw new Error(
      `PostgreSQL does not run as root, and user ${user.uid} may not enter ${path}. Move Parley (or PARLEY_DATA) to a folder ` +
        'that everybody may pass through, start it as an ordinary user, or set DATABASE_URL.',
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
