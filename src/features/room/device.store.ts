import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

type Device = { id: string; proven: boolean };

/** Locks the contact: of two first clicks at once one is the first. */
export async function lockContact(tx: Tx, contactId: string): Promise<void> {
  await tx
    .selectFrom('contact')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', contactId)
    .forUpdate()
    .execute();
}

const living = (tx: Tx, contactId: string, now: number) =>
  tx
    .selectFrom('room_device')
    .where('workspace_id', '=', tx.workspaceId)
    .where('contact_id', '=', contactId)
    .where('expires_at', '>', iso(now));

export async function findDevice(tx: Tx, contactId: string, hash: Buffer, now: number): Promise<Device | null> {
  const row = await living(tx, contactId, now)
    .select(['id', 'proven_at'])
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  return row ? { id: row.id, proven: row.proven_at != null } : null;
}

export async function hasProvenDevice(tx: Tx, contactId: string, now: number): Promise<boolean> {
  const row = await living(tx, contactId, now).select('id').where('proven_at', 'is not', null).executeTakeFirst();
  return row != null;
}

type NewDevice = { id: string; clientId: string; contactId: string; hash: Buffer; proven: boolean; expiresAt: string };

export async function insertDevice(tx: Tx, d: NewDevice, now: number): Promise<string> {
  const { id } = await tx
    .insertInto('room_device')
    .values({
      workspace_id: tx.workspaceId,
      id: d.id,
      client_id: d.clientId,
      contact_id: d.contactId,
      token_hash: d.hash,
      proven_at: d.proven ? iso(now) : null,
      proven_by: d.proven ? 'first-use' : null,
      expires_at: d.expiresAt,
      created_at: iso(now),
    })
    // The same browser came back after its time: it is a new device.
    .onConflict((oc) =>
      oc.columns(['workspace_id', 'contact_id', 'token_hash']).doUpdateSet({
        proven_at: d.proven ? iso(now) : null,
        proven_by: d.proven ? 'first-use' : null,
        expires_at: d.expiresAt,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function proveDevice(tx: Tx, id: string, now: number): Promise<void> {
  await tx
    .updateTable('room_device')
    .set({ proven_at: iso(now), proven_by: 'code' })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The code a device waits for; a later one takes the place of the one before. */
export async function saveCode(
  tx: Tx,
  c: { deviceId: string; clientId: string; hash: string; expiresAt: string },
): Promise<void> {
  const row = { workspace_id: tx.workspaceId, device_id: c.deviceId, client_id: c.clientId };
  const code = { code_hash: c.hash, expires_at: c.expiresAt };
  await tx
    .insertInto('room_code')
    .values({ ...row, ...code })
    .onConflict((oc) => oc.columns(['workspace_id', 'device_id']).doUpdateSet(code))
    .execute();
}

export async function findCode(tx: Tx, deviceId: string): Promise<{ hash: string; expiresAt: string } | null> {
  const row = await tx
    .selectFrom('room_code')
    .select(['code_hash', 'expires_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  return row ? { hash: row.code_hash, expiresAt: row.expires_at } : null;
}

export async function spendCode(tx: Tx, deviceId: string): Promise<void> {
  await tx
    .deleteFrom('room_code')
    .where('workspace_id', '=', tx.workspaceId)
    .where('device_id', '=', deviceId)
    .execute();
}

/** Links that end take along what was opened through them: who comes with the next link is met anew. */
export async function forgetDevices(tx: Tx, contactId: string): Promise<void> {
  await tx
    .deleteFrom('room_device')
    .where('workspace_id', '=', tx.workspaceId)
    .where('contact_id', '=', contactId)
    .execute();
}
