import * as wire from '../../contract/review.ts';
import { lastQuarter } from '../../domain/review/period.ts';
import { withEtag } from '../../platform/http/answer.ts';
import type { ContactActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { changeAction, proposeAction, sharedReview } from './agree-actions.ts';
import { insightsPage } from './insights.ts';
import { paperRoutes } from './papers.routes.ts';
import { actionsOf, listReviewRows, lockAction, lockReview, sharedReviews } from './review.store.ts';
import { firmToday } from './tally.store.ts';
import { openReview, reviewPage, shareReview, writeReview } from './write-review.ts';

const done = { ok: true } as const;

export function reviewRoutes(kernel: Kernel): void {
  serve(kernel, wire.listReviews, async ({ tx, query, now }) => ({
    items: await listReviewRows(tx, query.clientId),
    suggested: lastQuarter((await firmToday(tx, now)).today),
  }));
  serve(kernel, wire.openReview, ({ tx, actor, body, now }) => openReview(tx, actor, body, now));
  serve(kernel, wire.getReview, async ({ tx, ctx, params, now }) => {
    const page = await reviewPage(tx, ctx, params.id, now);
    return withEtag(page, page.version);
  });
  serve(kernel, wire.writeReview, ({ tx, actor, params, body, ifMatch, now }) =>
    writeReview(tx, actor, params.id, body, ifMatch, now),
  );
  serve(kernel, wire.shareReview, ({ tx, ctx, actor, params, body, ifMatch, now }) =>
    shareReview(tx, ctx, actor, params.id, body.contactIds, ifMatch, now),
  );
  serve(kernel, wire.proposeAction, async ({ tx, actor, params, body, now }) => {
    const review = await lockReview(tx, params.id);
    if (!review) throw refused('not-found');
    const { agreedWithThem, ...wish } = body;
    return proposeAction(tx, actor, { reviewId: review.id, clientId: review.clientId }, wish, agreedWithThem, now);
  });
  serve(kernel, wire.moveAction, async ({ tx, actor, params, body, now }) => {
    await changeAction(tx, actor, params.id, body.move, now);
    return done;
  });
  serve(kernel, wire.insights, async ({ tx, query, now }) => {
    const asked = lastQuarter((await firmToday(tx, now)).today);
    return insightsPage(tx, { from: query.from ?? asked.from, to: query.to ?? asked.to }, now);
  });
  roomRoutes(kernel);
  paperRoutes(kernel);
}

/** A link for one request opens that request only; the review is of the whole relation. */
function mayReview(actor: ContactActor, toChange: boolean): void {
  if (actor.requestId) throw refused('not-found');
  if (toChange && actor.may === 'see') throw refused('not-allowed');
}

function roomRoutes(kernel: Kernel): void {
  serveRoom(kernel, wire.roomReviews, async ({ tx, actor }) => ({
    items: actor.requestId ? [] : await sharedReviews(tx, actor.clientId),
  }));
  serveRoom(kernel, wire.roomReview, async ({ tx, actor, params }) => {
    mayReview(actor, false);
    const review = await sharedReview(tx, actor.clientId, params.id);
    return { ...review, actions: await actionsOf(tx, params.id) };
  });
  serveRoom(kernel, wire.proposeActionInRoom, async ({ tx, actor, params, body, now }) => {
    mayReview(actor, true);
    const { id } = await sharedReview(tx, actor.clientId, params.id);
    return proposeAction(tx, actor, { reviewId: id, clientId: actor.clientId }, body, false, now);
  });
  serveRoom(kernel, wire.agreeActionInRoom, async ({ tx, actor, params, now }) => {
    mayReview(actor, true);
    const action = await lockAction(tx, params.id);
    if (!action) throw refused('not-found');
    await sharedReview(tx, actor.clientId, action.review_id);
    await changeAction(tx, actor, params.id, 'agree', now);
    return done;
  });
}
