import { sql } from 'kysely';
import type { ClientPage } from '../../contract/clients.ts';
import type { Lang } from '../../contract/common.ts';
import type { OwnedProduct } from '../../domain/listening/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refOf } from '../requests/public.ts';

export type ClientRecord = {
  name: string;
  domains: string[];
  lang: string;
  since: string | null;
  zone: string | null;
  note: string | null;
};
export type ContactRecord = {
  name: string;
  email: string;
  lang: string;
  roleText: string | null;
  may: 'see' | 'talk' | 'decide';
};

const contactColumns = [
  'id',
  'client_id',
  'name',
  'email',
  'lang',
  'role_text',
  'may',
  'status',
  'bounced_at',
] as const;

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

/** Returns false when the address already belongs to another contact. */
export async function insertContact(
  tx: Tx,
  id: string,
  clientId: string | null,
  contact: ContactRecord,
  now: number,
): Promise<boolean> {
  const { roleText, email, ...rest } = contact;
  const made = await tx
    .insertInto('contact')
    .values({
      workspace_id: tx.workspaceId,
      id,
      client_id: clientId,
      ...rest,
      email: email.toLowerCase(),
      role_text: roleText,
      created_at: iso(now),
    })
    .onConflict((oc) => oc.columns(['workspace_id', 'email']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made != null;
}

export async function updateContact(
  tx: Tx,
  id: string,
  contact: ContactRecord & { status: 'active' | 'left' | 'died' },
): Promise<boolean> {
  const { roleText, email, ...rest } = contact;
  const done = await tx
    .updateTable('contact')
    .set({ ...rest, email: email.toLowerCase(), role_text: roleText })
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

export async function contactsOf(tx: Tx, clientId: string): Promise<ClientPage['contacts']> {
  const rows = await tx
    .selectFrom('contact')
    .select(contactColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('client_id', '=', clientId)
    .orderBy('name')
    .limit(500)
    .execute();
  return rows.map(toContact);
}

export async function findContact(tx: Tx, id: string): Promise<ClientPage['contacts'][number] | null> {
  const row = await tx
    .selectFrom('contact')
    .select(contactColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toContact(row) : null;
}

type ContactRow = {
  id: string;
  client_id: string | null;
  name: string;
  email: string;
  lang: string;
  role_text: string | null;
  may: 'see' | 'talk' | 'decide';
  status: 'active' | 'left' | 'died';
  bounced_at: string | null;
};
const toContact = (c: ContactRow): ClientPage['contacts'][number] => ({
  id: c.id,
  clientId: c.client_id,
  name: c.name,
  email: c.email,
  lang: c.lang as Lang,
  roleText: c.role_text,
  may: c.may,
  status: c.status,
  bounced: c.bounced_at != null,
});

/** Who wrote? By exact address first; else the client by the address's domain (the person is new and must still be confirmed). */
export async function findByAddress(
  tx: Tx,
  address: string,
): Promise<{ clientId: string | null; contactId: string | null }> {
  const email = address.toLowerCase();
  const known = await tx
    .selectFrom('contact')
    .select(['id', 'client_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('email', '=', email)
    .executeTakeFirst();
  if (known) return { clientId: known.client_id, contactId: known.id };
  const domain = email.split('@')[1] ?? '';
  const owners = await tx
    .selectFrom('client')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`${domain} = any (domains)`)
    .limit(2)
    .execute();
  return { clientId: owners.length === 1 ? (owners[0]?.id ?? null) : null, contactId: null };
}

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

/** Every version of every agreement, newest first: an old promise is judged by the version it was made under. */
export async function agreementsOf(tx: Tx, clientId: string): Promise<ClientPage['agreements']> {
  const rows = await tx
    .selectFrom('agreement')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('client_id', '=', clientId)
    .orderBy('valid_from', 'desc')
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
  return rows.map((a) => ({
    id: a.id,
    version: a.version,
    title: a.title,
    validFrom: a.valid_from,
    validTo: a.valid_to,
    terms: a.terms as Record<string, unknown>,
  }));
}

export async function insertAgreement(
  tx: Tx,
  agreement: { id: string; clientId: string; title: string; validFrom: string; validTo: string | null; terms: unknown },
  now: number,
): Promise<number> {
  const last = await tx
    .selectFrom('agreement')
    .select(({ fn }) => fn.max('version').as('v'))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', agreement.id)
    .executeTakeFirst();
  const version = (last?.v ?? 0) + 1;
  await tx
    .insertInto('agreement')
    .values({
      workspace_id: tx.workspaceId,
      id: agreement.id,
      client_id: agreement.clientId,
      version,
      title: agreement.title,
      valid_from: agreement.validFrom,
      valid_to: agreement.validTo,
      terms: JSON.stringify(agreement.terms),
      created_at: iso(now),
    })
    .execute();
  return version;
}

/** L4: what the client owns, as an offer is checked against it. */
export async function productsOf(tx: Tx, clientId: string): Promise<OwnedProduct[]> {
  const rows = await tx
    .selectFrom('owned_product')
    .select(['name', 'product_key', 'from_whom'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('client_id', '=', clientId)
    .limit(500)
    .execute();
  return rows.map((p) => ({
    name: p.name,
    ...(p.product_key ? { key: p.product_key } : {}),
    ...(p.from_whom ? { from: p.from_whom } : {}),
  }));
}
