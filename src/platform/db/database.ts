import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Role, roleUrl } from './migrate.ts';
import type { AuthSchema, Schema } from './schema.ts';

/**
 * The database as the running product sees it: five logins, each with what it needs.
 * `app` does the work, `guest` does what a client commands in the room, `room` reads for clients, `auth` knows who signs in, `steward` only knows which workspaces exist.
 */
export type Database = {
  readonly app: Kysely<Schema>;
  readonly guest: Kysely<Schema>;
  readonly room: Kysely<Schema>;
  readonly auth: Kysely<AuthSchema>;
  readonly authPool: pg.Pool;
  readonly appPool: pg.Pool;
  /** As `app`, for reads whose whole transaction goes out in one piece (read-json.ts). */
  readonly readPool: pg.Pool;
  readonly steward: Kysely<Pick<Schema, 'workspace'>>;
  readonly appUrl: string;
  readonly close: () => Promise<void>;
};

// Timestamps stay text (ISO 8601, UTC): parsing them into Date objects costs half of a list's time, and JSON wants text anyway.
const isoTimestamp = (text: string): string => `${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`;
const parsers: Record<number, (text: string) => unknown> = {
  20: Number, // int8: counts and minor units stay far below 2^53
  1700: Number, // numeric: hours with two decimals
  1082: (text) => text,
  1184: isoTimestamp,
};
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

export function openDatabase(ownerUrl: string, onError: (error: Error) => void, size = 10): Database {
  const pool = (role: Role, schema: string, max: number, custom: boolean, pipeline = false): pg.Pool => {
    const created = new pg.Pool({
      connectionString: roleUrl(ownerUrl, role),
      max,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      application_name: `parley ${role}`,
      options: `-c search_path=${schema} -c timezone=UTC -c lock_timeout=5s -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s -c jit=off`,
      ...(custom ? { types } : {}),
      ...(pipeline ? { pipeline } : {}),
    } as pg.PoolConfig);
    created.on('error', onError);
    // A connection lost between two statements of a transaction is nobody's but its own: unheard, it would end the process.
    created.on('connect', (client) => client.on('error', onError));
    return created;
  };
  const appPool = pool('parley_app', 'parley', size, true);
  const guestPool = pool('parley_guest', 'parley', Math.max(2, Math.ceil(size / 2)), true);
  const roomPool = pool('parley_room', 'parley', Math.max(2, Math.ceil(size / 2)), true);
  const readPool = pool('parley_app', 'parley', Math.max(2, Math.ceil(size / 2)), true, true);
  const authPool = pool('parley_auth', 'auth', Math.max(2, Math.ceil(size / 3)), false);
  const stewardPool = pool('parley_steward', 'parley', 1, true);
  const kysely = <T>(p: pg.Pool): Kysely<T> => new Kysely<T>({ dialect: new PostgresDialect({ pool: p }) });
  return {
    app: kysely<Schema>(appPool),
    guest: kysely<Schema>(guestPool),
    room: kysely<Schema>(roomPool),
    auth: kysely<AuthSchema>(authPool),
    authPool,
    appPool,
    readPool,
    steward: kysely<Pick<Schema, 'workspace'>>(stewardPool),
    appUrl: roleUrl(ownerUrl, 'parley_app'),
    close: async () => {
      await Promise.all([appPool, readPool, guestPool, roomPool, authPool, stewardPool].map((p) => p.end()));
    },
  };
}
