import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRequests } from '../src/contract/requests.ts';
import { foundWorkspace } from '../src/features/people/public.ts';
import { type Tx, inRoom, inRoomCommand, inWorkspace } from '../src/platform/db/tx.ts';
import { arrive } from './support/mails.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let client: Client;
let other: string;
const letters = [
  ['Access', 'The two companies on our floor have shared a printer at harbour.example for years.'],
  ['Ёлка', 'Мы просим прислать нам копию договора и оплаченного счёта за ноябрь этого года.'],
  ['Zgłoszenie', 'W naszej drukarce brakuje tuszu, a poza tym prosimy o przesłanie nowej faktury.'],
  ['Demande', 'Deux réparations ont déjà été faites chez nous, mais l’écran de la caisse reste noir.'],
  ['Keys for the gate', 'We lost all of them yesterday and somebody has to let the driver in, order 4711.'],
  ['A question', 'Where are the keys kept over the weekend, and who of your people has them?'],
] as const;

beforeAll(async () => {
  server = await testServer();
  client = await server.client('Nordic Mills', ['ada@nordic.example']);
  for (const [subject, text] of letters) await arrive(server, { from: 'Ada <ada@nordic.example>', subject, text });
  const firm = { workspaceName: 'Other', name: 'Otto', email: 'otto@other.example', lang: 'en', zone: 'UTC' };
  const founded = await foundWorkspace(server.ctx, server.ctx.db.auth, { ...firm, passwordHash: 'x' });
  other = founded.workspaceId;
  await arrive(
    { ...server, workspaceId: other },
    { from: 'z@zoo.example', subject: 'Zebra', text: 'A zebra is here.' },
  );
});
afterAll(() => server.close());

const subjects = async (q: string, limit = 20): Promise<string[]> => {
  const query = { q, phase: 'all', limit: String(limit) };
  return (await server.call(listRequests, { as: 'agent', query })).body.items.map((r) => r.subject);
};

describe('search finds what people wrote', () => {
  it.each([
    ['en: another number', 'company', 'Access'],
    ['en: another form', 'sharing', 'Access'],
    ['a part of an address', 'example harbour', 'Access'],
    ['an unfinished word', 'comp', 'Access'],
    ['ru: another case', 'договоры', 'Ёлка'],
    ['ru: е for ё, in the subject', 'елка', 'Ёлка'],
    ['ru: е for ё, in the mail', 'счет', 'Ёлка'],
    ['pl: a consonant that changes', 'drukarka', 'Zgłoszenie'],
    ['pl: a vowel that comes', 'drukarek', 'Zgłoszenie'],
    ['pl: another case', 'faktura', 'Zgłoszenie'],
    ['pl: typed without its letters', 'zgloszenia', 'Zgłoszenie'],
    ['fr: another number', 'réparation', 'Demande'],
    ['fr: the verb', 'réparer', 'Demande'],
    ['fr: typed without accents', 'ecran', 'Demande'],
    ['fr: words that mean nothing alone are no condition', 'les réparations avec', 'Demande'],
    ['a number somebody wrote', '4711', 'Keys for the gate'],
    ['words of one mail only', 'driver gate', 'Keys for the gate'],
  ])('%s', async (_name, q, subject) => expect(await subjects(q)).toEqual([subject]));

  it('the subject counts more than the mail, and each page goes on where the last one ended', async () => {
    expect(await subjects('keys')).toEqual(['Keys for the gate', 'A question']);
    const first = await server.call(listRequests, { as: 'agent', query: { q: 'keys', phase: 'all', limit: '1' } });
    const next = { q: 'keys', phase: 'all', limit: '1', after: first.body.next ?? '' };
    const second = await server.call(listRequests, { as: 'agent', query: next });
    expect([second.body.items[0]?.subject, second.body.next]).toEqual(['A question', null]);
  });

  it.each(['', '"', "it's", "'", '\\', '& |', '!', ':*', '(', 'a:*b', '🌲', 'the'])('%j is no error', async (q) => {
    expect(await subjects(q)).toBeInstanceOf(Array);
  });

  it('every word is needed', async () => expect(await subjects('keys drukarka')).toEqual([]));
  it('a reference finds its request', async () => {
    const [row] = (await server.call(listRequests, { as: 'agent', query: { phase: 'all' } })).body.items;
    expect(await subjects(row?.ref ?? '')).toEqual([row?.subject]);
  });
});

describe('[P9] the two locks hold for search', () => {
  const found = async (tx: Tx, words: string) =>
    (await sql<{ request_id: string }>`select request_id from parley.find_requests(${words})`.execute(tx)).rows.length;

  it('nobody finds the words of another workspace', async () => {
    expect(await subjects('zebra')).toEqual([]);
    expect(await server.within((tx) => found(tx, 'zebra'))).toBe(0);
    expect(await inWorkspace(server.ctx.db, { workspaceId: other }, (tx) => found(tx, 'zebra'))).toBe(1);
  });

  it('the room may not ask at all, and neither may a command from it', async () => {
    const scope = { workspaceId: server.workspaceId, clientId: client.id };
    for (const door of [inRoom, inRoomCommand])
      await expect(door(server.ctx.db, scope, (tx) => found(tx, 'keys'))).rejects.toThrow(/permission denied/);
  });

  it('nobody can sign in as the role that reads the index, and it reads nothing but that', async () => {
    const rows = await asOwner(`select rolcanlogin, rolsuper, rolbypassrls,
        (select array_agg(distinct table_name::text order by table_name::text) from information_schema.column_privileges where grantee = 'parley_search') as tables,
        has_schema_privilege('parley_search', 'parley', 'create') as creates
      from pg_roles where rolname = 'parley_search'`);
    const locks = { rolcanlogin: false, rolsuper: false, rolbypassrls: false, creates: false };
    expect(rows).toEqual([{ ...locks, tables: ['message', 'request'] }]);
  });

  it('the index is read: asking the table itself under row-level security cannot', async () => {
    const plan = await server.within(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      const { rows } = await sql<{
        'QUERY PLAN': string;
      }>`explain select 1 from message where search @@ 'keys'`.execute(tx);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).not.toContain('message_search');
    const scans = async () =>
      (await asOwner(`select idx_scan::int as n from pg_stat_user_indexes where indexrelname = 'message_search'`))[0]
        ?.n;
    const before = Number(await scans());
    await asOwner(`insert into parley.message (workspace_id, id, request_id, audience, channel, direction, author_name, body, at)
      select m.workspace_id, gen_random_uuid(), m.request_id, 'ours', 'note', 'inside', 'x', 'nothing', now() from
        (select * from parley.message limit 1) m, generate_series(1, 5000)`);
    await asOwner('analyze parley.message');
    await server.within(async (tx) => {
      expect(await found(tx, 'gate')).toBe(1);
      await sql`select pg_stat_force_next_flush()`.execute(tx);
    });
    expect(await scans()).toBeGreaterThan(before);
  });
});

async function asOwner(statement: string): Promise<Record<string, unknown>[]> {
  const db = new pg.Client({ connectionString: server.ownerUrl });
  await db.connect();
  try {
    return (await db.query(statement)).rows as Record<string, unknown>[];
  } finally {
    await db.end();
  }
}
