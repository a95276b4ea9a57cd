import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tableTypes } from '../scripts/table-types.ts';
import { freshDatabase } from './support/postgres.ts';

it('the table types are what the migrated catalogue says (node scripts/table-types.ts <owner url> writes them)', async () => {
  const database = await freshDatabase();
  try {
    const expected = await tableTypes(database.url);
    const root = new URL('../src/platform/db/', import.meta.url);
    expect(readdirSync(new URL('tables/', root)).sort()).toEqual(
      [...expected.keys()]
        .filter((k) => k.startsWith('tables/'))
        .map((k) => k.slice(7))
        .sort(),
    );
    for (const [file, source] of expected) expect(readFileSync(new URL(file, root), 'utf8'), file).toBe(source);
  } finally {
    await database.drop();
  }
});
