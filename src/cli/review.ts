import { rebuildFacts } from '../features/review/public.ts';
import { allWorkspaces, inWorkspace } from '../platform/db/tx.ts';
import { type Command, UsageError } from './command.ts';
import { openForCli } from './open-database.ts';

export const command: Command = {
  summary: 'Build the facts behind reviews and Insights anew',
  help: `
Usage: parley review rebuild [--json]

Reviews and Insights read facts and monthly tallies that are kept in the transaction of each change. This builds all of them anew
from the rows, in every workspace; the result is the same. Needed after the workspace's time zone was changed, or after rows were
written past the product. Meanwhile nobody can change anything in the workspace (about a minute for a million requests).
Exit codes: 0 built, 2 wrong usage.`,
  run: async (args) => {
    if (args[0] !== 'rebuild') throw new UsageError('say what to do: rebuild');
    const { server, close } = await openForCli();
    const { db } = server.ctx;
    try {
      let requests = 0;
      for (const workspaceId of await allWorkspaces(db))
        requests += await inWorkspace(db, { workspaceId }, rebuildFacts);
      const words = `The facts of ${requests} requests are built anew.`;
      process.stdout.write(`${args.includes('--json') ? JSON.stringify({ requests }) : words}\n`);
      return 0;
    } finally {
      await close();
    }
  },
};
