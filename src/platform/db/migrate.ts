import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { queues } from '../jobs/queues.ts';
import { migrations } from './migrations/list.ts';

/** The logins the running product uses. None of them owns anything, is a superuser or bypasses row-level security. */
export const roles = ['parley_app', 'parley_guest', 'parley_room', 'parley_auth', 'parley_steward'] as const;
export type Role = (typeof roles)[number];

/**
 * Connection string of one of our roles, derived from the owner's: each role's password is a keyed hash of the owner's
 * credentials, so that every server process on one database computes the same ones and none is stored.
 */
export function roleUrl(ownerUrl: string, role: Role): string {
  const url = new URL(ownerUrl);
  url.password = rolePassword(url, role);
  url.username = role;
  return url.toString();
}

function rolePassword(owner: URL, role: Role): string {
  const secret = createHash('sha256').update(`${owner.username}\u0000${owner.password}`).digest();
  return createHmac('sha256', secret).update(role).digest('base64url');
}

class NewerDatabaseError extends Error {}

const LOCK = 7_203_501; // any number will do, as long as no other program takes it
const sql = (name: string): string => readFileSync(new URL(`./migrations/${name}.sql`, import.meta.url), 'utf8');

/**
 * Brings the database up to this version of the code, one migrator at a time. Each migration is one transaction.
 * Throws NewerDatabaseError when the database has seen migrations this code does not know.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ v: number }>("select current_setting('server_version_num')::int as v");
    if ((rows[0]?.v ?? 0) < 150_000) throw new Error('Parley needs PostgreSQL 15 or newer.');
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await createRoles(client, new URL(ownerUrl));
    await client.query(
      'create table if not exists public.parley_migration (name text primary key, at timestamptz not null default now())',
    );
    const done = (await client.query<{ name: string }>('select name from public.parley_migration')).rows.map(
      (r) => r.name,
    );
    const unknown = done.filter((name) => !(migrations as readonly string[]).includes(name));
    if (unknown.length > 0) {
      throw new NewerDatabaseError(
        `This database was used by a newer Parley (it knows ${unknown.join(', ')}). Start that version, or restore a backup made before the upgrade.`,
      );
    }
    const open = migrations.filter((name) => !done.includes(name));
    for (const name of open) {
      await client.query('begin');
      await client.query(sql(name));
      await client.query('insert into public.parley_migration (name) values ($1)', [name]);
      await client.query('commit');
    }
    await client.query(`begin; ${sql('doors')}; commit`);
    await prepareJobs(client, ownerUrl);
  } finally {
    await client.end();
  }
}

async function createRoles(client: pg.Client, owner: URL): Promise<void> {
  for (const role of roles) {
    const exists = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    const verb = exists.rowCount ? 'alter' : 'create';
    await client.query(
      `${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${rolePassword(owner, role)}'`,
    );
  }
}

/** The job tables belong to pg-boss; the app's role may use them. Payloads carry ids only, never what people wrote. */
async function prepareJobs(client: pg.Client, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  for (const [name, options] of Object.entries(queues)) await boss.createQueue(name, options);
  await boss.stop({ graceful: false });
  await client.query(`grant usage on schema pgboss to parley_app, parley_guest;
    grant select, insert, update, delete on all tables in schema pgboss to parley_app, parley_guest;
    grant execute on all functions in schema pgboss to parley_app, parley_guest;`);
}
