import { remindClients } from '../features/client-promises/remind.ts';
import { closeOverdue } from '../features/closing/silence.ts';
import { keepPools } from '../features/forecast/keep-pools.ts';
import { suspendTold } from '../features/conflict/conflict-clock.ts';
import { startMailWork } from '../features/mail/mail-work.ts';
import { tickTables } from '../features/negotiation/table-clock.ts';
import type { Context } from '../platform/context.ts';

export type Worker = { readonly stop: () => Promise<void> };

/** Everything that happens without anybody asking: job handlers, pollers and clocks. One line each. */
export async function startWorker(ctx: Context): Promise<Worker> {
  const mail = await startMailWork(ctx);
  const clocks = [
    every(ctx, 15_000, mail.sweep),
    every(ctx, 60_000, () => closeOverdue(ctx)),
    every(ctx, 60_000, () => remindClients(ctx)),
    every(ctx, 60_000, () => tickTables(ctx)),
    every(ctx, 15_000, () => suspendTold(ctx)),
    every(ctx, 60_000, () => keepPools(ctx)),
  ];
  return {
    stop: async () => {
      await Promise.all([mail.stop(), ...clocks.map((clock) => clock.stop())]);
    },
  };
}

/** Runs at once and then again and again, never twice at a time; what goes wrong is logged and tried the next time. */
function every(ctx: Context, ms: number, work: () => Promise<unknown>): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const go = (): void => {
    if (busy) return;
    busy = true;
    running = work()
      .catch((err: unknown) => ctx.log.warn({ err }, 'background work failed; it will be tried again'))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(go, ms);
  go();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
