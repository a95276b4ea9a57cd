import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.contact. */
export type ContactTable = {
  workspace_id: string;
  id: string;
  client_id: string | null;
  name: string;
  email: string;
  lang: Generated<string>;
  role_text: string | null;
  may: Generated<'see' | 'talk' | 'decide'>;
  status: Generated<'active' | 'left' | 'died'>;
  successor_id: string | null;
  bounced_at: string | null;
  created_at: Generated<string>;
  gone_at: string | null;
};
