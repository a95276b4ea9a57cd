import * as wire from '../../contract/situations.ts';
import { mayTalk } from '../../platform/http/room-policy.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { claimsLetter, endHeated, logHeated } from './heated.ts';
import { readyWays, recordUnsaid } from './ready-ways.ts';
import { sendClaims } from './send-claims.ts';

const done = { ok: true } as const;

export function situationRoutes(kernel: Kernel): void {
  serve(kernel, wire.claimsLetter, ({ tx, params }) => claimsLetter(tx, params.id, params.contactId));
  serve(kernel, wire.logHeated, ({ tx, ctx, actor, params, body, now }) =>
    logHeated(tx, ctx, actor, params.id, body, now),
  );
  serve(kernel, wire.endHeated, async ({ tx, actor, params, now }) => {
    await endHeated(tx, actor, params.id, params.heatedId, now);
    return done;
  });
  serve(kernel, wire.recordUnsaid, async ({ tx, actor, params, body, now }) => {
    await recordUnsaid(tx, actor, params.id, body, now);
    return done;
  });
  serve(kernel, wire.readyWays, ({ tx, params, query }) => readyWays(tx, params.id, query.situation, query.thing));
  serveRoom(kernel, wire.sendClaims, ({ tx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    return sendClaims(tx, actor, params.id, body, now);
  });
}
