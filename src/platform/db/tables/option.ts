import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.option. */
export type OptionTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string;
  round_id: string | null;
  letter: string;
  side: 'ours' | 'theirs';
  title: string;
  state: Generated<'draft' | 'on-the-table' | 'agreed' | 'declined' | 'withdrawn' | 'expired' | 'superseded'>;
  parents: Generated<string[]>;
  hash: string | null;
  tabled_at: string | null;
  expires_at: string | null;
  changed_why: string | null;
  by_id: string;
  created_at: string;
  picked_by_us: string | null;
  picked_by_them: string | null;
};
