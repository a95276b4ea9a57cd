import { today } from '../../contract/today.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { cycleStrip, todayItems } from './today.store.ts';

export function todayRoutes(kernel: Kernel): void {
  serve(kernel, today, async ({ tx, actor, now }) => ({
    cycle: await cycleStrip(tx, now),
    items: await todayItems(tx, actor.id, now),
  }));
}
