import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

const pair = (a: string, b: string): { one_id: string; other_id: string } =>
  a < b ? { one_id: a, other_id: b } : { one_id: b, other_id: a };
export const pairKey = (a: string, b: string): string => Object.values(pair(a, b)).join('+');

/** What was said about clashes of these visits, by pair. */
export async function settledClashes(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('visit_clash_settled')
    .select(['one_id', 'other_id', 'words'])
    .where('workspace_id', '=', tx.workspaceId)
    .where((e) => e.or([e('one_id', 'in', [...ids]), e('other_id', 'in', [...ids])]))
    .execute();
  return new Map(rows.map((r) => [pairKey(r.one_id, r.other_id), r.words]));
}

export async function insertSettled(
  tx: Tx,
  s: { oneId: string; otherId: string; words: string; byId: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto('visit_clash_settled')
    .values({ workspace_id: tx.workspaceId, ...pair(s.oneId, s.otherId), words: s.words, by_id: s.byId, at: iso(now) })
    .onConflict((oc) =>
      oc.columns(['workspace_id', 'one_id', 'other_id']).doUpdateSet({ words: s.words, by_id: s.byId, at: iso(now) }),
    )
    .execute();
}

/** What was agreed about a clash is void once one of the two visits has another time or other people. */
export async function forgetSettled(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('visit_clash_settled')
    .where('workspace_id', '=', tx.workspaceId)
    .where((e) => e.or([e('one_id', '=', id), e('other_id', '=', id)]))
    .execute();
}
