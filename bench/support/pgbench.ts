import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** PostgreSQL's own measuring program, from Debian's packages. Throws what to install where it is missing. */
function program(): string {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).toSorted((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((v) => join(home, v, 'bin', 'pgbench')).find((path) => existsSync(path));
  if (!found) throw new Error('pgbench is missing: apt-get install postgresql-contrib, then run this again.');
  return found;
}

export type Script = {
  readonly sql: string;
  /** Named values of the script's variables (`:name`). */
  readonly values: Readonly<Record<string, string>>;
};

/** Transactions per second of a script, as so many clients without a pause, with prepared statements. */
export function transactionsPerSecond(url: string, clients: number, seconds: number, { sql, values }: Script): number {
  const folder = mkdtempSync(join(tmpdir(), 'parley-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, sql);
    const at = new URL(url);
    const env = {
      ...process.env,
      PGPASSWORD: decodeURIComponent(at.password),
      PGOPTIONS: '-c search_path=parley -c timezone=UTC -c jit=off',
    };
    const host = at.searchParams.get('host') ?? at.hostname;
    const given = Object.entries(values).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const where = ['-h', host, '-p', at.searchParams.get('port') ?? (at.port || '5432'), '-U', at.username];
    const how = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file];
    const done = spawnSync(program(), [...where, ...how, ...given, at.pathname.slice(1)], { env, encoding: 'utf8' });
    const rate = Number(/tps = ([\d.]+)/.exec(done.stdout)?.[1]);
    if (done.status !== 0 || !rate) throw new Error(`pgbench: ${done.stderr}`);
    return rate;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
