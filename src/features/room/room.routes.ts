import * as wire from '../../contract/room.ts';
import type { Lang } from '../../contract/common.ts';
import { countAttempt, network } from '../../platform/auth/rate-limit.ts';
import { hashToken } from '../../platform/auth/tokens.ts';
import { type Kernel, servePublic, serveRoom } from '../../platform/http/serve.ts';
import { DEVICE_COOKIE, DEVICE_DAYS, ROOM_COOKIE, openRoom } from './open-room.ts';
import { proveMailbox, sendCode } from './prove-mailbox.ts';
import { roomNames, roomRequestRows } from './room-page.store.ts';
import { roomPage } from './room-page.ts';
import { endRoomSession } from './room.store.ts';

export function roomRoutes(kernel: Kernel): void {
  const secure = kernel.ctx.publicUrl.startsWith('https:');

  servePublic(kernel, wire.openRoom, async ({ ctx, body, request, reply }) => {
    await countAttempt(ctx.db.auth, `room:${network(request.ip)}`, 60, 600);
    const opened = await openRoom(ctx, body.token, request.cookies[DEVICE_COOKIE]);
    const { cookie, device, requestId, lang } = opened;
    const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
    reply.setCookie(ROOM_COOKIE, cookie, { ...kept, maxAge: 30 * 86_400 });
    reply.setCookie(DEVICE_COOKIE, device, { ...kept, maxAge: DEVICE_DAYS * 86_400 });
    return { requestId, lang: lang as Lang };
  });
  serveRoom(kernel, wire.leaveRoom, async ({ tx, request }) => {
    await endRoomSession(tx, hashToken(request.cookies[ROOM_COOKIE] ?? ''));
    return { ok: true as const };
  });
  serveRoom(kernel, wire.roomMe, async ({ tx, actor }) => {
    const { firm, clientName } = await roomNames(tx, actor);
    const { name, may, proven, linkRequestId: requestId } = actor;
    return { name, clientName, firm, lang: actor.lang as Lang, may, requestId, proven };
  });
  serveRoom(kernel, wire.sendCode, async ({ tx, ctx, actor, now }) => {
    await sendCode(tx, ctx, actor, now);
    return { ok: true as const };
  });
  serveRoom(kernel, wire.proveMailbox, async ({ tx, ctx, actor, body, now }) => {
    await proveMailbox(tx, ctx, actor, body.code, now);
    return { ok: true as const };
  });
  serveRoom(kernel, wire.roomRequests, async ({ tx, actor }) => ({
    items: await roomRequestRows(tx, actor.requestId),
  }));
  serveRoom(kernel, wire.roomRequest, ({ tx, actor, params, now }) => roomPage(tx, actor, params.id, now));
}
