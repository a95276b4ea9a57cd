import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { DAY } from '../../domain/shared/instant.ts';

export async function sampleIsThere(tx: Tx): Promise<boolean> {
  return (
    (await tx
      .selectFrom('request')
      .select('id')
      .where('workspace_id', '=', tx.workspaceId)
      .where('sample', '=', true)
      .limit(1)
      .executeTakeFirst()) != null
  );
}

/** The owner in whose name the sample's work was done. */
export async function firstOwner(tx: Tx): Promise<MemberActor> {
  const row = await tx
    .selectFrom('member')
    .select(['id', 'user_id', 'name', 'email', 'lang'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('role', '=', 'owner')
    .where('active', '=', true)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw refused('no-such-member');
  return {
    kind: 'member',
    id: row.id,
    workspaceId: tx.workspaceId,
    userId: row.user_id ?? '',
    sessionId: '',
    name: row.name,
    email: row.email,
    lang: row.lang,
    role: 'owner',
  };
}

export async function insertSampleProduct(
  tx: Tx,
  p: { id: string; clientId: string; name: string; from: string | null },
): Promise<void> {
  await tx
    .insertInto('owned_product')
    .values({ workspace_id: tx.workspaceId, id: p.id, client_id: p.clientId, name: p.name, from_whom: p.from })
    .execute();
}

export async function markSample(tx: Tx, requestId: string): Promise<void> {
  await tx
    .updateTable('request')
    .set({ sample: true })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', requestId)
    .execute();
}

type SampleClosing = {
  id: string;
  requestId: string;
  clientId: string;
  messageId: string;
  contactId: string;
  asked: string;
  text: string;
  at: number;
};

export async function insertSampleClosing(tx: Tx, c: SampleClosing): Promise<void> {
  await tx
    .insertInto('closing')
    .values({
      workspace_id: tx.workspaceId,
      id: c.id,
      request_id: c.requestId,
      client_id: c.clientId,
      message_id: c.messageId,
      asked: c.asked,
      done: c.text,
      kept: c.text,
      comes_back: '–',
      state: 'confirmed',
      silent_after: iso(c.at + 5 * DAY),
      at: iso(c.at),
      answered_at: iso(c.at + 3_600_000),
      answered_by: c.contactId,
    })
    .execute();
}
