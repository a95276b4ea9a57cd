import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.workspace. */
export type WorkspaceTable = {
  workspace_id: string;
  name: string;
  lang: Generated<string>;
  zone: Generated<string>;
  mail_name: string | null;
  mail_address: string | null;
  currency: Generated<string>;
  silence_days: Generated<number>;
  next_ref: Generated<number>;
  next_accord: Generated<number>;
  reply_key: Buffer;
  authserv_id: string | null;
  intake_hash: Buffer | null;
  created_at: Generated<string>;
  remind_clients: Generated<boolean>;
  house_rules: string | null;
};
