import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import type { Measurement } from '../bench/support/figures.ts';
import { foundWorkspace } from '../src/features/people/public.ts';
import { hashPassword } from '../src/platform/auth/password.ts';
import { readEnv } from '../src/platform/config/env.ts';
import { openBase } from '../src/server/open-base.ts';
import { createServer } from '../src/server/server.ts';
import { playPairs } from './support/pairs.ts';

/** T7: agreed is what both sides said works to one wording, whoever comes first, and only that. */
export const measurement: Measurement = {
  summary:
    'both sides at the same instant on a real PostgreSQL: one option 10,000 times (--pairs N), two options, an edit against a yes',
  run: async (args) => {
    const { values } = parseArgs({ args, options: { pairs: { type: 'string', default: '10000' } } });
    const pairs = Number(values.pairs);
    const dataDir = fs.mkdtempSync(join(tmpdir(), 'parley-chaos-'));
    const log = pino({ level: 'warn' }, pino.destination(2));
    const base = await openBase({ ...readEnv({ PARLEY_DATA: dataDir }), databaseUrl: null }, log);
    const server = await createServer({
      ownerUrl: base.ownerUrl,
      publicUrl: 'http://parley.example',
      filesDir: join(dataDir, 'files'),
      webDir: null,
      smtpUrl: null,
      imapUrl: null,
      log,
      worker: false,
    });
    try {
      const owner = {
        name: 'Ada',
        email: 'ada@firm.example',
        lang: 'en',
        passwordHash: await hashPassword('correct horse'),
      };
      const founding = { ...owner, workspaceName: 'Firm', zone: 'UTC' };
      const { workspaceId, memberId } = await foundWorkspace(server.ctx, server.ctx.db.auth, founding);
      const tenth = Math.ceil(pairs / 10);
      const began = performance.now();
      const found = await playPairs(
        server.ctx,
        workspaceId,
        memberId,
        { same: pairs, different: tenth, edits: tenth },
        (n) => process.stderr.write(`${n} pairs of ${pairs + 2 * tenth}\n`),
      );
      const { missed, doubled, refused, unfounded, splitAgreed, boundUnseen } = found;
      if (missed + doubled + refused + unfounded + splitAgreed + boundUnseen > 0) process.exitCode = 1;
      return [
        { name: 'same option at the same instant', value: found.pairs, unit: 'pairs' },
        { name: '  agreements missed', value: missed, unit: '' },
        { name: '  agreements doubled', value: doubled, unit: '' },
        { name: '  agreed before both had said so', value: unfounded, unit: '' },
        { name: '  needless refusals (here and below)', value: refused, unit: '' },
        { name: 'different options at the same instant', value: found.splitPairs, unit: 'pairs' },
        { name: '  agreed all the same', value: splitAgreed, unit: '' },
        { name: 'an edit against a yes', value: found.edits, unit: 'pairs' },
        { name: '  bound to words they did not see', value: boundUnseen, unit: '' },
        { name: 'took', value: (performance.now() - began) / 1_000, unit: 's' },
      ];
    } finally {
      await server.close();
      await base.stop();
      fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  },
};
