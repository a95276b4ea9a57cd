import * as wire from '../../contract/method-change.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { mayTalk } from '../../platform/http/room-policy.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { stayWithAgreed, takeStance } from '../negotiation/public.ts';
import { askOtherWay } from './ask-other-way.ts';
import { changeRows } from './method-change.store.ts';

export function methodChangeRoutes(kernel: Kernel): void {
  serve(kernel, wire.askOtherWay, ({ tx, ctx, actor, params, body, now }) =>
    askOtherWay(tx, ctx, actor, params.id, body, now),
  );
  serveRoom(kernel, wire.takeNewWay, async ({ tx, ctx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    const answer = { kind: 'works' as const, words: null, wouldWork: null, hash: body.hash };
    return takeStance(tx, ctx, actor, params.id, { optionId: await wishedIn(tx, params), ...answer }, now);
  });
  serveRoom(kernel, wire.stayWithAgreed, async ({ tx, ctx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    await stayWithAgreed(tx, ctx, actor, params.id, { optionId: await wishedIn(tx, params), hash: body.hash }, now);
    return { ok: true as const };
  });
}

async function wishedIn(tx: Tx, { id, changeId }: { id: string; changeId: string }): Promise<string> {
  const change = (await changeRows(tx, id)).find((c) => c.id === changeId);
  if (!change) throw refused('not-found');
  return change.wishedId;
}
