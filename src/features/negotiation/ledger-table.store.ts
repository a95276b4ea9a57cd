import { applyAll } from '../../domain/negotiation/apply.ts';
import type { NegotiationEvent } from '../../domain/negotiation/events.ts';
import { EMPTY_TABLE, type Table } from '../../domain/negotiation/table.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { LockedRequest } from '../requests/public.ts';

export const PREFIX = 'negotiation.';

/** The table as the core knows it: what the ledger says happened, replayed. Call under the request's lock. */
export async function loadTable(tx: Tx, request: LockedRequest): Promise<Table> {
  const facts: Table = {
    ...EMPTY_TABLE,
    closed: request.phase === 'closed',
    suspended: request.talk === 'suspended',
    interest: (await interestKnown(tx, request.id)) ? 'known' : request.interestSkippedWhy ? 'skipped' : 'unknown',
    signed: await anySignature(tx, request.id),
    ...(request.decisionMakerId ? { decisionMakerId: request.decisionMakerId } : {}),
  };
  return replay(tx, request.id, facts);
}

/** What happened at the table on top of these facts; without any it is enough to know who said what. */
export async function replay(tx: Tx, requestId: string, facts: Table = EMPTY_TABLE): Promise<Table> {
  const rows = await tx
    .selectFrom('event')
    .select('data')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('kind', 'like', `${PREFIX}%`)
    .orderBy('seq')
    .execute();
  return applyAll(
    facts,
    rows.map((row) => row.data as NegotiationEvent),
  );
}

/** T5: what is behind the request, in the client's words. */
async function interestKnown(tx: Tx, requestId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('entry')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('kind', '=', 'interest')
    .where('state', '<>', 'withdrawn')
    .limit(1)
    .executeTakeFirst();
  return row != null;
}

async function anySignature(tx: Tx, requestId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('signature as s')
    .innerJoin('accord as a', (join) =>
      join.onRef('a.workspace_id', '=', 's.workspace_id').onRef('a.id', '=', 's.accord_id'),
    )
    .select('s.id')
    .where('a.workspace_id', '=', tx.workspaceId)
    .where('a.request_id', '=', requestId)
    .where('a.state', 'in', ['half-signed', 'in-force'])
    .limit(1)
    .executeTakeFirst();
  return row != null;
}

/** T12: whether they said “just do it”, and whether the benefit of talking was shown to them. */
export async function justDoItSoFar(
  tx: Tx,
  requestId: string,
): Promise<{ benefitDue: boolean; benefitShown: boolean }> {
  const rows = await tx
    .selectFrom('event')
    .select('kind')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('kind', 'in', ['talk.benefit-due', 'talk.benefit-shown'])
    .limit(50)
    .execute();
  const benefitShown = rows.some((row) => row.kind === 'talk.benefit-shown');
  return { benefitDue: rows.length > 0 && !benefitShown, benefitShown };
}
