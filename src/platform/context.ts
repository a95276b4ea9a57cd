import type { Logger } from 'pino';
import type { Database } from './db/database.ts';
import type { FileStore } from './files/file-store.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Vault } from './vault/vault.ts';

/** What the composition root hands to every feature. Nothing here is captured in module scope. */
export type Context = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly files: FileStore;
  readonly log: Logger;
  /** Milliseconds UTC; the core never asks a clock itself. */
  readonly now: () => number;
  /** Where people reach Parley, without a trailing slash: links in mails are made of this and never of a Host header. */
  readonly publicUrl: string;
  /** Default outgoing mail server, e.g. smtp://127.0.0.1:25; null while none is configured: mails wait in the outbox. */
  readonly smtpUrl: string | null;
  readonly imapUrl: string | null;
  /** Where we take mail from servers that forward it: smtp://host:port or lmtp://host:port; null: nowhere. */
  readonly mailInUrl: string | null;
  /** Seals passwords of mailboxes. */
  readonly vault: Vault;
};
