import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.invitation. */
export type InvitationTable = {
  workspace_id: string;
  id: string;
  email: string;
  name: string | null;
  role: 'owner' | 'lead' | 'agent';
  token_hash: Buffer | null;
  invited_by: string;
  expires_at: string;
  used_at: string | null;
  created_at: Generated<string>;
};
