import type { ColumnType } from 'kysely';

/** Generated from the catalogue: parley.option_revision. */
export type OptionRevisionTable = {
  workspace_id: string;
  hash: string;
  option_id: string;
  client_id: string;
  number: number;
  terms: ColumnType<unknown, string, string>;
  by_side: 'ours' | 'theirs';
  by_id: string;
  at: string;
};
