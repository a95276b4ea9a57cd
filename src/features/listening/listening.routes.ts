import * as wire from '../../contract/listening.ts';
import { mayTalk } from '../../platform/http/room-policy.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { addEntry } from './add-entry.ts';
import { answerQuestion, changeEntry, disputeEntry, saidAgain } from './change-entry.ts';

const done = { ok: true } as const;

export function listeningRoutes(kernel: Kernel): void {
  serve(kernel, wire.addEntry, ({ tx, actor, params, body, now }) => addEntry(tx, actor, params.id, body, now));
  serve(kernel, wire.saidAgain, ({ tx, actor, params, body, now }) =>
    saidAgain(tx, actor, params.id, params.entryId, body.source, now),
  );
  serve(kernel, wire.answerQuestion, async ({ tx, actor, params, body, now }) => {
    await answerQuestion(tx, actor, params.id, params.entryId, body.answer, now);
    return done;
  });
  serve(kernel, wire.changeEntry, async ({ tx, actor, params, body, now }) => {
    await changeEntry(tx, actor, params.id, params.entryId, body, now);
    return done;
  });

  serveRoom(kernel, wire.disputeEntry, async ({ tx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    await disputeEntry(tx, actor, params.id, params.entryId, body.words, now);
    return done;
  });
  serveRoom(kernel, wire.addOwnEntry, async ({ tx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    const { id } = await addEntry(tx, actor, params.id, { ...body, standing: false, source: null }, now);
    return { id };
  });
  serveRoom(kernel, wire.answerOpenQuestion, async ({ tx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    await answerQuestion(tx, actor, params.id, params.entryId, body.answer, now);
    return done;
  });
}
