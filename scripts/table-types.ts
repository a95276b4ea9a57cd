/**
 * Writes src/platform/db/tables/*.ts from the migrated catalogue: one small file per table.
 * `test/table-types.test.ts` runs the same generator and fails when the files are not what the catalogue says.
 * Usage: node scripts/table-types.ts <owner url>
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { format, resolveConfig } from 'prettier';

type Column = { table: string; schema: string; name: string; type: string; nullable: boolean; has_default: boolean };

const scalar: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  timestamptz: 'string',
  date: 'string',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
  tsvector: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
};

export async function tableTypes(ownerUrl: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: columns } = await client.query<Column>(`
      select c.relname as table, n.nspname as schema, a.attname as name, t.typname as type, not a.attnotnull as nullable, a.atthasdef as has_default
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
      where n.nspname in ('parley', 'auth') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by n.nspname, c.relname, a.attnum`);
    const { rows: checks } = await client.query<{ table: string; def: string }>(`
      select c.relname as table, pg_get_constraintdef(k.oid) as def from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace where k.contype = 'c' and n.nspname in ('parley', 'auth')`);
    return await render(columns, literals(checks));
  } finally {
    await client.end();
  }
}

/** `check (x in ('a', 'b'))` becomes the union 'a' | 'b'. */
function literals(checks: { table: string; def: string }[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { table, def } of checks) {
    const match = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(def);
    if (!match) continue;
    const values = [...(match[2] ?? '').matchAll(/'([^']*)'::text/g)].map((m) => `'${m[1]}'`);
    found.set(`${table}.${match[1]}`, values.join(' | '));
  }
  return found;
}

async function render(columns: Column[], unions: Map<string, string>): Promise<Map<string, string>> {
  const config = await resolveConfig('src/platform/db/schema.ts');
  const files = new Map<string, string>();
  const pretty = (source: string): Promise<string> => format(source, { ...config, parser: 'typescript' });
  const tables = Map.groupBy(columns, (c) => `${c.schema}.${c.table}`);
  const databases: Record<string, string[]> = { parley: [], auth: [] };
  const imports: string[] = [];
  for (const [qualified, cols] of tables) {
    const { schema, table } = cols[0] as Column;
    const typeName = `${schema === 'auth' ? 'Auth' : ''}${pascal(table)}Table`;
    const file = `${schema === 'auth' ? 'auth-' : ''}${table.replaceAll('_', '-')}`;
    const lines = cols.map((c) => `  ${/[A-Z]/.test(c.name) ? `'${c.name}'` : c.name}: ${columnType(c, unions)};`);
    const used = ['Generated', 'ColumnType'].filter((word) => lines.some((l) => l.includes(`${word}<`)));
    const head = used.length ? `import type { ${used.join(', ')} } from 'kysely';\n\n` : '';
    files.set(
      `tables/${file}.ts`,
      await pretty(
        `${head}/** Generated from the catalogue: ${qualified}. */\nexport type ${typeName} = {\n${lines.join('\n')}\n};\n`,
      ),
    );
    imports.push(`import type { ${typeName} } from './tables/${file}.ts';`);
    databases[schema]?.push(`  ${table}: ${typeName};`);
  }
  files.set(
    'schema.ts',
    await pretty(`${imports.join('\n')}\n\n/** Generated: what the roles parley_app and parley_room see. */\nexport type Schema = {\n${databases.parley?.join('\n')}\n};\n
/** Generated: what the role parley_auth sees. */\nexport type AuthSchema = {\n${databases.auth?.join('\n')}\n};\n`),
  );
  return files;
}

function columnType(c: Column, unions: Map<string, string>): string {
  if (c.type === 'jsonb') {
    const base = c.nullable ? 'unknown, string | null, string | null' : 'unknown, string, string';
    return `ColumnType<${base}>`;
  }
  const base = unions.get(`${c.table}.${c.name}`) ?? scalar[c.type];
  if (!base) throw new Error(`no TypeScript type is known for ${c.table}.${c.name} (${c.type})`);
  if (c.nullable) return `${base} | null`;
  return c.has_default ? `Generated<${base}>` : base;
}

const pascal = (s: string): string =>
  s
    .split('_')
    .map((w) => w[0]?.toUpperCase() + w.slice(1))
    .join('');

if (process.argv[1] === import.meta.filename) {
  const url = process.argv[2];
  if (!url) throw new Error('usage: node scripts/table-types.ts <owner url>');
  const root = new URL('../src/platform/db/', import.meta.url);
  rmSync(new URL('tables/', root), { recursive: true, force: true });
  mkdirSync(new URL('tables/', root), { recursive: true });
  for (const [name, source] of await tableTypes(url)) writeFileSync(new URL(name, root), source);
}
