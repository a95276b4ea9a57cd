import * as wire from '../../contract/visits.ts';
import { instant } from '../../platform/db/time.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { clashesFor, withClashes } from './clashes.ts';
import { endVisit } from './end-visit.ts';
import { houseRules, setHouseRules } from './house-rules.store.ts';
import { changePeople, moveVisit } from './move-visit.ts';
import { planVisit, windowOf } from './plan-visit.ts';
import { confirmVisit, roomVisits } from './room-visits.ts';
import { calendarFile } from './room-file.ts';
import { settleClash } from './settle-clash.ts';
import { readyWords, tellClient } from './tell-client.ts';
import { visitsIn } from './visit.store.ts';

const done = { ok: true } as const;

export function visitRoutes(kernel: Kernel): void {
  serve(kernel, wire.listVisits, async ({ tx, query: { from, to, ...which } }) => {
    const chosen = Object.fromEntries(Object.entries(which).filter(([, id]) => id !== undefined));
    return { items: await withClashes(tx, await visitsIn(tx, { from: instant(from), to: instant(to), ...chosen })) };
  });
  serve(kernel, wire.checkVisit, async ({ tx, body }) => {
    const { memberIds: people, id, slots, ...rest } = body;
    const held = slots.map(windowOf);
    return { clashes: await clashesFor(tx, { ...rest, id: id ?? NOBODY, people, window: windowOf(body), held }) };
  });
  serve(kernel, wire.planVisit, ({ tx, actor, body, now }) => planVisit(tx, actor, body, now));
  serve(kernel, wire.changePeople, ({ tx, actor, params, body, now }) =>
    changePeople(tx, actor, params.id, body.memberIds, now),
  );
  serve(kernel, wire.moveVisit, ({ tx, actor, params, body, now }) => moveVisit(tx, actor, params.id, body, now));
  serve(kernel, wire.endVisit, ({ tx, actor, params, body, now }) => endVisit(tx, actor, params.id, body, now));
  serve(kernel, wire.visitMessage, ({ tx, params, query }) => readyWords(tx, params.id, query.about));
  serve(kernel, wire.sendVisitMessage, ({ tx, ctx, actor, params, body, now }) =>
    tellClient(tx, ctx, actor, params.id, body, now),
  );
  serve(kernel, wire.settleClash, async ({ tx, actor, params, body, now }) => {
    await settleClash(tx, actor, params, body.words, now);
    return done;
  });
  serve(kernel, wire.houseRules, ({ tx }) => houseRules(tx));
  serve(kernel, wire.setHouseRules, async ({ tx, actor, body, now }) => {
    await setHouseRules(tx, body.text);
    await append(tx, actor, now, [{ kind: 'house-rules.changed', data: { text: body.text } }]);
    return done;
  });
  calendarFile(kernel);
  serveRoom(kernel, wire.roomVisits, async ({ tx, actor }) => ({ items: await roomVisits(tx, actor) }));
  serveRoom(kernel, wire.confirmVisit, ({ tx, actor, params, body, now }) =>
    confirmVisit(tx, actor, params.id, body.from, now),
  );
}

/** No visit has this id: one that is not planned yet clashes with all others. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
