import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { offerSetup } from '../features/people/public.ts';
import { readEnv } from '../platform/config/env.ts';
import { createLog } from '../platform/log/log.ts';
import { openBase } from '../server/open-base.ts';
import { createServer } from '../server/server.ts';
import type { Command } from './command.ts';
import { openBrowser } from './open-browser.ts';
import { untilAskedToStop } from './until-asked-to-stop.ts';

export const command: Command = {
  summary: 'Start the server (and the PostgreSQL inside, unless DATABASE_URL names one)',
  help: `
Usage: parley start

Starts PostgreSQL under the data folder, brings the database up to date and serves Parley until Ctrl-C or SIGTERM.
Settings come from the environment: PORT, HOST, PUBLIC_URL, DATABASE_URL, PARLEY_DATA, SMTP_URL, IMAP_URL,
MAIL_IN_URL, PARLEY_KEY, LOG_LEVEL.
Exit codes: 0 stopped, 1 could not start.`,
  run: async () => {
    const config = readEnv(process.env);
    const log = createLog(config.logLevel, process.stderr);
    const say = (line: string): void => void process.stdout.write(`${line}\n`);
    say(config.databaseUrl ? 'Opening the database …' : `Starting PostgreSQL in ${config.dataDir} …`);
    const base = await openBase(config, log);
    const webDir = fileURLToPath(new URL('../../dist/web', import.meta.url));
    const server = await createServer({
      ownerUrl: base.ownerUrl,
      publicUrl: config.publicUrl,
      filesDir: `${base.dataDir}/files`,
      webDir: existsSync(webDir) ? webDir : null,
      smtpUrl: config.smtpUrl,
      imapUrl: config.imapUrl,
      mailInUrl: config.mailInUrl,
      secretKey: config.secretKey,
      log,
    });
    try {
      const token = randomBytes(24).toString('base64url');
      const empty = await offerSetup(server.ctx.db.auth, token);
      await server.app.listen({ port: config.port, host: config.host });
      const setup = `${config.publicUrl}/setup#t=${token}`;
      say(
        empty
          ? `Parley is empty. Open it and create your workspace:\n\n  ${setup}\n`
          : `Parley is ready: ${config.publicUrl}`,
      );
      if (empty) openBrowser(setup);
      say(`${await untilAskedToStop()}: finishing what is under way …`);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      throw taken ? new Error(`Port ${config.port} is in use. Stop what uses it, or set PORT to another.`) : error;
    } finally {
      await server.close();
      await base.stop();
    }
    say('Stopped.');
    return 0;
  },
};
