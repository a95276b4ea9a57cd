import type { Generated, ColumnType } from 'kysely';

/** Generated from the catalogue: parley.saved_view. */
export type SavedViewTable = {
  workspace_id: string;
  id: string;
  member_id: string;
  team: Generated<boolean>;
  name: string;
  filter: ColumnType<unknown, string, string>;
  created_at: string;
};
