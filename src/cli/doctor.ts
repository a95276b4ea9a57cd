import { allWorkspaces, inWorkspace } from '../platform/db/tx.ts';
import { verifyChain } from '../platform/ledger/verify.ts';
import type { Command } from './command.ts';
import { openForCli } from './open-database.ts';

export const command: Command = {
  summary: 'Verify the ledger of every workspace and say how the installation is',
  help: `
Usage: parley doctor [--json]

Walks the hash chain of every workspace from its first event and names the first sequence that does not hold.
Works beside a running server. Exit codes: 0 everything holds, 1 something does not.`,
  run: async (args) => {
    const { server, close } = await openForCli();
    try {
      const { db } = server.ctx;
      const chains = [];
      for (const workspaceId of await allWorkspaces(db)) {
        chains.push({ workspaceId, ...(await inWorkspace(db, { workspaceId }, verifyChain)) });
      }
      const { rows } = await db.appPool.query<{ version: string }>(
        "select current_setting('server_version') as version",
      );
      const report = {
        node: process.version,
        tzdata: process.versions.tz ?? null,
        postgres: rows[0]?.version ?? null,
        chains,
      };
      if (args.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`);
      else {
        process.stdout.write(`Node ${report.node} (time zones ${report.tzdata}), PostgreSQL ${report.postgres}\n`);
        for (const chain of chains) {
          const words = chain.holds
            ? `the chain holds over ${chain.events} events`
            : `the chain BREAKS at event ${chain.seq}: ${chain.why}`;
          process.stdout.write(`workspace ${chain.workspaceId}: ${words}\n`);
        }
        if (chains.length === 0) process.stdout.write('no workspace yet\n');
      }
      return chains.every((chain) => chain.holds) ? 0 : 1;
    } finally {
      await close();
    }
  },
};
