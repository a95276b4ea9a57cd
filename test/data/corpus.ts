import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const DATA = '../shared/data';

/** All files below a folder, in a steady order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

/** Unpacks the 1,650 ordinary mails; call `remove` when done. */
export function unpackHam(): { readonly files: string[]; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-ham-'));
  execFileSync('tar', ['-xJf', join(DATA, 'mail/ham-1650.tar.xz'), '-C', folder]);
  return { files: filesBelow(folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
