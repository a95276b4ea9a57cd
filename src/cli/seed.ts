import { plantSample } from '../features/sample/public.ts';
import { allWorkspaces } from '../platform/db/tx.ts';
import { Refused } from '../platform/http/refused.ts';
import type { Command } from './command.ts';
import { openForCli } from './open-database.ts';

export const command: Command = {
  summary: 'Plant the sample company into the workspace',
  help: `
Usage: parley seed [--json]

Plants four sample clients with a few months of requests, options, promises and closings into the first workspace. No mail leaves.
Exit codes: 0 planted, 1 not planted (no workspace yet, or it stands there already).`,
  run: async (args) => {
    const { server, close } = await openForCli();
    try {
      const [workspaceId] = await allWorkspaces(server.ctx.db);
      if (!workspaceId) throw new Error("there is no workspace yet: run 'npm start' and create it first.");
      await plantSample(server.ctx, workspaceId);
      process.stdout.write(
        args.includes('--json') ? `${JSON.stringify({ planted: workspaceId })}\n` : 'The sample company is planted.\n',
      );
      return 0;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      process.stderr.write(`parley seed: ${error.refusal.code.replaceAll('-', ' ')}\n`);
      return 1;
    } finally {
      await close();
    }
  },
};
