import * as wire from '../../contract/client-promises.ts';
import { instant } from '../../platform/db/time.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { offerShift } from './offer-shift.ts';
import { remindClient } from './remind.ts';
import { remindsByItself, setRemindsByItself } from './waiting.store.ts';
import { whatWeWaitFor } from './waiting.ts';

export function clientPromiseRoutes(kernel: Kernel): void {
  serve(kernel, wire.clientPromises, ({ tx, params, now }) => whatWeWaitFor(tx, params.id, now));
  serve(kernel, wire.remindClient, ({ tx, ctx, actor, params, body, now }) =>
    remindClient(tx, ctx, actor, params.id, body, now),
  );
  serve(kernel, wire.offerShift, ({ tx, ctx, actor, params, body, now }) =>
    offerShift(tx, ctx, actor, params.id, instant(body.theirDue), now),
  );
  serve(kernel, wire.reminderSetting, async ({ tx }) => ({ automatic: await remindsByItself(tx) }));
  serve(kernel, wire.setReminders, async ({ tx, actor, body, now }) => {
    await setRemindsByItself(tx, body.automatic);
    await append(tx, actor, now, [{ kind: 'workspace.reminders-set', data: { automatic: body.automatic } }]);
    return { ok: true as const };
  });
}
