import { sql } from 'kysely';
import type { ClientPage } from '../../contract/clients.ts';
import type { Lang } from '../../contract/common.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

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
  'successor_id',
  'bounced_at',
] as const;

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

export async function updateContact(tx: Tx, id: string, contact: ContactRecord): Promise<boolean> {
  const { roleText, email, ...rest } = contact;
  const done = await tx
    .updateTable('contact')
    .set({ ...rest, email: email.toLowerCase(), role_text: roleText })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    // The address of somebody who is gone stays theirs: nothing may go there.
    .where('status', '=', 'active')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

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
  successor_id: string | null;
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
  successorId: c.successor_id,
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
