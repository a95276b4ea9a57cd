/** Starts a migration: an empty, numbered file, last in the list. Usage: npm run migration:new -- name-of-the-change */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../src/platform/db/migrations/list.ts';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  process.stderr.write('Usage: npm run migration:new -- name-of-the-change (small letters, digits and hyphens)\n');
  process.exit(2);
}
const folder = join(import.meta.dirname, '..', 'src', 'platform', 'db', 'migrations');
const last = Math.max(0, ...migrations.map((existing) => Number.parseInt(existing, 10)));
const file = `${String(last + 1).padStart(4, '0')}-${name}`;
writeFileSync(join(folder, `${file}.sql`), '-- What changes, and why. Expand now; contract in a later release.\n', {
  flag: 'wx',
});
const list = join(folder, 'list.ts');
writeFileSync(list, readFileSync(list, 'utf8').replace(/,?\s*\] as const/, `, '${file}'] as const`));
process.stdout.write(`src/platform/db/migrations/${file}.sql\nThen: node scripts/table-types.ts <owner url>\n`);
