import type { Generated, ColumnType } from 'kysely';

/** Generated from the catalogue: parley.review. */
export type ReviewTable = {
  workspace_id: string;
  id: string;
  client_id: string;
  from_on: string;
  to_on: string;
  lang: string;
  commentary: Generated<string>;
  left_out: Generated<string[]>;
  document: ColumnType<unknown, string | null, string | null>;
  version: Generated<number>;
  shared_at: string | null;
  shared_by: string | null;
  created_by: string;
  created_at: string;
  updated_at: string;
};
