import { sql } from 'kysely';
import type { ClientPage } from '../../contract/clients.ts';
import type { Lang } from '../../contract/common.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refOf } from '../requests/public.ts';
import { agreementsOf } from './agreement.store.ts';
import { contactsOf } from './contact.store.ts';

export type ClientRecord = {
  name: string;
  domains: string[];
  lang: string;
  since: string | null;
  zone: string | null;
  note: string | null;
};

export async function insertClient(tx: Tx, id: string, client: ClientRecord, now: number): Promise<void> {
  await tx
    .insertInto('client')
    .values({ workspace_id: tx.workspaceId, id, ...client, created_at: iso(now) })
    .execute();
}

export async function updateClient(tx: Tx, id: string, client: ClientRecord): Promise<boolean> {
  const done = await tx
    .updateTable('client')
    .set(client)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function listClients(
  tx: Tx,
  filter: { q?: string | undefined; after?: string | undefined; limit: number },
) {
  const like = `%${(filter.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const [afterName, afterId] = cursor(filter.after);
  const rows = await tx
    .selectFrom('client as c')
    .select(['c.id', 'c.name', 'c.since', 'c.lang', 'c.domains', 'c.kept', 'c.broken'])
    .select(
      sql<number>`(select count(*) from (select 1 from request r where r.workspace_id = c.workspace_id and r.client_id = c.id and r.phase <> 'closed' limit 1000) x)`.as(
        'open',
      ),
    )
    .where('c.workspace_id', '=', tx.workspaceId)
    .where('c.name', 'ilike', like)
    .where(sql<boolean>`(lower(c.name), c.id) > (${afterName}, ${afterId}::uuid)`)
    .orderBy(sql`lower(c.name)`)
    .orderBy('c.id')
    .limit(filter.limit + 1)
    .execute();
  const items = rows.slice(0, filter.limit).map(toRow);
  const last = items.at(-1);
  return {
    items,
    next:
      rows.length > filter.limit && last
        ? Buffer.from(`${last.name.toLowerCase()}\n${last.id}`).toString('base64url')
        : null,
  };
}

function cursor(after: string | undefined): [string, string] {
  const [name, id] = Buffer.from(after ?? '', 'base64url')
    .toString()
    .split('\n');
  return id && /^[0-9a-f-]{36}$/.test(id) ? [name ?? '', id] : ['', '00000000-0000-0000-0000-000000000000'];
}

type Row = {
  id: string;
  name: string;
  since: string | null;
  lang: string;
  domains: string[];
  kept: number;
  broken: number;
  open: number;
};
const toRow = (c: Row) => ({
  id: c.id,
  name: c.name,
  since: c.since,
  lang: c.lang as Lang,
  domains: c.domains,
  openRequests: c.open,
  kept: c.kept,
  broken: c.broken,
});

export async function findClient(tx: Tx, id: string) {
  return tx
    .selectFrom('client')
    .select(['id', 'name', 'since', 'lang', 'domains', 'zone', 'note', 'kept', 'broken'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function clientPage(tx: Tx, id: string): Promise<ClientPage | null> {
  const client = await findClient(tx, id);
  if (!client) return null;
  const products = await tx
    .selectFrom('owned_product')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('client_id', '=', id)
    .orderBy('name')
    .limit(500)
    .execute();
  const requests = await tx
    .selectFrom('request')
    .select(['id', 'ref', 'subject', 'phase', 'fate', 'opened_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('client_id', '=', id)
    .orderBy('opened_at', 'desc')
    .limit(50)
    .execute();
  return {
    ...toRow({ ...client, open: requests.filter((r) => r.phase !== 'closed').length }),
    zone: client.zone,
    note: client.note,
    contacts: await contactsOf(tx, id),
    agreements: await agreementsOf(tx, id),
    products: products.map((p) => ({
      id: p.id,
      name: p.name,
      productKey: p.product_key,
      fromWhom: p.from_whom,
      since: p.since,
    })),
    requests: requests.map((r) => ({
      id: r.id,
      ref: refOf(r.ref),
      subject: r.subject,
      phase: r.phase,
      fate: r.fate,
      openedAt: r.opened_at,
    })),
  };
}
