import { Buffer } from 'node:buffer';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import type { OutgoingAttachment } from '../../platform/mail/build-message.ts';

export type NewAttachment = {
  id: string;
  messageId: string;
  requestId: string;
  clientId: string | null;
  audience: 'both' | 'ours';
  name: string;
  type: string;
  size: number;
  sha256: string;
  contentId: string | null;
  inline: boolean;
};

export async function insertAttachment(tx: Tx, a: NewAttachment): Promise<void> {
  await tx
    .insertInto('attachment')
    .values({
      workspace_id: tx.workspaceId,
      id: a.id,
      message_id: a.messageId,
      request_id: a.requestId,
      client_id: a.clientId,
      audience: a.audience,
      name: a.name,
      type: a.type,
      size: a.size,
      sha256: a.sha256,
      content_id: a.contentId,
      inline: a.inline,
    })
    .execute();
}

/** Works for both roles: the room sees only files of its client's shared messages. */
export async function findAttachment(tx: Tx, id: string) {
  return tx
    .selectFrom('attachment')
    .select(['id', 'name', 'type', 'size', 'sha256', 'request_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Files somebody uploaded for a reply that is not sent yet. */
export async function insertUpload(
  tx: Tx,
  u: { id: string; memberId: string; name: string; type: string; size: number; sha256: string },
): Promise<void> {
  await tx
    .insertInto('upload')
    .values({
      workspace_id: tx.workspaceId,
      id: u.id,
      member_id: u.memberId,
      name: u.name,
      type: u.type,
      size: u.size,
      sha256: u.sha256,
    })
    .execute();
}

const uploads = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('upload')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...ids])
    .execute();

export async function outgoingOf(tx: Tx, ctx: Context, ids: readonly string[]): Promise<OutgoingAttachment[]> {
  if (ids.length === 0) return [];
  const rows = await uploads(tx, ids);
  if (rows.length !== new Set(ids).size) throw refused('attachment-gone');
  return Promise.all(
    rows.map(async (u) => ({
      name: u.name,
      type: u.type,
      content: Buffer.concat(await ctx.files.read(u.sha256).toArray()),
    })),
  );
}

export async function claimAttachments(
  tx: Tx,
  ids: readonly string[],
  to: { messageId: string; requestId: string; clientId: string | null; audience: 'both' | 'ours' },
): Promise<void> {
  if (ids.length === 0) return;
  for (const u of await uploads(tx, ids)) {
    await insertAttachment(tx, {
      id: u.id,
      ...to,
      name: u.name,
      type: u.type,
      size: u.size,
      sha256: u.sha256,
      contentId: null,
      inline: false,
    });
  }
  await tx
    .deleteFrom('upload')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...ids])
    .execute();
}
