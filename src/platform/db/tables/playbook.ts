import type { Generated, ColumnType } from 'kysely';

/** Generated from the catalogue: parley.playbook. */
export type PlaybookTable = {
  workspace_id: string;
  id: string;
  copied_from: string | null;
  name: string;
  when_fits: string;
  steps: ColumnType<unknown, string, string>;
  version: Generated<number>;
  archived_at: string | null;
  by_id: string;
  updated_at: string;
};
