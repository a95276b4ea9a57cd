import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.raw_mail. */
export type RawMailTable = {
  workspace_id: string;
  id: string;
  mailbox_id: string;
  uid_validity: number | null;
  uid: number | null;
  source: string;
  sha256: string;
  size: number;
  raw: Buffer;
  complete: Generated<boolean>;
  state: Generated<'received' | 'request' | 'reply' | 'duplicate' | 'attached' | 'kept-aside' | 'ignored'>;
  reason: string | null;
  mail_kind: string | null;
  rfc_message_id: string | null;
  from_address: string | null;
  subject: string | null;
  request_id: string | null;
  message_id: string | null;
  tries: Generated<number>;
  received_at: string;
  handled_at: string | null;
};
