import type { Tx } from '../../platform/db/tx.ts';
import { translator } from '../../platform/i18n/translator.ts';

export type StepCode =
  | 'first-answer'
  | 'await-stances'
  | 'look-at-answer'
  | 'sign-accord'
  | 'look-at-table'
  | 'await-closing'
  | 'keep-promises'
  | 'await-client'
  | 'say-who'
  | 'unsure-delivery'
  | 'obstacle-lifted'
  | 'just-do-it'
  | 'await-decision'
  | 'decision-made'
  | 'await-claims';

/** C7: the next step the product writes by itself, in the firm's language; a person may word it anew at any time. */
export async function stepWords(tx: Tx, code: StepCode): Promise<string> {
  const row = await tx
    .selectFrom('workspace')
    .select('lang')
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow();
  return translator(row.lang)(`steps.${code}`);
}
