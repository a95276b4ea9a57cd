import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.client. */
export type ClientTable = {
  workspace_id: string;
  id: string;
  name: string;
  domains: Generated<string[]>;
  lang: Generated<string>;
  since: string | null;
  zone: string | null;
  note: string | null;
  kept: Generated<number>;
  broken: Generated<number>;
  created_at: Generated<string>;
};
