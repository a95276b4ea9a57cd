import * as wire from '../../contract/worklist.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { snoozeLine, watchRequest } from './attention.ts';
import { changeMany } from './change-many.ts';
import { deleteView, insertView, viewsOf } from './view.store.ts';

const done = { ok: true } as const;

export function worklistRoutes(kernel: Kernel): void {
  serve(kernel, wire.listViews, async ({ tx, actor }) => ({ items: await viewsOf(tx, actor.id) }));
  serve(kernel, wire.saveView, ({ tx, actor, body, now }) => insertView(tx, actor.id, body, now));
  serve(kernel, wire.dropView, async ({ tx, actor, params }) => {
    if (!(await deleteView(tx, params.id, actor.id, actor.role !== 'agent'))) throw refused('not-found');
    return done;
  });
  serve(kernel, wire.snooze, async ({ tx, actor, body, now }) => {
    await snoozeLine(tx, actor, body, now);
    return done;
  });
  serve(kernel, wire.watchRequest, async ({ tx, actor, params, body, now }) => {
    await watchRequest(tx, actor, params.id, body.on, now);
    return done;
  });
  serve(kernel, wire.changeMany, ({ tx, actor, body, now }) => changeMany(tx, actor, body, now));
}
