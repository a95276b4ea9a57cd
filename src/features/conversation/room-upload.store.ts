import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { insertAttachment } from './attachment.store.ts';

type Upload = {
  id: string;
  contactId: string;
  clientId: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
};

/** A file a client put up for something they have not sent yet. */
export async function insertRoomUpload(tx: Tx, u: Upload, now: number): Promise<void> {
  const { id, name, type, size, sha256 } = u;
  const row = { workspace_id: tx.workspaceId, id, client_id: u.clientId, contact_id: u.contactId };
  await tx
    .insertInto('room_upload')
    .values({ ...row, name, type, size, sha256, created_at: iso(now) })
    .execute();
}

/** This very person's uploads become files of their message, under the same ids; somebody else's are not there for them. */
export async function claimRoomUploads(
  tx: Tx,
  contactId: string,
  ids: readonly string[],
  to: { messageId: string; requestId: string; clientId: string },
): Promise<void> {
  if (ids.length === 0) return;
  const files = await tx
    .deleteFrom('room_upload')
    .where('workspace_id', '=', tx.workspaceId)
    .where('contact_id', '=', contactId)
    .where('id', 'in', [...ids])
    .returning(['id', 'name', 'type', 'size', 'sha256'])
    .execute();
  if (files.length !== new Set(ids).size) throw refused('attachment-gone');
  for (const file of files)
    await insertAttachment(tx, { ...to, ...file, audience: 'both', contentId: null, inline: false });
}
