import * as wire from '../../contract/absence.ts';
import { instant } from '../../platform/db/time.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { passOn, undoPassOn } from './pass-on.ts';
import { setAbsence } from './set-absence.ts';
import { sendStandInLetter, standInLetter } from './stand-in-letter.ts';
import { theirs } from './theirs.ts';

const done = { ok: true } as const;

export function absenceRoutes(kernel: Kernel): void {
  serve(kernel, wire.theirs, ({ tx, params, now }) => theirs(tx, params.id, now));
  serve(kernel, wire.setAbsence, async ({ tx, actor, params, body, now }) => {
    const { from, until, substituteId } = body;
    await setAbsence(tx, actor, params.id, { from: instant(from), until: instant(until), substituteId }, now);
    return done;
  });
  serve(kernel, wire.endAbsence, async ({ tx, actor, params, now }) => {
    await setAbsence(tx, actor, params.id, null, now);
    return done;
  });
  serve(kernel, wire.passOn, ({ tx, actor, params, body, now }) => passOn(tx, actor, params.id, body, now));
  serve(kernel, wire.undoPassOn, async ({ tx, actor, params, now }) => {
    await undoPassOn(tx, actor, params.id, now);
    return done;
  });
  serve(kernel, wire.standInLetter, ({ tx, params }) => standInLetter(tx, params.id));
  serve(kernel, wire.sendStandInLetter, ({ tx, ctx, actor, params, body, now }) =>
    sendStandInLetter(tx, ctx, actor, params.id, body, now),
  );
}
