import * as obstacles from '../../contract/obstacles.ts';
import * as wire from '../../contract/triage.ts';
import type { Placement } from '../../domain/triage/words.ts';
import { mayTalk } from '../../platform/http/room-policy.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { liftObstacle } from './lift-obstacle.ts';
import { standingObstacles } from './obstacle.store.ts';
import { placeByClient, placeRequest } from './place-request.ts';
import { collectForReview, setDifficulty, skipInterest } from './set-aside.ts';
import { boardCells, recentReasons } from './triage.store.ts';

const done = { ok: true } as const;

export function triageRoutes(kernel: Kernel): void {
  serve(kernel, wire.board, async ({ tx, query }) => ({
    cells: await boardCells(tx, query),
    recentReasons: await recentReasons(tx),
  }));
  serve(kernel, wire.placeRequest, ({ tx, actor, params, body, ifMatch, now }) => {
    const { clause, reasonableKind, possibleKind, evidence, ...rest } = body;
    const placement: Omit<Placement, 'side'> = {
      ...rest,
      ...(reasonableKind ? { reasonableKind } : {}),
      ...(possibleKind ? { possibleKind } : {}),
      ...(evidence ? { evidence } : {}),
    };
    return placeRequest(tx, actor, params.id, placement, clause, ifMatch, now);
  });
  serve(kernel, obstacles.listObstacles, async ({ tx }) => ({ items: await standingObstacles(tx) }));
  serve(kernel, obstacles.liftObstacle, ({ tx, actor, params, body, now }) =>
    liftObstacle(tx, actor, params.id, body.why, now),
  );
  serve(kernel, wire.setDifficulty, async ({ tx, actor, params, body, now }) => {
    await setDifficulty(tx, actor, params.id, body.text, now);
    return done;
  });
  serve(kernel, wire.skipInterest, async ({ tx, actor, params, body, now }) => {
    await skipInterest(tx, actor, params.id, body.why, now);
    return done;
  });
  serve(kernel, wire.collectForReview, async ({ tx, actor, params, body, now }) => {
    await collectForReview(tx, actor, params.id, body.why, now);
    return done;
  });
  serveRoom(kernel, wire.placeByClient, async ({ tx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    await placeByClient(tx, actor, params.id, body, now);
    return done;
  });
}
