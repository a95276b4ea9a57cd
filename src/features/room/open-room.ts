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
import { activeContact, findLink, findRoomSession, insertLink, insertRoomSession } from './room.store.ts';

export const ROOM_COOKIE = 'parley_room';
const LINK_DAYS = 30;

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
): Promise<{ cookie: string; requestId: string | null; lang: string }> {
  const workspaceId = workspaceOf(token);
  if (!workspaceId) throw refused('link-invalid');
  const now = ctx.now();
  return inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    const link = await findLink(tx, hashToken(token));
    if (!link || link.revokedAt) throw refused('link-invalid');
    if (instant(link.expiresAt) <= now) throw refused('link-expired');
    const contact = await activeContact(tx, link.contactId);
    if (!contact) throw refused('link-invalid');
    const session = newToken(workspaceId);
    await insertRoomSession(
      tx,
      { id: newId(now), link, hash: session.hash, expiresAt: iso(now + LINK_DAYS * DAY) },
      now,
    );
    await append(tx, { kind: 'contact', id: contact.id }, now, [
      { kind: 'room.opened', requestId: link.requestId, clientId: link.clientId, audience: 'both' },
    ]);
    return { cookie: session.token, requestId: link.requestId, lang: contact.lang };
  });
}

/** Who is in the room, from the cookie alone. */
export async function contactOf(ctx: Context, request: FastifyRequest): Promise<ContactActor | null> {
  const cookie = request.cookies[ROOM_COOKIE];
  const workspaceId = workspaceOf(cookie);
  if (!cookie || !workspaceId) return null;
  return inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    const found = await findRoomSession(tx, hashToken(cookie), ctx.now());
    if (!found || found.contact_client !== found.client_id) return null;
    const { id, name, email, lang, may } = found;
    return {
      kind: 'contact',
      id,
      workspaceId,
      clientId: found.client_id,
      linkId: found.link_id,
      requestId: found.request_id,
      name,
      email,
      lang,
      may,
    };
  });
}
