import type { Context } from '../../platform/context.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import type { Handled } from './arrival.ts';
import { handleMail } from './handle-mail.ts';
import { fateOf } from './raw-mail.store.ts';
import { storeRaw } from './store-raw.ts';

/**
 * One mail of an archive: kept in the journal and handled at once. Nothing is answered, and the mail's own date counts. A mail that is
 * in the journal already is a duplicate, so that an import may be repeated.
 */
export async function importMail(
  ctx: Context,
  workspaceId: string,
  { source, raw }: { source: string; raw: Uint8Array },
): Promise<Handled> {
  const via = { kind: 'import' as const, name: 'import', address: 'import' };
  const id = await storeRaw(ctx, { workspaceId, via, source, raw, at: null }, { job: false });
  if (!id) return { state: 'duplicate', reason: null, requestId: null, messageId: null };
  // A server that runs beside us may have found it first: then its word is the answer.
  return (await handleMail(ctx, workspaceId, id)) ?? inWorkspace(ctx.db, { workspaceId }, (tx) => fateOf(tx, id));
}
