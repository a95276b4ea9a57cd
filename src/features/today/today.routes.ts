import { today } from '../../contract/today.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { absenceItems } from '../absence/public.ts';
import { visitItems } from '../visits/public.ts';
import { cycleStrip, lineKey, putOffLines, todayItems } from './today.store.ts';

export function todayRoutes(kernel: Kernel): void {
  serve(kernel, today, async ({ tx, actor, now }) => {
    const off = await putOffLines(tx, actor.id, now);
    const visits = [...(await visitItems(tx, actor.id, now)), ...(await absenceItems(tx, actor, now))];
    const shown = visits.filter((item) => !off.has(lineKey(item.id, item.due)));
    return {
      cycle: await cycleStrip(tx, now),
      items: [...(await todayItems(tx, actor.id, now)), ...shown].toSorted(byDue),
    };
  });
}

const byDue = (a: { due: string | null }, b: { due: string | null }): number =>
  (a.due ?? '9').localeCompare(b.due ?? '9');
