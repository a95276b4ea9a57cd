import * as wire from '../../contract/handover.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { lockRequest } from '../requests/public.ts';
import { answerBack, handOver, withdrawHandover } from './hand-over.ts';
import { latestHandover } from './handover.store.ts';
import { askBack, readyLetter, receiveHandover, tellWhoHasIt } from './receive-handover.ts';
import { carriedBy, summaryOf } from './ready.ts';

const done = { ok: true } as const;

export function handoverRoutes(kernel: Kernel): void {
  serve(kernel, wire.handoverOf, async ({ tx, params }) => {
    const request = await lockRequest(tx, params.id);
    const latest = await latestHandover(tx, params.id);
    const names = latest?.state === 'accepted' && !latest.told ? { from: latest.fromName, to: latest.toName } : null;
    return {
      ready: { ...(await carriedBy(tx, request, () => true)), summary: await summaryOf(tx, request) },
      latest,
      letter: names ? await readyLetter(tx, request, names) : null,
    };
  });
  serve(kernel, wire.handOver, ({ tx, actor, params, body, now }) => handOver(tx, actor, params.id, body, now));
  serve(kernel, wire.askBack, async ({ tx, actor, params, body, now }) => {
    await askBack(tx, actor, params.id, body.question, now);
    return done;
  });
  serve(kernel, wire.answerBack, async ({ tx, actor, params, body, now }) => {
    await answerBack(tx, actor, params.id, body.answer, now);
    return done;
  });
  serve(kernel, wire.receiveHandover, async ({ tx, actor, params, body, now }) => {
    await receiveHandover(tx, actor, params.id, body.restated, now);
    return done;
  });
  serve(kernel, wire.withdrawHandover, async ({ tx, actor, params, now }) => {
    await withdrawHandover(tx, actor, params.id, now);
    return done;
  });
  serve(kernel, wire.tellWhoHasIt, ({ tx, ctx, actor, params, body, now }) =>
    tellWhoHasIt(tx, ctx, actor, params.id, body, now),
  );
}
