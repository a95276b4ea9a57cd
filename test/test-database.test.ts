import pg from 'pg';
import { expect, it } from 'vitest';
import { freshDatabase } from './support/postgres.ts';

it('a fresh database is migrated, its own, and gone after drop', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
  const client = new pg.Client({ connectionString: one.url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ tables: number }>(
    "select count(*)::int as tables from pg_tables where schemaname = 'parley'",
  );
  expect(rows[0]?.tables).toBeGreaterThan(20);
  expect(one.url).not.toBe(two.url);
  await Promise.all([one.drop(), two.drop()]);
  await expect(client.query('select 1')).rejects.toThrow();
});
