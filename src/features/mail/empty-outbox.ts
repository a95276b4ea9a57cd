import type { Context } from '../../platform/context.ts';
import { type Rounds, oneAtATime } from './one-at-a-time.ts';
import { recoverAbandoned, sendNext } from './send-mail.ts';

/** So many conversations with the mail server at once: one that drips does not hold up the others (F-40). */
const LANES = 4;

/** Sends whatever is due, after taking up what a dead process left behind. */
export function emptyOutbox(ctx: Context): Rounds {
  return oneAtATime(async (workspaceId, stopping) => {
    await recoverAbandoned(ctx, workspaceId);
    const lane = async (): Promise<void> => {
      while (!stopping() && (await sendNext(ctx, workspaceId)));
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  });
}
