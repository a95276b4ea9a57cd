import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
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

/** The pictures that the HTML of a mail shows from inside the mail. */
export async function inlinePictures(tx: Tx, messageId: string) {
  return tx
    .selectFrom('attachment')
    .select(['content_id', 'type', 'size', 'sha256'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', '=', messageId)
    .where('content_id', 'is not', null)
    .where('type', 'in', ['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
    .execute();
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

/** More than this no mail server of today takes. */
const MOST_BYTES = 25 * 1024 * 1024;

/** The named uploads of this very person, as they go into a mail, in the order they were named. */
export async function outgoingOf(
  tx: Tx,
  ctx: Context,
  memberId: string,
  ids: readonly string[],
): Promise<OutgoingAttachment[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('upload')
    .select(['name', 'type', 'size', 'sha256'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('id', 'in', [...ids])
    .orderBy(sql`array_position(${[...ids]}::uuid[], id)`)
    .execute();
  if (rows.length !== new Set(ids).size) throw refused('attachment-gone');
  if (rows.reduce((sum, row) => sum + row.size, 0) > MOST_BYTES) throw refused('too-large');
  const files: OutgoingAttachment[] = [];
  for (const { name, type, sha256 } of rows) {
    if ((await ctx.files.size(sha256)) === null) throw refused('file-missing');
    files.push({ name, type, content: Buffer.concat(await ctx.files.read(sha256).toArray()) });
  }
  return files;
}

/** The uploads become files of the message, under the same ids. */
export async function claimUploads(
  tx: Tx,
  ids: readonly string[],
  to: { messageId: string; requestId: string; clientId: string | null; audience: 'both' | 'ours' },
): Promise<void> {
  if (ids.length === 0) return;
  const uploads = await tx
    .deleteFrom('upload')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...ids])
    .returning(['id', 'name', 'type', 'size', 'sha256'])
    .execute();
  for (const file of uploads) await insertAttachment(tx, { ...to, ...file, contentId: null, inline: false });
}

/** A letter was taken back: its files are again uploads of its writer, so that they need not be chosen anew. */
export async function uploadsAgain(tx: Tx, memberId: string, messageId: string, now: number): Promise<Uploaded[]> {
  const files = await tx
    .selectFrom('attachment')
    .select(['name', 'type', 'size', 'sha256'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', '=', messageId)
    .orderBy('id')
    .execute();
  const again = files.map((file) => ({ ...file, id: newId(now), memberId }));
  for (const file of again) await insertUpload(tx, file);
  return again.map(({ id, name, size }) => ({ id, name, size }));
}

type Uploaded = { id: string; name: string; size: number };
