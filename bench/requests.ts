import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { requestListQuery } from '../src/features/requests/request-list.store.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { roleUrl } from '../src/platform/db/migrate.ts';
import { found } from './support/agent-session.ts';
import type { Figure, Measurement } from './support/figures.ts';
import { freePort, startParley } from './support/parley-process.ts';
import { type Script, transactionsPerSecond } from './support/pgbench.ts';
import { type Call, answersPerSecond } from './support/wire.ts';

const CALLERS = 8;
const SECONDS = 6;

/** Both sides of each share are measured in this run, one after the other, on the same rows and with as many callers. */
export const measurement: Measurement = {
  summary:
    'list of 50 requests and creating one, over HTTP, as a share of what pgbench does with the same SQL (needs pgbench)',
  run: async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'parley-bench-'));
    const port = await freePort();
    const parley = await startParley({ dataDir, port });
    const ownerUrl = readFileSync(join(dataDir, 'running-url'), 'utf8').trim();
    const owner = new pg.Client({ connectionString: ownerUrl });
    try {
      const agent = await found(parley.origin, parley.token ?? '');
      const client = await agent.create('/api/clients', { name: 'Harbour Foods' });
      const person = { name: 'Bo', email: 'bo@harbour.example', lang: 'en' };
      const contact = await agent.create(`/api/clients/${client.id}/contacts`, person);
      await owner.connect();
      const { workspaceId, memberId } = await who(owner);
      const parties = { ws: workspaceId, member: memberId, client: client.id, contact: contact.id };
      const figures: Figure[] = [];
      for (const rows of [1_000, 100_000]) {
        await fill(owner, parties, rows);
        const list = (): Call => ({ method: 'GET', path: '/api/requests?limit=50', headers: agent.cookie, body: '' });
        figures.push(
          ...(await share(`list of 50 of ${rows}`, port, list, ownerUrl, listScript(ownerUrl, workspaceId))),
        );
      }
      const body = JSON.stringify({
        subject: 'A drive',
        body: 'please',
        clientId: client.id,
        contactId: contact.id,
        channel: 'call',
      });
      const create = (): Call => ({
        method: 'POST',
        path: '/api/requests',
        headers: `${agent.cookie}idempotency-key: ${randomUUID()}\r\n`,
        body,
      });
      figures.push(...(await share('creating a request', port, create, ownerUrl, { sql: CREATE, values: parties })));
      return figures;
    } finally {
      await owner.end();
      await parley.kill('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

type Parties = { readonly ws: string; readonly member: string; readonly client: string; readonly contact: string };

async function share(
  what: string,
  port: number,
  call: () => Call,
  ownerUrl: string,
  script: Script,
): Promise<Figure[]> {
  await answersPerSecond(port, CALLERS, 2, call); // warm
  const http = await answersPerSecond(port, CALLERS, SECONDS, call);
  const url = roleUrl(ownerUrl, 'parley_app');
  transactionsPerSecond(url, CALLERS, 2, script);
  const bare = transactionsPerSecond(url, CALLERS, SECONDS, script);
  return [
    { name: `${what}, HTTP`, value: http, unit: '/s' },
    { name: `${what}, pgbench`, value: bare, unit: '/s' },
    { name: `${what}, share`, value: (http / bare) * 100, unit: '%' },
  ];
}

async function who(owner: pg.Client): Promise<{ workspaceId: string; memberId: string }> {
  const { rows } = await owner.query<{ workspaceId: string; memberId: string }>(
    'select workspace_id as "workspaceId", id as "memberId" from parley.member',
  );
  if (!rows[0]) throw new Error('no member');
  return rows[0];
}

/** Past requests by SQL; guards and counters are not what is measured, so they are left out. */
async function fill(owner: pg.Client, { ws, member, client, contact }: Parties, rows: number): Promise<void> {
  process.stderr.write(`filling ${rows} requests …\n`);
  await owner.query(`set session_replication_role = replica`);
  await owner.query(
    `insert into parley.request (workspace_id, id, ref, subject, client_id, contact_id, owner_id, phase, next_step, next_due, opened_at, updated_at, minutes)
     select $1, gen_random_uuid(), 10000000 + n + (select count(*) from parley.request), 'Drive of line ' || n, $2, $3, $4,
       case when n % 10 = 0 then 'initiation' when n % 10 = 1 then 'resolution' else 'closed' end, 'Answer for the first time',
       now() + interval '1 day', now() - n * interval '1 minute', now() - n * interval '1 minute', n % 90
     from generate_series(1, $5::int) n`,
    [
      ws,
      client,
      contact,
      member,
      rows - Number((await owner.query('select count(*) from parley.request')).rows[0].count),
    ],
  );
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum analyze parley.request');
}

const CURSOR_FORMAT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** The statements of the list as the server sends them, in one piece. */
function listScript(ownerUrl: string, workspaceId: string): Script {
  const db = openDatabase(ownerUrl, () => undefined);
  const { sql, parameters } = requestListQuery(workspaceId, { phase: 'open', limit: 50 }).query.compile(db.app);
  const values = Object.fromEntries(parameters.map((value, i) => [`p${i + 1}`, String(value)]));
  // To pgbench a colon begins a variable.
  const text = sql
    .replace(CURSOR_FORMAT, ':fmt::text')
    .replace(/\$(\d+)/g, ':p$1')
    .replace(/\s+/g, ' ');
  return {
    sql: `\\startpipeline\nbegin read only;\nselect set_config('app.workspace', :ws, true);\n${text};\ncommit;\n\\endpipeline\n`,
    values: { ...values, ws: workspaceId, fmt: CURSOR_FORMAT.slice(1, -1) },
  };
}

/** The rows one POST writes: key, number, request, words, suggestion, event, chain; triggers do the rest, as they do for us. */
const CREATE = `begin;
select set_config('app.workspace', :ws, true);
select gen_random_uuid() as rid, gen_random_uuid() as mid \\gset
insert into idempotency (workspace_id, actor, key, fingerprint) values (:ws::uuid, 'member:' || :member::text, :rid::text, md5(random()::text));
update workspace set next_ref = next_ref + 1 where workspace_id = :ws::uuid returning next_ref as ref \\gset
insert into request (workspace_id, id, ref, subject, client_id, contact_id, owner_id, next_step, next_due, opened_at, updated_at) values (:ws::uuid, :rid::uuid, :ref::bigint - 1, 'A drive', :client::uuid, :contact::uuid, :member::uuid, 'Answer for the first time', now() + interval '1 day', now(), now());
insert into message (workspace_id, id, request_id, client_id, audience, channel, direction, author_contact_id, author_name, body, at) values (:ws::uuid, :mid::uuid, :rid::uuid, :client::uuid, 'both', 'call', 'in', :contact::uuid, 'Bo', 'please', now());
update request set suggestion = '{"reasonable":"unknown"}', version = version + 1, updated_at = now() where workspace_id = :ws::uuid and id = :rid::uuid;
select seq, encode(hash, 'hex') as head from chain_head where workspace_id = :ws::uuid for update \\gset
insert into event (workspace_id, seq, at, kind, actor_kind, actor_id, request_id, client_id, audience, commitment, prev, hash, salt, data) values (:ws::uuid, :seq::bigint + 1, now(), 'request.opened', 'member', :member::uuid, :rid::uuid, :client::uuid, 'both', sha256(:mid::bytea), decode(:head, 'hex'), sha256(:rid::bytea), substr(sha256(:mid::bytea), 1, 16), '{"channel":"call"}');
update chain_head set seq = :seq::bigint + 1, hash = sha256(:rid::bytea) where workspace_id = :ws::uuid;
select pg_notify('parley_event', :ws);
update idempotency set status = 201, body = :rid::text where workspace_id = :ws::uuid and actor = 'member:' || :member::text and key = :rid::text;
commit;
`;
