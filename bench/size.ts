import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure, Measurement } from './support/figures.ts';

const root = join(import.meta.dirname, '..');
const pages = join(root, 'dist', 'web');
const PARTS = /(?:src|href)="\/(assets\/[^"]+\.(js|css))"/g;

/** What a first visit loads of each page (the entry and what it names up front), and everything there is, gzipped. */
export const measurement: Measurement = {
  summary: 'JavaScript and styles of desk and room, gzipped: at the first visit, and in all',
  run: async () => {
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', "(await import('./scripts/build-web.mjs')).buildWeb()"],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const all = readdirSync(join(pages, 'assets')).filter((name) => name.endsWith('.js'));
    return [
      ...visit('desk'),
      ...visit('room'),
      kilobytes(
        'all JavaScript there is',
        all.map((name) => `assets/${name}`),
      ),
    ];
  },
};

function visit(entry: string): Figure[] {
  const html = readFileSync(join(pages, `${entry}.html`), 'utf8');
  const parts = [...html.matchAll(PARTS)];
  const of = (kind: string): string[] => parts.filter(([, , ending]) => ending === kind).map(([, path]) => path ?? '');
  return [kilobytes(`${entry}: JavaScript at the first visit`, of('js')), kilobytes(`${entry}: styles`, of('css'))];
}

function kilobytes(name: string, files: readonly string[]): Figure {
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(pages, file)), { level: 9 }).length, 0);
  return { name, value: size / 1_000, unit: 'kB' };
}
