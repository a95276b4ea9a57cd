import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** S1: somebody is beside themselves; until it has calmed down no machine writes to them. */
export async function keptQuiet(tx: Tx, contactId: string, now: number): Promise<boolean> {
  const row = await tx
    .selectFrom('heated_talk')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('contact_id', '=', contactId)
    .where('ended_at', 'is', null)
    .where('quiet_until', '>', iso(now))
    .limit(1)
    .executeTakeFirst();
  return row != null;
}

/** Automatic mails to them that wait in the outbox wait on. */
export async function holdAutomaticMails(tx: Tx, contactId: string, until: number): Promise<void> {
  await waiting(tx, contactId)
    .set({ not_before: iso(until) })
    .where('not_before', '<', iso(until))
    .execute();
}

export async function letAutomaticMailsGo(tx: Tx, contactId: string, now: number): Promise<void> {
  if (await keptQuiet(tx, contactId, now)) return;
  await waiting(tx, contactId)
    .set({ not_before: iso(now) })
    .where('not_before', '>', iso(now))
    .execute();
}

const waiting = (tx: Tx, contactId: string) =>
  tx
    .updateTable('outbox')
    .where('workspace_id', '=', tx.workspaceId)
    .where('contact_id', '=', contactId)
    .where('automatic', '=', true)
    .where('state', 'in', ['queued', 'retry']);
