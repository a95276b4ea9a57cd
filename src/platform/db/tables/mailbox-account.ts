import type { Generated, ColumnType } from 'kysely';

/** Generated from the catalogue: parley.mailbox_account. */
export type MailboxAccountTable = {
  workspace_id: string;
  mailbox_id: string;
  reading: Generated<boolean>;
  imap: ColumnType<unknown, string, string>;
  smtp: ColumnType<unknown, string | null, string | null>;
  login: 'password' | 'oauth';
  oauth: ColumnType<unknown, string | null, string | null>;
  secret: Buffer;
  version: Generated<number>;
  updated_at: string;
};
