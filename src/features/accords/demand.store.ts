import type { OptionTerms } from '../../contract/negotiation.ts';
import type { Demand } from '../../domain/promises/authority.ts';
import type { PromiseKind } from '../../domain/promises/words.ts';
import type { Tx } from '../../platform/db/tx.ts';

export async function termsOfAccord(tx: Tx, accordId: string): Promise<OptionTerms | null> {
  const row = await tx
    .selectFrom('accord as a')
    .innerJoin('option_revision as v', (join) =>
      join
        .onRef('v.workspace_id', '=', 'a.workspace_id')
        .onRef('v.option_id', '=', 'a.option_id')
        .onRef('v.hash', '=', 'a.option_hash'),
    )
    .select('v.terms')
    .where('a.workspace_id', '=', tx.workspaceId)
    .where('a.id', '=', accordId)
    .executeTakeFirst();
  return (row?.terms ?? null) as OptionTerms | null;
}

/** What signing asks of our side: the hours and the money our undertakings give away, all together. */
export function demandOf(terms: OptionTerms, currency: string): Demand {
  const hours = Math.max(
    terms.effortHours,
    terms.weDo.reduce((sum, u) => sum + (u.hours ?? 0), 0),
    terms.authority?.hours ?? 0,
  );
  const moneyMinor = Math.max(
    terms.weDo.reduce((sum, u) => sum + (u.minor ?? 0), 0),
    terms.authority?.money ?? 0,
  );
  const kind: PromiseKind = 'work';
  return { hours, moneyMinor, currency, kind };
}

export async function demandOfAccord(tx: Tx, accordId: string, currency: string): Promise<Demand> {
  const terms = await termsOfAccord(tx, accordId);
  return terms ? demandOf(terms, currency) : { hours: Number.MAX_SAFE_INTEGER, moneyMinor: 0, currency, kind: 'other' };
}

/** Somebody other than the signer approved this accord. */
export async function approvedFor(tx: Tx, accordId: string, signerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('approval')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('subject', '=', 'accord')
    .where('subject_id', '=', accordId)
    .where('state', '=', 'approved')
    .where('asked_of', '<>', signerId)
    .limit(1)
    .executeTakeFirst();
  return row != null;
}

/** Whether the wording the accord was drawn up from is still the one both agreed on. */
export async function stillAgreed(tx: Tx, optionId: string, hash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('option')
    .select(['state', 'hash'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', optionId)
    .executeTakeFirst();
  return row?.state === 'agreed' && row.hash === hash;
}
