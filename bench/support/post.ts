import { ImapFlow } from 'imapflow';
import pg from 'pg';

/** Puts mails into the mailbox at an address, as another mail program does; every second one is already marked as read. */
export async function putInto(url: string, mails: readonly (Buffer | string)[]): Promise<void> {
  const { hostname: host, port, username, password: pass } = new URL(url);
  const auth = { user: decodeURIComponent(username), pass };
  const client = new ImapFlow({ host, port: Number(port), secure: false, auth, logger: false });
  await client.connect();
  for (const [i, mail] of mails.entries()) await client.append('INBOX', Buffer.from(mail), i % 2 ? ['\\Seen'] : []);
  await client.logout();
}

/** What stands in the database, asked past every door; the database may be away meanwhile. */
export async function ask<T extends pg.QueryResultRow>(ownerUrl: string, statement: string): Promise<T[]> {
  const db = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 2_000 });
  db.on('error', () => undefined);
  try {
    await db.connect();
    return (await db.query<T>(statement)).rows;
  } finally {
    await db.end().catch(() => undefined);
  }
}

/** Asks again and again until the answer is yes; null when it never was. */
export async function until(yes: () => Promise<boolean>, withinMs: number, everyMs = 250): Promise<number | null> {
  const began = performance.now();
  for (;;) {
    const now = await yes().catch(() => false);
    const took = performance.now() - began;
    if (now) return took;
    if (took > withinMs) return null;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
