import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type RoomLink = { id: string; clientId: string; contactId: string; requestId: string | null };

export async function insertLink(
  tx: Tx,
  link: RoomLink & { hash: Buffer; expiresAt: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto('room_link')
    .values({
      workspace_id: tx.workspaceId,
      id: link.id,
      client_id: link.clientId,
      contact_id: link.contactId,
      request_id: link.requestId,
      token_hash: link.hash,
      expires_at: link.expiresAt,
      created_at: iso(now),
    })
    .execute();
}

export async function findLink(
  tx: Tx,
  hash: Buffer,
): Promise<(RoomLink & { createdAt: string; expiresAt: string; revokedAt: string | null }) | null> {
  const row = await tx
    .selectFrom('room_link')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    clientId: row.client_id,
    contactId: row.contact_id,
    requestId: row.request_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

export async function insertRoomSession(
  tx: Tx,
  session: { id: string; link: RoomLink; deviceId: string; hash: Buffer; expiresAt: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto('room_session')
    .values({
      workspace_id: tx.workspaceId,
      id: session.id,
      client_id: session.link.clientId,
      contact_id: session.link.contactId,
      link_id: session.link.id,
      device_id: session.deviceId,
      token_hash: session.hash,
      expires_at: session.expiresAt,
      created_at: iso(now),
    })
    .execute();
}

/** The contact a room cookie belongs to: only while session and link live and the person is still there. */
export async function findRoomSession(tx: Tx, hash: Buffer, now: number) {
  return tx
    .selectFrom('room_session as s')
    .innerJoin('room_link as l', (join) =>
      join.onRef('l.workspace_id', '=', 's.workspace_id').onRef('l.id', '=', 's.link_id'),
    )
    .innerJoin('contact as c', (join) =>
      join.onRef('c.workspace_id', '=', 's.workspace_id').onRef('c.id', '=', 's.contact_id'),
    )
    .leftJoin('room_device as d', (join) =>
      join
        .onRef('d.workspace_id', '=', 's.workspace_id')
        .onRef('d.id', '=', 's.device_id')
        .on('d.expires_at', '>', iso(now)),
    )
    .select([
      's.client_id',
      's.link_id',
      's.device_id',
      'd.proven_at',
      'l.request_id',
      'c.id',
      'c.name',
      'c.email',
      'c.lang',
      'c.may',
      'c.client_id as contact_client',
    ])
    .where('s.workspace_id', '=', tx.workspaceId)
    .where('s.token_hash', '=', hash)
    .where('s.expires_at', '>', iso(now))
    .where('l.revoked_at', 'is', null)
    .where('c.status', '=', 'active')
    .executeTakeFirst();
}

export async function endRoomSession(tx: Tx, hash: Buffer): Promise<void> {
  await tx
    .deleteFrom('room_session')
    .where('workspace_id', '=', tx.workspaceId)
    .where('token_hash', '=', hash)
    .execute();
}

export async function activeContact(tx: Tx, id: string) {
  return tx
    .selectFrom('contact')
    .select(['id', 'name', 'email', 'lang', 'may', 'client_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .executeTakeFirst();
}
