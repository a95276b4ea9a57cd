import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantSample } from '../src/features/sample/public.ts';
import { inWorkspace } from '../src/platform/db/tx.ts';
import { append } from '../src/platform/ledger/append.ts';
import { verifyChain } from '../src/platform/ledger/verify.ts';
import { type TestServer, testServer } from './support/server.ts';

let app: TestServer;
beforeAll(async () => {
  app = await testServer();
  await plantSample(app.ctx, app.workspaceId);
}, 60_000);
afterAll(() => app.close());

const verify = () => app.within(verifyChain);

const happened = ({ ctx, workspaceId }: TestServer, i: number): Promise<void> =>
  inWorkspace(ctx.db, { workspaceId }, (tx) =>
    append(tx, { kind: 'system' }, ctx.now(), [{ kind: 'test.happened', data: { i } }]),
  );

/** As somebody who owns the database and switches the guards off: what the chain is for. */
async function tamper(statement: string, { ownerUrl } = app): Promise<void> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  try {
    await db.query(`set session_replication_role = replica; ${statement}`);
  } finally {
    await db.end();
  }
}

it('[P9] the chain of a year of work holds, and doctor says how many events stand in it', async () => {
  const report = await verify();
  expect(report).toMatchObject({ holds: true });
  expect(report.holds && report.events).toBeGreaterThan(50);
});

it('many writers at once leave one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, i) => happened(app, i)));
  expect(await verify()).toMatchObject({ holds: true });
});

it('erasing what an event was about leaves the chain whole', async () => {
  await tamper('update parley.event set data = null, salt = null where seq = 3');
  expect(await verify()).toMatchObject({ holds: true });
});

it.each([
  ['altered words', 'update parley.event set data = \'{"name":"somebody else"}\' where seq = 5', 5, 'data-altered'],
  ['another time', "update parley.event set at = at + interval '1 second' where seq = 5", 5, 'altered'],
  ['a missing event', 'delete from parley.event where seq = 7', 7, 'missing'],
])('%s are found and named by their sequence', async (_name, statement, seq, why) => {
  const before = await testServer();
  try {
    for (let i = 0; i < 10; i += 1) await happened(before, i);
    await tamper(statement, before);
    expect(await before.within(verifyChain)).toMatchObject({ holds: false, seq, why });
  } finally {
    await before.close();
  }
});

it('a tail that was cut off is found by the head', async () => {
  const last = await app.within((tx) => tx.selectFrom('chain_head').select('seq').executeTakeFirstOrThrow());
  await tamper(`delete from parley.event where seq = ${last.seq}`);
  expect(await verify()).toMatchObject({ holds: false, why: 'head-differs' });
});
