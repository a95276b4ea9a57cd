import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { drawPools } from '../src/features/forecast/evidence.store.ts';
import { suggestDate } from '../src/features/forecast/suggest-date.ts';
import { foundWorkspace } from '../src/features/people/public.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded/start.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { inWorkspace } from '../src/platform/db/tx.ts';
import { createServer, type Server } from '../src/server/server.ts';
import type { Figure, Measurement } from './support/figures.ts';

const CLOSED = 1_000_000;
const OPEN = 2_000;
const ASKED = 400;

/** Three years of requests of 300 clients, 40 kinds and 4 priorities; durations spread as widely as their mean. No trigger runs. */
const FILL = `
set session_replication_role = replica;
select setseed(0.42);
create temporary table x as select n, gen_random_uuid() as id, now() - random() * case when n > ${CLOSED} then interval '10 days' else interval '1095 days' end as opened,
  -ln(random()) * (1 + (n % 40)) * interval '6 hours' as took, 'kind ' || n % 40 as kind, 'p' || n % 4 as priority
  from generate_series(1, ${CLOSED + OPEN}) n;
insert into parley.client (workspace_id, id, name) select $1, gen_random_uuid(), 'Client ' || n from generate_series(1, 300) n;
insert into parley.request (workspace_id, id, ref, subject, kind, priority, client_id, phase, next_step, next_due, opened_at, closed_at, updated_at)
  select $1, x.id, x.n, 'Request ' || x.n, x.kind, x.priority, c.id, case when x.n > ${CLOSED} then 'resolution' else 'closed' end, '–', now(), x.opened,
    case when x.n <= ${CLOSED} then least(now(), x.opened + x.took) end, x.opened
  from x join (select id, row_number() over () - 1 as i from parley.client) c on c.i = x.n * 7 % 300;
insert into parley.duration (workspace_id, request_id, client_id, kind, priority, opened_at, done_at)
  select $1, r.id, r.client_id, r.kind, r.priority, r.opened_at, r.closed_at from parley.request r;
vacuum analyze parley.request; vacuum analyze parley.duration;`;

async function filled(url: string, server: Server): Promise<string> {
  const { workspaceId } = await foundWorkspace(server.ctx, server.ctx.db.auth, {
    workspaceName: 'Bench',
    name: 'Ada',
    email: 'ada@example.org',
    passwordHash: '–',
    lang: 'en',
    zone: 'Europe/Warsaw',
  });
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  for (const statement of FILL.split(';')) await owner.query(statement.replaceAll('$1', `'${workspaceId}'`));
  await owner.end();
  return workspaceId;
}

async function measure(url: string): Promise<Figure[]> {
  const server = await createServer({
    ownerUrl: url,
    publicUrl: 'http://127.0.0.1',
    filesDir: mkdtempSync(join(tmpdir(), 'parley-bench-files-')),
    webDir: null,
    smtpUrl: null,
    imapUrl: null,
    log: pino({ level: 'silent' }),
    worker: false,
  });
  const { ctx } = server;
  try {
    process.stderr.write(`filling ${CLOSED} closed requests …\n`);
    const workspaceId = await filled(url, server);
    const within = <T>(work: Parameters<typeof inWorkspace<T>>[2]): Promise<T> =>
      inWorkspace(ctx.db, { workspaceId }, work);
    const began = performance.now();
    await within((tx) => drawPools(tx, ctx.now()));
    const drawn = performance.now() - began;
    const ids = await within((tx) =>
      tx.selectFrom('request').select('id').where('phase', '<>', 'closed').limit(ASKED).execute(),
    );
    const empty: number[] = [];
    const times: number[] = [];
    let stated = 0;
    const used = process.cpuUsage();
    for (const { id } of ids) {
      const start = performance.now();
      const said = await within((tx) => suggestDate(tx, id, undefined, ctx.now()));
      times.push(performance.now() - start);
      stated += said.dates ? 1 : 0;
    }
    const cpu = process.cpuUsage(used);
    for (let i = 0; i < ASKED; i++) {
      const start = performance.now();
      await within(async () => undefined);
      empty.push(performance.now() - start);
    }
    const at = (share: number, of = times): number =>
      of.toSorted((a, b) => a - b)[Math.floor(share * (of.length - 1))] ?? 0;
    return [
      { name: 'closed requests in the database', value: CLOSED, unit: '' },
      { name: 'a suggestion, median, with its transaction', value: at(0.5), unit: 'ms' },
      { name: 'a suggestion, 95 of 100', value: at(0.95), unit: 'ms' },
      { name: 'a suggestion, slowest', value: at(1), unit: 'ms' },
      { name: 'a suggestion, quickest', value: at(0), unit: 'ms' },
      { name: 'our own processor time of one', value: (cpu.user + cpu.system) / 1_000 / ids.length, unit: 'ms' },
      { name: 'an empty transaction, median, in the same minute', value: at(0.5, empty), unit: 'ms' },
      { name: 'answered with a date', value: (100 * stated) / ids.length, unit: '%' },
      { name: 'drawing the pools anew, by the clock', value: drawn, unit: 'ms' },
    ];
  } finally {
    await server.close();
  }
}

/** A date with a stated chance over a million closed requests: the aim is 5 ms. */
export const measurement: Measurement = {
  summary: 'a promise date over a million closed requests',
  run: async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'parley-bench-'));
    const log = pino({ level: 'warn' }, pino.destination(2));
    const postgres = await startEmbeddedPostgres({ dataDir, log });
    try {
      await migrate(postgres.url);
      return await measure(postgres.url);
    } finally {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
