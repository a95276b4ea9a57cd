import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// docs/method.md says for every rule where it lives and which test proves it. This keeps the page honest.
const page = readFileSync(new URL('../docs/method.md', import.meta.url), 'utf8');
const root = new URL('..', import.meta.url).pathname;
const tests = globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'e2e/**/*.test.ts'], { cwd: root }).map((file) => ({
  file,
  text: readFileSync(`${root}/${file}`, 'utf8'),
}));

type Row = { id: string; state: string; where: string; proof: string };
const rows: Row[] = [...page.matchAll(/^\| ([TCNLPS]\d+) \| (covered|core|open) \| (.*?) \| (.*?) \|$/gm)].map((m) => ({
  id: m[1] ?? '',
  state: m[2] ?? '',
  where: m[3] ?? '',
  proof: m[4] ?? '',
}));

const count = { T: 20, C: 7, N: 7, L: 9, P: 10, S: 14 };

describe('the map of the method', () => {
  it('names every rule once', () => {
    const wanted = Object.entries(count).flatMap(([letter, n]) =>
      Array.from({ length: n }, (_, i) => `${letter}${i + 1}`),
    );
    expect(rows.map((row) => row.id)).toEqual(wanted);
  });

  it.each(rows.filter((row) => row.state !== 'open').map((row) => [row.id, row] as const))(
    '%s is proven by a test that names it',
    (id, row) => {
      const named = [...row.proof.matchAll(/`([^`]+\.test\.ts)`/g)].map((m) => m[1]);
      expect(named.length, `${id} names no test`).toBeGreaterThan(0);
      for (const file of named) {
        const found = tests.find((t) => t.file === file);
        expect(found, `${file} is not there`).toBeDefined();
        expect(found?.text, `${file} has no test titled [${id}]`).toContain(`[${id}]`);
      }
    },
  );

  it.each(rows.filter((row) => row.state !== 'open').map((row) => [row.id, row.where] as const))(
    '%s lives where the page says',
    (_id, where) => {
      const places = [...where.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '');
      expect(places.length).toBeGreaterThan(0);
      for (const place of places)
        expect(globSync(`src/${place}`, { cwd: root }).length, `src/${place} is not there`).toBeGreaterThan(0);
    },
  );

  it('an open rule claims no test', () => {
    expect(rows.filter((row) => row.state === 'open' && row.proof !== '–')).toEqual([]);
  });
});
