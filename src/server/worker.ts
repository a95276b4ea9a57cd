import type { Context } from '../platform/context.ts';

export type Worker = { readonly stop: () => Promise<void> };

/** Everything that happens without anybody asking: job handlers, pollers and clocks. One line each. */
export async function startWorker(_ctx: Context): Promise<Worker> {
  return { stop: async () => undefined };
}
