import { pino } from 'pino';
import { createServer } from '../../src/server/server.ts';

// A whole server with its worker that a test may kill: on the database and with the mail server it is told, doors closed.
const [ownerUrl = '', filesDir = '', smtpUrl = '', imapUrl = ''] = process.argv.slice(2);
await createServer({
  ownerUrl,
  publicUrl: 'http://parley.example',
  filesDir,
  webDir: null,
  smtpUrl: smtpUrl || null,
  imapUrl: imapUrl || null,
  log: pino({ level: 'silent' }),
});
process.stdout.write('ready\n');
