import * as wire from '../../contract/table.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { linkSameAsk, sameAskOf } from './same-ask.ts';

export function sameAskRoutes(kernel: Kernel): void {
  serve(kernel, wire.sameAsk, ({ tx, params }) => sameAskOf(tx, params.id));
  serve(kernel, wire.linkSameAsk, async ({ tx, actor, params, body, now }) => {
    await linkSameAsk(tx, actor, params.id, params.toId, body.same, now);
    return { ok: true as const };
  });
}
