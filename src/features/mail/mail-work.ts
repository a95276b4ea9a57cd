import type { Context } from '../../platform/context.ts';
import { allWorkspaces } from '../../platform/db/tx.ts';
import { stopParsing } from '../../platform/mail/parse-mail.ts';
import { emptyJournal } from './empty-journal.ts';
import { emptyOutbox } from './empty-outbox.ts';
import { listenForMail } from './listen-mail.ts';
import { pollMailboxes } from './poll-mailboxes.ts';

/** Below the ten seconds in which a server that is told to stop has stopped. */
const PATIENCE_MS = 7_000;

export type MailWork = {
  /** Looks for work whose job is gone, and for what a killed process left half-done. */
  readonly sweep: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Reading the mailbox, handling what came, sending what waits: woken by jobs and by a clock, told what to do by the rows. */
export async function startMailWork(ctx: Context): Promise<MailWork> {
  const journal = emptyJournal(ctx);
  const outbox = emptyOutbox(ctx);
  await ctx.jobs.work('mail-handle', 1, ({ workspaceId }) => journal.run(workspaceId));
  await ctx.jobs.work('mail-send', 1, ({ workspaceId }) => outbox.run(workspaceId));
  const mailboxes = pollMailboxes(ctx);
  const listening = await listenForMail(ctx);
  return {
    sweep: async () => {
      for (const workspaceId of await allWorkspaces(ctx.db)) {
        await Promise.all([outbox.run(workspaceId), journal.run(workspaceId)]);
      }
    },
    stop: async () => {
      await Promise.all([mailboxes.stop(), listening.stop(), journal.stop(PATIENCE_MS), outbox.stop(PATIENCE_MS)]);
      await stopParsing();
    },
  };
}
