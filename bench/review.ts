import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { periodBefore } from '../src/domain/review/period.ts';
import { insightsPage } from '../src/features/review/insights.ts';
import { talliesIn } from '../src/features/review/tally.store.ts';
import { newId } from '../src/platform/db/ids.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded/start.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { type Tx, inWorkspace } from '../src/platform/db/tx.ts';
import type { Figure, Measurement } from './support/figures.ts';

const TIMES = 7;
const YEAR = { from: '2025-01-01', to: '2025-12-31' };
/** A year less its last day: not whole months, so it is counted from the facts. */
const ODD = { from: '2025-01-01', to: '2025-12-30' };

/** Facts of a million requests of 200 clients over three years, 20,000 of them of one client in one year, written past the product. */
async function fill(db: pg.Client, workspaceId: string, clientId: string, all: number): Promise<void> {
  const ws = `'${workspaceId}'::uuid`;
  const client = `case when i <= 20000 then '${clientId}'::uuid else ('00000000-0000-4000-8000-' || lpad((i % 199)::text, 12, '0'))::uuid end`;
  const opened = `case when i <= 20000 then date '2025-01-01' + (i % 365) else date '2023-01-01' + (i % 1096) end`;
  await db.query(`insert into parley.workspace (workspace_id, name, reply_key) values (${ws}, 'bench', '\\x00')`);
  await db.query(`insert into parley.request_fact select ${ws}, gen_random_uuid(), ${client}, ${opened}, ${opened} + 9, 'confirmed',
      (array['do-it', 'do-it', 'do-it', 'possible-not-reasonable', 'reasonable-not-possible', 'neither'])[1 + i % 6],
      case when i % 6 in (3, 5) then (array['outside-hours', 'free-of-charge', 'outside-scope', 'over-allowance'])[1 + i % 4] end,
      case when i % 6 in (4, 5) then (array['capacity', 'technical', 'third-party'])[1 + i % 3] end,
      (array['written', 'talk', 'invitation'])[1 + i % 3], case when i % 6 > 2 then 'changed' end, i % 90, (i % 3 = 0)::int, (i % 6 = 0)::int, i % 3, (i % 7 = 0)::int,
      (i % 5 = 0)::int, i % 40 = 0
    from generate_series(1, ${all}) i`);
  await db.query(`insert into parley.promise_fact select workspace_id, gen_random_uuid(), request_id, client_id, 'ours',
      (array['kept', 'kept-early', 'broken'])[1 + minutes % 3], case when minutes % 3 = 2 then 'capacity' end, opened_on + 5 from parley.request_fact where minutes % 4 = 0`);
  await db.query(`insert into parley.tally select workspace_id, client_id, date_trunc('month', on_day)::date, metric, key, sum(n), sum(minutes)
      from parley.fact_tally group by 1, 2, 3, 4, 5`);
  await db.query('vacuum analyze');
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
}

/** A year of a client with 20,000 requests, and Insights over all of a million; `npm run bench -- review 100000` for fewer. */
export const measurement: Measurement = {
  summary: 'a year’s review of a client with 20,000 requests, Insights over a million',
  run: async ([count]) => {
    const all = Math.max(20_000, Number(count) || 1_000_000);
    const dataDir = fs.mkdtempSync(join(tmpdir(), 'parley-bench-'));
    const settings = { fsync: 'off', synchronous_commit: 'off' };
    const postgres = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'silent' }), settings });
    await migrate(postgres.url);
    const owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    const db = openDatabase(postgres.url, () => undefined);
    try {
      const [workspaceId, clientId] = [newId(), newId()];
      await fill(owner, workspaceId, clientId, all);
      const within = (work: (tx: Tx) => Promise<unknown>) => inWorkspace(db, { workspaceId }, work);
      const year = (period: typeof YEAR) => async (tx: Tx) => {
        await talliesIn(tx, period, clientId);
        return talliesIn(tx, periodBefore(period), clientId);
      };
      const figures: Figure[] = [
        { name: 'requests', value: all, unit: '' },
        { name: 'review of a year, both periods', value: await median(() => within(year(YEAR))), unit: 'ms' },
        {
          name: 'the same for days that are no whole months',
          value: await median(() => within(year(ODD))),
          unit: 'ms',
        },
        {
          name: 'Insights, a year',
          value: await median(() => within((tx) => insightsPage(tx, YEAR, Date.now()))),
          unit: 'ms',
        },
        {
          name: 'Insights, everything',
          value: await median(() =>
            within((tx) => insightsPage(tx, { from: '2023-01-01', to: '2025-12-31' }, Date.now())),
          ),
          unit: 'ms',
        },
      ];
      return figures;
    } finally {
      await db.close();
      await owner.end();
      await postgres.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
