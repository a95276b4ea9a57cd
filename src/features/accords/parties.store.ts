import type { OptionTerms } from '../../contract/negotiation.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { LockedRequest } from '../requests/public.ts';

export async function agreedWording(
  tx: Tx,
  optionId: string,
  hash: string,
): Promise<{ title: string; terms: OptionTerms } | null> {
  const row = await tx
    .selectFrom('option as o')
    .innerJoin('option_revision as v', (join) =>
      join.onRef('v.workspace_id', '=', 'o.workspace_id').onRef('v.option_id', '=', 'o.id'),
    )
    .select(['o.title', 'v.terms'])
    .where('o.workspace_id', '=', tx.workspaceId)
    .where('o.id', '=', optionId)
    .where('v.hash', '=', hash)
    .executeTakeFirst();
  return row ? { title: row.title, terms: row.terms as OptionTerms } : null;
}

/** Names of both parties, the client's language and zone, as they stand on the accord. */
export async function partiesOf(tx: Tx, clientId: string, request: Pick<LockedRequest, 'contactId'>) {
  const firm = await tx
    .selectFrom('workspace')
    .select(['name', 'zone'])
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow();
  const client = await tx
    .selectFrom('client')
    .select(['name', 'lang', 'zone'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', clientId)
    .executeTakeFirst();
  if (!client) return null;
  const contact = request.contactId
    ? await tx
        .selectFrom('contact')
        .select(['name', 'lang'])
        .where('workspace_id', '=', tx.workspaceId)
        .where('id', '=', request.contactId)
        .executeTakeFirst()
    : null;
  return {
    firm: firm.name,
    client: client.name,
    contact: contact?.name ?? '',
    lang: contact?.lang ?? client.lang,
    zone: client.zone ?? firm.zone,
  };
}
