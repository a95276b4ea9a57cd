import { ImapFlow } from 'imapflow';
import { backoff, deadline, Waker } from './imap-timing.ts';
import { type ImapServer, imapServer } from './imap-url.ts';

/** Where reading goes on: flags play no part, because people read and flag mail in their own programs. */
export type MailboxCursor = { readonly uidValidity: number; readonly lastUid: number };

export type ArrivedMail = {
  readonly uidValidity: number;
  readonly uid: number;
  readonly raw: Uint8Array;
  /** Bytes on the server. */
  readonly size: number;
  /** False when the mail is larger than the limit and `raw` holds only its first 64 KB. */
  readonly complete: boolean;
};

export type MailboxState =
  | { readonly kind: 'connecting' }
  /** `waiting` mails are known and not yet handed over; 0 means all is read. */
  | { readonly kind: 'connected'; readonly waiting: number; readonly at: number }
  /** The mailbox was made anew (UIDVALIDITY changed): everything is read again, the caller leaves out what it has. */
  | { readonly kind: 'rescan'; readonly uidValidity: number }
  | { readonly kind: 'error'; readonly reason: string; readonly login: boolean; readonly retryInMs: number }
  | { readonly kind: 'stopped' };

export type WatchOptions = {
  /** `imap[s]://user:password@host:port/Mailbox` */
  readonly url: string;
  /** A bearer token instead of the password (OAuth2), asked for at every connection. */
  readonly accessToken?: () => Promise<string>;
  /** Asked for at every connection; null on the first. */
  readonly cursor: () => Promise<MailboxCursor | null>;
  readonly onState?: (state: MailboxState) => void;
  readonly maxBytes?: number;
  readonly timing?: Partial<WatchTiming>;
};

type WatchTiming = {
  /** Looks for mail at least this often, even when the server announces it by itself. */
  readonly pollMs: number;
  /** IDLE is renewed after this time, so that no firewall forgets the connection. */
  readonly idleMs: number;
  /** Longest silence to one command; with `pollMs` the time in which a dead connection is noticed. */
  readonly commandMs: number;
  readonly connectMs: number;
  readonly retryMs: number;
  readonly maxRetryMs: number;
};

const TIMING: WatchTiming = {
  pollMs: 60_000,
  idleMs: 240_000,
  commandMs: 60_000,
  connectMs: 20_000,
  retryMs: 1000,
  maxRetryMs: 300_000,
};

const BATCH_MAILS = 50;
const BATCH_BYTES = 8 * 1024 * 1024;
const STUB_BYTES = 64 * 1024;

export type MailboxWatch = { readonly checkNow: () => void; readonly stop: () => Promise<void> };

/**
 * Reads a mailbox for as long as it runs: old mail first, then each new one as it comes. A mail counts as read only when
 * `onMessage` has resolved; when it rejects, the same mail comes again after a pause. Nothing on the server is changed.
 */
export function watchMailbox(options: WatchOptions, onMessage: (mail: ArrivedMail) => Promise<void>): MailboxWatch {
  const watch = new Watch(options, onMessage);
  const ended = watch.run();
  return {
    checkNow: () => watch.waker.wake(),
    stop: async () => {
      watch.stopped = true;
      watch.waker.wake();
      await ended;
    },
  };
}

class Watch {
  stopped = false;
  readonly waker = new Waker();
  readonly #options: WatchOptions;
  readonly #onMessage: (mail: ArrivedMail) => Promise<void>;
  readonly #timing: WatchTiming;
  #failures = 0;

  constructor(options: WatchOptions, onMessage: (mail: ArrivedMail) => Promise<void>) {
    this.#options = options;
    this.#onMessage = onMessage;
    this.#timing = { ...TIMING, ...options.timing };
  }

  async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.#session();
      } catch (error) {
        await this.#pause(error);
      }
    }
    this.#report({ kind: 'stopped' });
  }

  async #session(): Promise<void> {
    const server = imapServer(this.#options.url);
    if (!server) throw new Error('the address of the mailbox is not valid');
    this.#report({ kind: 'connecting' });
    const client = await this.#client(server);
    try {
      await deadline(client.connect(), this.#timing.connectMs * 2, 'connect');
      const mailbox = await deadline(
        client.mailboxOpen(server.mailbox, { readOnly: true }),
        this.#timing.commandMs,
        'open',
      );
      const uidValidity = Number(mailbox.uidValidity);
      let lastUid = await this.#start(uidValidity);
      while (!this.stopped) {
        lastUid = await this.#drain(client, uidValidity, lastUid);
        if (!client.usable) throw new Error('the connection was closed');
        await this.waker.sleep(this.#timing.pollMs);
      }
    } finally {
      await end(client);
    }
  }

  async #client(server: ImapServer): Promise<ImapFlow> {
    const { accessToken } = this.#options;
    const client = new ImapFlow({
      host: server.host,
      port: server.port,
      secure: server.secure,
      ...(server.startTls === undefined || server.secure ? {} : { doSTARTTLS: server.startTls }),
      tls: { rejectUnauthorized: server.verify },
      auth: accessToken
        ? { user: server.user, accessToken: await accessToken() }
        : { user: server.user, pass: server.pass },
      logger: false,
      clientInfo: { name: 'Parley' },
      connectionTimeout: this.#timing.connectMs,
      greetingTimeout: this.#timing.connectMs,
      socketTimeout: this.#timing.idleMs + this.#timing.commandMs,
      maxIdleTime: this.#timing.idleMs,
      autoIdleDelay: 200,
    });
    client.on('error', () => this.waker.wake());
    client.on('close', () => this.waker.wake());
    client.on('exists', () => this.waker.wake());
    return client;
  }

  async #start(uidValidity: number): Promise<number> {
    const cursor = await this.#options.cursor();
    if (!cursor) return 0;
    if (cursor.uidValidity === uidValidity) return cursor.lastUid;
    this.#report({ kind: 'rescan', uidValidity });
    return 0;
  }

  /** Hands over everything after `lastUid` in the order of UIDs; returns the last one. */
  async #drain(client: ImapFlow, uidValidity: number, lastUid: number): Promise<number> {
    const waiting = await this.#waiting(client, lastUid);
    let last = lastUid;
    while (waiting.length > 0 && !this.stopped) {
      this.#report({ kind: 'connected', waiting: waiting.length, at: Date.now() });
      const batch = nextBatch(waiting, this.#maxBytes());
      for (const mail of await this.#fetch(client, uidValidity, batch)) {
        if (this.stopped) return last;
        await this.#onMessage(mail);
        this.#failures = 0;
        last = mail.uid;
      }
      // A mail that was deleted meanwhile is in no batch's answer; it is not asked for again.
      last = Math.max(last, ...batch.map((m) => m.uid));
      waiting.splice(0, batch.length);
    }
    this.#failures = 0;
    if (!this.stopped) this.#report({ kind: 'connected', waiting: 0, at: Date.now() });
    return last;
  }

  async #waiting(client: ImapFlow, lastUid: number): Promise<Listed[]> {
    // `n:*` names the last mail even when its UID is smaller, hence the filter.
    const found = await deadline(
      client.fetchAll(`${lastUid + 1}:*`, { uid: true, size: true }, { uid: true }),
      this.#timing.commandMs,
      'list',
    );
    return found
      .filter((m) => m.uid > lastUid)
      .map((m) => ({ uid: m.uid, size: m.size ?? 0 }))
      .toSorted((a, b) => a.uid - b.uid);
  }

  async #fetch(client: ImapFlow, uidValidity: number, batch: readonly Listed[]): Promise<ArrivedMail[]> {
    const stub = batch.length === 1 && (batch[0]?.size ?? 0) > this.#maxBytes();
    const source = stub ? { start: 0, maxLength: STUB_BYTES } : true;
    const uids = batch.map((m) => m.uid).join(',');
    const found = await deadline(
      client.fetchAll(uids, { uid: true, size: true, source }, { uid: true }),
      this.#timing.commandMs * 5,
      'fetch',
    );
    return found
      .filter((m) => m.source !== undefined && batch.some((b) => b.uid === m.uid))
      .map((m) => ({
        uidValidity,
        uid: m.uid,
        raw: new Uint8Array(m.source ?? []),
        size: m.size ?? 0,
        complete: !stub,
      }))
      .toSorted((a, b) => a.uid - b.uid);
  }

  async #pause(error: unknown): Promise<void> {
    const login = error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;
    this.#failures++;
    // A wrong password is tried rarely: servers lock accounts.
    const first = login ? this.#timing.retryMs * 60 : this.#timing.retryMs;
    const retryInMs = backoff(this.#failures, first, Math.max(this.#timing.maxRetryMs, first), Math.random());
    this.#report({ kind: 'error', reason: reasonOf(error), login, retryInMs });
    if (!this.stopped) await this.waker.sleep(retryInMs, true);
  }

  #maxBytes(): number {
    return this.#options.maxBytes ?? 35 * 1024 * 1024;
  }

  #report(state: MailboxState): void {
    this.#options.onState?.(state);
  }
}

type Listed = { readonly uid: number; readonly size: number };

/** So many that memory stays bounded; a mail over the limit comes alone. */
function nextBatch(waiting: readonly Listed[], maxBytes: number): Listed[] {
  const batch: Listed[] = [];
  let bytes = 0;
  for (const mail of waiting) {
    const alone = mail.size > maxBytes;
    if (batch.length > 0 && (alone || batch.length >= BATCH_MAILS || bytes + mail.size > BATCH_BYTES)) break;
    batch.push(mail);
    bytes += mail.size;
    if (alone) break;
  }
  return batch;
}

async function end(client: ImapFlow): Promise<void> {
  try {
    if (client.usable) await deadline(client.logout(), 2000, 'logout');
  } catch {
    // The connection is given up either way.
  }
  client.close();
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = 'responseText' in error && typeof error.responseText === 'string' ? `: ${error.responseText}` : '';
  return `${error.message}${said}`.slice(0, 500);
}
