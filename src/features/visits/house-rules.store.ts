import type { Tx } from '../../platform/db/tx.ts';
import { translator } from '../../platform/i18n/translator.ts';

/** S8: the firm's own house rules, or the supplied ones in the firm's language. */
export async function houseRules(tx: Tx): Promise<{ text: string; own: boolean }> {
  const row = await tx
    .selectFrom('workspace')
    .select(['house_rules', 'lang'])
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow();
  return { text: row.house_rules ?? translator(row.lang)('visits.house-rules'), own: row.house_rules !== null };
}

export async function setHouseRules(tx: Tx, text: string): Promise<void> {
  await tx
    .updateTable('workspace')
    .set({ house_rules: text === '' ? null : text })
    .where('workspace_id', '=', tx.workspaceId)
    .execute();
}
