import type { Generated, ColumnType } from 'kysely';

/** Generated from the catalogue: parley.agreement. */
export type AgreementTable = {
  workspace_id: string;
  id: string;
  client_id: string;
  version: number;
  title: string;
  valid_from: string;
  valid_to: string | null;
  terms: ColumnType<unknown, string, string>;
  created_at: Generated<string>;
};
