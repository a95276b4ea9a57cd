import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.closing. */
export type ClosingTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string | null;
  message_id: string;
  asked: string;
  done: string;
  kept: string;
  comes_back: string;
  state: Generated<'sent' | 'confirmed' | 'objected' | 'silent' | 'waived'>;
  objection: string | null;
  waived_why: string | null;
  silent_after: string;
  at: string;
  answered_at: string | null;
  answered_by: string | null;
};
