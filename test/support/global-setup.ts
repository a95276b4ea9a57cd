import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded/start.ts';
import { migrate } from '../../src/platform/db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the test server's owner. */
    postgresUrl: string;
  }
}

/** The migrated database that every `freshDatabase()` is a copy of. */
const TEMPLATE = 'parley_template';

/**
 * One PostgreSQL for the whole run, without fsync, and one migrated template. TEST_DATABASE_URL names another server (its owner, a
 * superuser) to run the same tests on, e.g. on the oldest version we promise.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const { url, end } = given ? { url: given, end: async () => undefined } : await ownServer();
  try {
    await query(url, `drop database if exists ${TEMPLATE} with (force)`, `create database ${TEMPLATE}`);
    const template = new URL(url);
    template.pathname = `/${TEMPLATE}`;
    await migrate(template.toString());
    project.provide('postgresUrl', url);
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

async function ownServer(): Promise<{ url: string; end: () => Promise<void> }> {
  const dataDir = fs.mkdtempSync(join(tmpdir(), 'parley-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: pino({ level: 'warn' }, pino.destination(2)),
    settings,
  });
  const end = async (): Promise<void> => {
    await postgres.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: postgres.url, end };
}

async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
