import * as wire from '../../contract/closing.ts';
import { mayTalk } from '../../platform/http/room-policy.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { answerClosing, sendClosing, waiveClosing } from './close-request.ts';
import { closingDraft } from './closing-words.store.ts';

const done = { ok: true } as const;

export function closingRoutes(kernel: Kernel): void {
  serve(kernel, wire.closingDraft, ({ tx, params }) => closingDraft(tx, params.id));
  serve(kernel, wire.sendClosing, ({ tx, ctx, actor, params, body, now }) =>
    sendClosing(tx, ctx, actor, params.id, body, now),
  );
  serve(kernel, wire.waiveClosing, async ({ tx, actor, params, body, now }) => {
    await waiveClosing(tx, actor, params.id, body.why, now);
    return done;
  });
  serveRoom(kernel, wire.answerClosing, async ({ tx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    await answerClosing(tx, actor, params.id, body.closingId, body.answer, body.words, now);
    return done;
  });
}
