import { ImapFlow } from 'imapflow';
import { deadline } from './imap-timing.ts';
import { imapServer } from './imap-url.ts';

const PATIENCE_MS = 15_000;

/** Signs in and opens the folder, reads nothing, changes nothing. Throws what the server said. */
export async function tryImap(url: string, accessToken: string | undefined): Promise<void> {
  const server = imapServer(url);
  if (!server) throw new Error('the address of the mailbox is not valid');
  const { host, port, secure, user, pass } = server;
  const client = new ImapFlow({
    host,
    port,
    secure,
    ...(server.startTls === undefined || secure ? {} : { doSTARTTLS: server.startTls }),
    tls: { rejectUnauthorized: server.verify },
    auth: accessToken === undefined ? { user, pass } : { user, accessToken },
    logger: false,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableAutoIdle: true,
  });
  client.on('error', () => undefined);
  try {
    await deadline(client.connect(), PATIENCE_MS, 'connect');
    await deadline(client.mailboxOpen(server.mailbox, { readOnly: true }), PATIENCE_MS, 'open');
    await deadline(client.logout(), 2_000, 'logout').catch(() => undefined);
  } catch (error) {
    const said = error instanceof Error && 'responseText' in error ? String(error.responseText) : '';
    throw new Error(said || (error instanceof Error ? error.message : String(error)), { cause: error });
  } finally {
    client.close();
  }
}
