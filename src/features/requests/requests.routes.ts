import * as wire from '../../contract/requests.ts';
import { type Kernel, serve, serveJson } from '../../platform/http/serve.ts';
import { movePhase } from './move-phase.ts';
import { assignRequest, describeRequest, setNextStep, setParties } from './change-request.ts';
import { requestListJson } from './request-list.store.ts';

const done = { ok: true } as const;

export function requestRoutes(kernel: Kernel): void {
  serveJson(kernel, wire.listRequests, ({ ctx, actor, query }) =>
    requestListJson(ctx.db, actor.workspaceId, { ...query, watcherId: query.watched ? actor.id : undefined }),
  );
  serve(kernel, wire.movePhase, ({ tx, actor, params, body, ifMatch, now }) =>
    movePhase(tx, actor, params.id, body.to, body.why, ifMatch, now),
  );
  serve(kernel, wire.setNextStep, ({ tx, actor, params, body, ifMatch, now }) =>
    setNextStep(tx, actor, params.id, body, ifMatch, now),
  );
  serve(kernel, wire.assignRequest, async ({ tx, actor, params, body, now }) => {
    await assignRequest(tx, actor, params.id, body.ownerId, now);
    return done;
  });
  serve(kernel, wire.describeRequest, async ({ tx, actor, params, body, now }) => {
    await describeRequest(tx, actor, params.id, body.kind, now);
    return done;
  });
  serve(kernel, wire.setParties, async ({ tx, actor, params, body, now }) => {
    await setParties(tx, actor, params.id, body.clientId, body.contactId, now);
    return done;
  });
}
