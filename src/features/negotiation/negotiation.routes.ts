import * as wire from '../../contract/negotiation.ts';
import * as table from '../../contract/table.ts';
import { instant } from '../../platform/db/time.ts';
import { mayTalk } from '../../platform/http/room-policy.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { lockRequest } from '../requests/public.ts';
import { invitationWords, inviteToTalk } from './invite.ts';
import { benefitWords, justDoIt, sendBenefit, talkAfterAll } from './just-do-it.ts';
import { openRound } from './open-round.ts';
import { setPrivateLimit } from './option.store.ts';
import { pickOption, startPause, takeStance, withdrawOption, withdrawStance } from './take-stance.ts';
import { editOption, writeOption } from './word-option.ts';

const done = { ok: true } as const;

export function negotiationRoutes(kernel: Kernel): void {
  serve(kernel, wire.invitation, ({ tx, params }) => invitationWords(tx, params.id));
  serve(kernel, wire.inviteToTalk, ({ tx, ctx, actor, params, body, now }) =>
    inviteToTalk(tx, ctx, actor, params.id, body, now),
  );
  serve(kernel, wire.draftOption, async ({ tx, ctx, actor, params, body, now }) => {
    const { id, hash } = await writeOption(tx, ctx, actor, params.id, body, now);
    return { id, hash };
  });
  serve(kernel, wire.editOption, ({ tx, ctx, actor, params, body, ifMatch, now }) =>
    editOption(tx, ctx, actor, params.id, params.optionId, body, ifMatch, now),
  );
  serve(kernel, wire.openRound, ({ tx, ctx, actor, params, body, now }) =>
    openRound(tx, ctx, actor, params.id, body, now),
  );
  serve(kernel, wire.takeStance, ({ tx, ctx, actor, params, body, now }) =>
    takeStance(tx, ctx, actor, params.id, { optionId: params.optionId, ...body }, now),
  );
  serve(kernel, wire.withdrawOption, async ({ tx, ctx, actor, params, body, now }) => {
    await withdrawOption(tx, ctx, actor, params.id, params.optionId, body.why, now);
    return done;
  });
  serve(kernel, table.recordJustDoIt, async ({ tx, actor, params, body, now }) => {
    await justDoIt(tx, actor, params.id, body.words, now);
    return done;
  });
  serve(kernel, table.benefitMessage, ({ tx, params }) => benefitWords(tx, params.id));
  serve(kernel, table.sendBenefit, ({ tx, ctx, actor, params, body, now }) =>
    sendBenefit(tx, ctx, actor, params.id, body, now),
  );
  serve(kernel, table.pickOption, ({ tx, ctx, actor, params, body, now }) =>
    pickOption(tx, ctx, actor, params.id, { optionId: params.optionId, hash: body.hash }, now),
  );
  serve(kernel, table.withdrawStance, async ({ tx, ctx, actor, params, now }) => {
    await withdrawStance(tx, ctx, actor, params.id, params.optionId, now);
    return done;
  });
  serve(kernel, wire.startPause, async ({ tx, ctx, actor, params, body, now }) => ({
    id: await startPause(tx, ctx, actor, params.id, { ...body, resumeAt: instant(body.resumeAt) }, now),
  }));
  serve(kernel, wire.setPrivateLimit, async ({ tx, params, body, now }) => {
    await lockRequest(tx, params.id);
    await setPrivateLimit(tx, params.id, body.text, now);
    return done;
  });

  serveRoom(kernel, wire.takeStanceInRoom, ({ tx, ctx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    return takeStance(tx, ctx, actor, params.id, { optionId: params.optionId, ...body }, now);
  });
  serveRoom(kernel, table.pickOptionInRoom, ({ tx, ctx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    return pickOption(tx, ctx, actor, params.id, { optionId: params.optionId, hash: body.hash }, now);
  });
  serveRoom(kernel, table.withdrawStanceInRoom, async ({ tx, ctx, actor, params, now }) => {
    mayTalk(actor, params.id);
    await withdrawStance(tx, ctx, actor, params.id, params.optionId, now);
    return done;
  });
  serveRoom(kernel, wire.proposeOption, async ({ tx, ctx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    const { title, text, parents } = body;
    // The client says what; cost, date and effort are for our side to complete before it can be agreed.
    const terms = {
      text,
      costs: [],
      date: { kind: 'none' as const, why: '–' },
      effortHours: 0,
      scopeIn: [],
      scopeOut: [],
      assumptions: [],
      weDo: [],
      youDo: [],
      meets: [],
      misses: [],
    };
    const { id, hash } = await writeOption(tx, ctx, actor, params.id, { title, terms, parents, changedWhy: null }, now);
    return { id, hash };
  });
  serveRoom(kernel, wire.declineToDiscuss, ({ tx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    return justDoIt(tx, actor, params.id, body.words, now);
  });
  serveRoom(kernel, table.talkAfterAll, async ({ tx, actor, params, now }) => {
    mayTalk(actor, params.id);
    await talkAfterAll(tx, actor, params.id, now);
    return done;
  });
}
