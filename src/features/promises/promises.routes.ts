import * as wire from '../../contract/promises.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { answerApproval } from './answer-approval.ts';
import { listApprovals } from './list-approvals.ts';
import { makePromise } from './make-promise.ts';
import { listPromises, promiseMonths } from './promise.store.ts';
import { movePromise, settlePromise } from './settle-promise.ts';

const done = { ok: true } as const;

export function promiseRoutes(kernel: Kernel): void {
  serve(kernel, wire.makePromise, ({ tx, actor, params, body, now }) => makePromise(tx, actor, params.id, body, now));
  serve(kernel, wire.settlePromise, ({ tx, actor, params, body, now }) =>
    settlePromise(tx, actor, params.id, body, now),
  );
  serve(kernel, wire.movePromise, ({ tx, ctx, actor, params, body, now }) =>
    movePromise(tx, ctx, actor, params.id, body, now),
  );
  serve(kernel, wire.listPromises, ({ tx, query }) => listPromises(tx, query));
  serve(kernel, wire.promiseFigures, async ({ tx }) => ({ months: await promiseMonths(tx) }));
  serve(kernel, wire.listApprovals, async ({ tx, actor, now }) => ({
    ofMe: await listApprovals(tx, { askedOf: actor.id, orFor: now }),
    byMe: await listApprovals(tx, { askedBy: actor.id }),
  }));
  serve(kernel, wire.answerApproval, async ({ tx, actor, params, body, now }) => {
    await answerApproval(tx, actor, params.id, body.answer, body.words, now);
    return done;
  });
}
