import type { ColumnType } from 'kysely';

/** Generated from the catalogue: parley.passing_on. */
export type PassingOnTable = {
  workspace_id: string;
  id: string;
  member_id: string;
  to_id: string | null;
  by_id: string;
  at: string;
  before: ColumnType<unknown, string, string>;
  undone_at: string | null;
};
