import type { FastifyRequest } from 'fastify';
import { DAY } from '../../domain/shared/instant.ts';
import { hashToken, newToken, workspaceOf } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { instant, iso } from '../../platform/db/time.ts';
import { type Tx, inWorkspace } from '../../platform/db/tx.ts';
import type { ContactActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { findDevice, hasProvenDevice, insertDevice, lockContact } from './device.store.ts';
import {
  type RoomLink,
  activeContact,
  findLink,
  findRoomSession,
  insertLink,
  insertRoomSession,
} from './room.store.ts';

export const ROOM_COOKIE = 'parley_room';
export const DEVICE_COOKIE = 'parley_device';
export const DEVICE_DAYS = 180;
const LINK_DAYS = 30;
/** After that an unopened link is as good as any other: its first click proves nothing. */
const FIRST_USE_DAYS = 7;
/** A request that no request is. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/**
 * A link into the room for one contact, good for thirty days. The secret rides in the fragment, so that no server log, proxy or
 * Referer ever sees it; fetching the page does nothing, pressing its button does.
 */
export async function roomLink(
  tx: Tx,
  publicUrl: string,
  to: { clientId: string; contactId: string; requestId: string | null },
  now: number,
): Promise<string> {
  const { token, hash } = newToken(tx.workspaceId);
  await insertLink(tx, { id: newId(now), ...to, hash, expiresAt: iso(now + LINK_DAYS * DAY) }, now);
  return `${publicUrl}/room#t=${token}`;
}

/** The click: a wrong, foreign or revoked link gets one answer; an expired one says so, since its owner needs a new one. */
export async function openRoom(
  ctx: Context,
  token: string,
  deviceCookie: string | undefined,
): Promise<{ cookie: string; device: string; requestId: string | null; lang: string }> {
  const workspaceId = workspaceOf(token);
  if (!workspaceId) throw refused('link-invalid');
  const now = ctx.now();
  return inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    const link = await findLink(tx, hashToken(token));
    if (!link || link.revokedAt) throw refused('link-invalid');
    if (instant(link.expiresAt) <= now) throw refused('link-expired');
    const contact = await activeContact(tx, link.contactId);
    if (!contact) throw refused('link-invalid');
    const device = await meetDevice(tx, link, deviceCookie, now);
    const session = newToken(workspaceId);
    await insertRoomSession(
      tx,
      { id: newId(now), link, deviceId: device.id, hash: session.hash, expiresAt: iso(now + LINK_DAYS * DAY) },
      now,
    );
    await append(tx, { kind: 'contact', id: contact.id }, now, [
      { kind: 'room.opened', requestId: link.requestId, clientId: link.clientId, audience: 'both' },
    ]);
    return { cookie: session.token, device: device.token, requestId: link.requestId, lang: contact.lang };
  });
}

/**
 * A forwarded link does not make a stranger the one it was sent to. The first device somebody opens a fresh link on is theirs – the link
 * came to their mailbox, and they have just pressed its button –, every further one only after a code from that mailbox.
 */
async function meetDevice(
  tx: Tx,
  link: RoomLink & { createdAt: string },
  cookie: string | undefined,
  now: number,
): Promise<{ id: string; token: string }> {
  await lockContact(tx, link.contactId);
  const known = workspaceOf(cookie) === tx.workspaceId && cookie ? cookie : null;
  const found = known ? await findDevice(tx, link.contactId, hashToken(known), now) : null;
  if (found && known) return { id: found.id, token: known };
  const token = known ?? newToken(tx.workspaceId).token;
  const fresh = now - instant(link.createdAt) <= FIRST_USE_DAYS * DAY;
  const proven = fresh && !(await hasProvenDevice(tx, link.contactId, now));
  const { clientId, contactId } = link;
  const made = { clientId, contactId, hash: hashToken(token), proven, expiresAt: iso(now + DEVICE_DAYS * DAY) };
  return { id: await insertDevice(tx, { id: newId(now), ...made }, now), token };
}

/** Who is in the room, from the cookie alone. Whose device is not theirs beyond doubt only looks, and only at the link's one request. */
export async function contactOf(ctx: Context, request: FastifyRequest): Promise<ContactActor | null> {
  const cookie = request.cookies[ROOM_COOKIE];
  const workspaceId = workspaceOf(cookie);
  if (!cookie || !workspaceId) return null;
  return inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    const found = await findRoomSession(tx, hashToken(cookie), ctx.now());
    if (!found || found.contact_client !== found.client_id) return null;
    const { id, name, email, lang } = found;
    const proven = found.device_id === null || found.proven_at !== null;
    return {
      kind: 'contact',
      id,
      workspaceId,
      clientId: found.client_id,
      linkId: found.link_id,
      requestId: found.request_id ?? (proven ? null : NOWHERE),
      linkRequestId: found.request_id,
      deviceId: found.device_id,
      proven,
      name,
      email,
      lang,
      may: proven ? found.may : 'see',
    };
  });
}
