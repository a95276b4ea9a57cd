import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';

type Link = { readonly source: string; readonly target: string };

/**
 * Search path for the loader, or null when PostgreSQL finds its libraries by itself. npm packages cannot hold symlinks and the
 * install script that would make them is usually blocked, so the missing ones are made in `folder`; node_modules is never
 * written to, it may be read-only.
 */
export function librarySearchPath({ root }: Binaries, folder: string): string | null {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return null;
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  const inPackage = (path: string): string => join(dirname(root), path);
  if (links.every(({ target }) => existsSync(inPackage(target)))) return null;
  // Made anew at every start: the package may have moved or changed its version since.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const { source, target } of links) symlinkSync(inPackage(source), join(folder, basename(target)));
  return `${folder}:${join(root, 'lib')}`;
}
