import type { Context } from '../../platform/context.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import { refusalOfDatabase } from '../../platform/http/problems.ts';
import { actOn, readStored } from './handle-mail.ts';
import { type Rounds, oneAtATime } from './one-at-a-time.ts';
import { noteFailure, waitingMails } from './raw-mail.store.ts';

const BATCH = 200;

/**
 * Step two for all that waits, in the order of arrival, so that an answer never overtakes the mail it answers. While one mail is acted
 * on, the next is read in its worker. A mail that cannot be handled is counted and at last kept aside; it never stops the others
 * (F-30). A database that is away stops the round; the next one goes on.
 */
export function emptyJournal(ctx: Context): Rounds {
  return oneAtATime(async (workspaceId, stopping) => {
    const failed = new Set<string>();
    for (;;) {
      const found = await inWorkspace(ctx.db, { workspaceId }, (tx) => waitingMails(tx, BATCH + failed.size));
      const ids = found.filter((id) => !failed.has(id));
      if (ids.length === 0) return;
      const read = (id: string | undefined) => (id ? quietly(readStored(ctx, workspaceId, id)) : null);
      let reading = read(ids[0]);
      for (const [i, id] of ids.entries()) {
        if (stopping()) return;
        const current = reading;
        reading = read(ids[i + 1]);
        try {
          const stored = await current;
          if (stored) await actOn(ctx, workspaceId, stored);
        } catch (error) {
          if (refusalOfDatabase(error)) throw error;
          ctx.log.error({ err: error, mail: id }, 'a mail could not be handled');
          failed.add(id);
          await inWorkspace(ctx.db, { workspaceId }, (tx) => noteFailure(tx, id, ctx.now()));
        }
      }
    }
  });
}

/** A reading that failed is looked at in its turn, not before. */
function quietly<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined);
  return reading;
}
