import type { RuleId } from '../../domain/coach/types.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refOf } from '../requests/public.ts';

type Data = { reason?: string; findings?: { rule: RuleId; quote: string }[] };

/** Read off the ledger: what left against a stop, and why. */
export async function sentAnyway(tx: Tx, since: number) {
  const rows = await tx
    .selectFrom('event as e')
    .leftJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'e.workspace_id').onRef('m.id', '=', 'e.actor_id'),
    )
    .leftJoin('request as r', (join) =>
      join.onRef('r.workspace_id', '=', 'e.workspace_id').onRef('r.id', '=', 'e.request_id'),
    )
    .select(['e.seq', 'e.at', 'e.request_id', 'e.data', 'm.name', 'r.ref'])
    .where('e.workspace_id', '=', tx.workspaceId)
    .where('e.kind', '=', 'coach.sent-anyway')
    .where('e.at', '>=', iso(since))
    .orderBy('e.seq', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => {
    const { reason = '', findings = [] } = (row.data ?? {}) as Data;
    return {
      seq: row.seq,
      at: row.at,
      byName: row.name ?? '?',
      requestId: row.request_id,
      ref: row.ref === null ? null : refOf(row.ref),
      reason,
      findings: findings.map(({ rule, quote }) => ({ rule, quote })),
    };
  });
}
