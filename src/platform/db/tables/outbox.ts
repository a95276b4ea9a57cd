import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.outbox. */
export type OutboxTable = {
  workspace_id: string;
  id: string;
  request_id: string | null;
  client_id: string | null;
  message_id: string | null;
  contact_id: string | null;
  from_address: string;
  recipient: string;
  rfc_message_id: string;
  raw: Buffer;
  automatic: Generated<boolean>;
  state: Generated<'queued' | 'sending' | 'sent' | 'retry' | 'failed' | 'unknown' | 'undone' | 'bounced'>;
  phase: string | null;
  attempts: Generated<number>;
  not_before: string;
  lease_until: string | null;
  last_error: string | null;
  sent_at: string | null;
  created_at: string;
  mailbox_id: string | null;
};
