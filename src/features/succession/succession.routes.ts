import * as wire from '../../contract/succession.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { contactBack, contactGone } from './contact-gone.ts';
import { goneLetter, sendGoneLetter } from './gone-letter.ts';
import { inheritance } from './succession.store.ts';

export function successionRoutes(kernel: Kernel): void {
  serve(kernel, wire.inheritanceOf, ({ tx, params }) => inheritance(tx, params.id));
  serve(kernel, wire.contactGone, ({ tx, actor, params, body, now }) => contactGone(tx, actor, params.id, body, now));
  serve(kernel, wire.contactBack, async ({ tx, actor, params, now }) => {
    await contactBack(tx, actor, params.id, now);
    return { ok: true as const };
  });
  serve(kernel, wire.goneLetter, ({ tx, params }) => goneLetter(tx, params.id));
  serve(kernel, wire.sendGoneLetter, async ({ tx, ctx, actor, params, body, now }) => {
    await sendGoneLetter(tx, ctx, actor, params.id, body, now);
    return { ok: true as const };
  });
}
