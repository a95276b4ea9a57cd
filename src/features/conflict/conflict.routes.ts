import * as wire from '../../contract/conflict.ts';
import { mayTalk } from '../../platform/http/room-policy.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { decideConflict, nameDecider } from './decide-conflict.ts';
import { openConflict, sendNoticeAgain } from './open-conflict.ts';

const done = { ok: true } as const;

export function conflictRoutes(kernel: Kernel): void {
  serve(kernel, wire.openConflict, ({ tx, ctx, actor, params, body, now }) =>
    openConflict(tx, ctx, actor, params.id, body, now),
  );
  serve(kernel, wire.sendNoticeAgain, ({ tx, ctx, actor, params, now }) =>
    sendNoticeAgain(tx, ctx, actor, params.id, now),
  );
  serve(kernel, wire.nameDecider, async ({ tx, actor, params, body, now }) => {
    await nameDecider(tx, actor, params.id, body.contactId, body.why, now);
    return done;
  });
  serve(kernel, wire.recordDecision, async ({ tx, ctx, actor, params, body, now }) => {
    await decideConflict(tx, ctx, actor, params.id, body, now);
    return done;
  });
  serveRoom(kernel, wire.nameDeciderInRoom, async ({ tx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    await nameDecider(tx, actor, params.id, body.contactId, '', now);
    return done;
  });
  serveRoom(kernel, wire.decideConflict, async ({ tx, ctx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    await decideConflict(tx, ctx, actor, params.id, { decision: body.decision, messageId: null }, now);
    return done;
  });
}
