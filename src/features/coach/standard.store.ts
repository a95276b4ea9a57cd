import { VALUES, type Value } from '../../domain/coach/standard.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

type Worded = { value: Value; words: string | null; byName: string | null; at: string | null };

/** P10: every value, in the team's own words where it has worded it. */
export async function serviceStandard(tx: Tx): Promise<Worded[]> {
  const rows = await tx
    .selectFrom('service_value as v')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'v.workspace_id').onRef('m.id', '=', 'v.by_id'),
    )
    .select(['v.value', 'v.words', 'v.at', 'm.name'])
    .where('v.workspace_id', '=', tx.workspaceId)
    .execute();
  return VALUES.map((value) => {
    const own = rows.find((row) => row.value === value);
    return { value, words: own?.words ?? null, byName: own?.name ?? null, at: own?.at ?? null };
  });
}

/** Null: back to the words of the product. */
export async function wordValue(
  tx: Tx,
  value: Value,
  words: string | null,
  memberId: string,
  now: number,
): Promise<void> {
  if (words === null) {
    await tx
      .deleteFrom('service_value')
      .where('workspace_id', '=', tx.workspaceId)
      .where('value', '=', value)
      .execute();
    return;
  }
  const own = { words, by_id: memberId, at: iso(now) };
  await tx
    .insertInto('service_value')
    .values({ workspace_id: tx.workspaceId, value, ...own })
    .onConflict((c) => c.columns(['workspace_id', 'value']).doUpdateSet(own))
    .execute();
}
