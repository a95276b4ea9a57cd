import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.mailbox. */
export type MailboxTable = {
  workspace_id: string;
  id: string;
  name: string;
  address: string;
  kind: 'imap' | 'import' | 'http' | 'smtp';
  state: Generated<string>;
  state_at: string | null;
  error: string | null;
};
