import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantSample } from '../src/features/sample/public.ts';
import { foundWorkspace } from '../src/features/people/public.ts';
import { hashPassword } from '../src/platform/auth/password.ts';
import { type Role, roleUrl } from '../src/platform/db/migrate.ts';
import { type TestServer, testServer } from './support/server.ts';

// Security: two locks on every door. This walks the catalogue, so that a table nobody thought of is found.
let app: TestServer;
let ownerUrl: string;
let other: string;
let tables: string[];

const poison = 'POISON-internal-words';

beforeAll(async () => {
  app = await testServer();
  ownerUrl = app.ownerUrl;
  await plantSample(app.ctx, app.workspaceId);
  const founded = await foundWorkspace(app.ctx, app.ctx.db.auth, {
    workspaceName: 'Other',
    name: 'Otto',
    email: 'otto@other.example',
    lang: 'en',
    zone: 'UTC',
    passwordHash: await hashPassword('correct horse battery'),
  });
  other = founded.workspaceId;
  await plantSample(app.ctx, other);
  await asOwner(async (db) => {
    await db.query(
      `update parley.request set our_difficulty = '${poison}', next_step = '${poison}', interest_skipped_why = '${poison}'`,
    );
    await db.query(`update parley.message set body = '${poison}' where audience = 'ours'`);
    await db.query(`update parley.promise set miss_reason = '${poison}', open_questions_why = '${poison}'`);
    await db.query(
      `insert into parley.private_limit (workspace_id, request_id, text, updated_at) select workspace_id, id, '${poison}', now() from parley.request`,
    );
    const { rows } = await db.query<{ t: string }>(
      `select c.relname as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'parley' and c.relkind in ('r', 'v', 'm', 'p') order by 1`,
    );
    tables = rows.map((row) => row.t);
  });
}, 60_000);
afterAll(async () => {
  await Promise.all([...connections.values()].map((db) => db.end()));
  await app.close();
});

async function asOwner(work: (db: pg.Client) => Promise<void>): Promise<void> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  try {
    await work(db);
  } finally {
    await db.end();
  }
}

const connections = new Map<Role, pg.Client>();

async function connection(role: Role): Promise<pg.Client> {
  const known = connections.get(role);
  if (known) return known;
  const db = new pg.Client({ connectionString: roleUrl(ownerUrl, role) });
  await db.connect();
  connections.set(role, db);
  return db;
}

/** Rows a role sees of a table under these settings; null when it may not look at all. */
async function seen(
  role: Role,
  settings: Record<string, string>,
  query: string,
): Promise<Record<string, unknown>[] | null> {
  const db = await connection(role);
  await db.query('begin');
  try {
    for (const [name, value] of Object.entries(settings))
      await db.query('select set_config($1, $2, true)', [name, value]);
    return (await db.query(query)).rows as Record<string, unknown>[];
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return null;
    throw error;
  } finally {
    await db.query('rollback');
  }
}

describe('the two locks', () => {
  it('every table of the product has row-level security, forced, and workspace_id first in its primary key', async () => {
    await asOwner(async (db) => {
      const { rows } = await db.query<{
        relname: string;
        relrowsecurity: boolean;
        relforcerowsecurity: boolean;
        first: string;
      }>(`
        select c.relname, c.relrowsecurity, c.relforcerowsecurity, (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary) as first
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'parley' and c.relkind = 'r'`);
      expect(rows.length).toBeGreaterThan(30);
      expect(rows.filter((r) => !r.relrowsecurity || !r.relforcerowsecurity || r.first !== 'workspace_id')).toEqual([]);
    });
  });

  it('no role of the running product owns anything, is a superuser or bypasses row-level security', async () => {
    await asOwner(async (db) => {
      const { rows } = await db.query(
        `select rolname from pg_roles where rolname like 'parley\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
      );
      expect(rows).toEqual([]);
      const owned = await db.query(
        `select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'parley\\_%'`,
      );
      expect(owned.rows).toEqual([]);
    });
  });

  it('[P9] without a workspace no role sees a single row of any table', async () => {
    for (const role of ['parley_app', 'parley_guest', 'parley_room'] as const) {
      for (const table of tables) {
        const rows = await seen(role, {}, `select 1 from parley."${table}" limit 1`);
        expect(rows ?? [], `${role} sees ${table} without a workspace`).toEqual([]);
      }
    }
  });

  it('[P9] in workspace A nobody sees a row of workspace B', async () => {
    let counted = 0;
    for (const table of tables) {
      const mine = await seen(
        'parley_app',
        { 'app.workspace': app.workspaceId },
        `select workspace_id::text as ws from parley."${table}"`,
      );
      counted += mine?.length ?? 0;
      expect(
        (mine ?? []).filter((row) => row.ws !== app.workspaceId),
        table,
      ).toEqual([]);
    }
    expect(counted).toBeGreaterThan(100);
  });

  it('[P9] in a room nobody sees another client’s rows, nor any internal word', async () => {
    const clients = await seen(
      'parley_app',
      { 'app.workspace': app.workspaceId },
      'select id::text as id from parley.client order by name',
    );
    const client = String(clients?.[0]?.id);
    const scope = { 'app.workspace': app.workspaceId, 'app.client': client };
    let rows = 0;
    for (const table of tables) {
      const columns = await readable('parley_room', table);
      if (columns.length === 0) continue;
      const found =
        (await seen(
          'parley_room',
          scope,
          `select ${columns.map((c) => `"${c}"`).join(', ')} from parley."${table}"`,
        )) ?? [];
      rows += found.length;
      for (const row of found) {
        if (table === 'client') expect(String(row.id)).toBe(client);
        else if ('client_id' in row) expect(String(row.client_id), table).toBe(client);
        expect(JSON.stringify(row), table).not.toContain(poison);
      }
    }
    expect(rows).toBeGreaterThan(20);
    for (const table of [
      'private_limit',
      'raw_mail',
      'outbox',
      'member',
      'approval',
      'invitation',
      'idempotency',
      'room_session',
    ]) {
      expect(await readable('parley_room', table), table).toEqual([]);
    }
  });

  it('[P9] what the room commands can write only its own client’s rows', async () => {
    const clients = await seen(
      'parley_app',
      { 'app.workspace': app.workspaceId },
      'select id::text as id from parley.client order by name',
    );
    const [mine, theirs] = [String(clients?.[0]?.id), String(clients?.[1]?.id)];
    const scope = { 'app.workspace': app.workspaceId, 'app.client': mine };
    const touched = await seen(
      'parley_guest',
      scope,
      `update parley.request set subject = 'x' where client_id = '${theirs}' returning id`,
    );
    expect(touched).toEqual([]);
    await expect(
      seen('parley_guest', scope, `update parley.entry set client_id = '${theirs}' returning id`),
    ).resolves.toBeNull();
    expect(await seen('parley_guest', scope, 'select 1 from parley.private_limit')).toBeNull();
  });

  it('what has happened stays: events, wordings and signatures cannot be changed or deleted by the app', async () => {
    for (const table of ['event', 'option_revision', 'signature']) {
      for (const statement of [
        `update parley.${table} set workspace_id = workspace_id`,
        `delete from parley.${table}`,
        `truncate parley.${table}`,
      ]) {
        expect(await seen('parley_app', { 'app.workspace': app.workspaceId }, statement), statement).toBeNull();
      }
    }
  });

  it('job payloads carry ids and nothing else', async () => {
    await asOwner(async (db) => {
      const { rows } = await db.query<{ k: string }>(
        'select distinct jsonb_object_keys(data) as k from pgboss.job where data is not null',
      );
      expect(rows.map((r) => r.k).filter((k) => k !== 'workspaceId' && k !== 'id')).toEqual([]);
    });
  });
});

const columnsOf = new Map<string, Map<string, string[]>>();

/** The columns of a table that a role may read. */
async function readable(role: Role, table: string): Promise<string[]> {
  const known = columnsOf.get(role) ?? new Map<string, string[]>();
  if (!columnsOf.has(role)) {
    await asOwner(async (db) => {
      const { rows } = await db.query<{ table_name: string; column_name: string }>(`
        select table_name, column_name from information_schema.columns where table_schema = 'parley'
          and has_column_privilege('${role}', ('parley.' || quote_ident(table_name))::regclass, column_name, 'select') order by ordinal_position`);
      for (const row of rows) known.set(row.table_name, [...(known.get(row.table_name) ?? []), row.column_name]);
    });
    columnsOf.set(role, known);
  }
  return known.get(table) ?? [];
}
