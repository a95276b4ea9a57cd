import type { ClientPage } from '../../contract/clients.ts';
import type { OwnedProduct } from '../../domain/listening/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

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
