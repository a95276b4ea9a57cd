import type { Generated, ColumnType } from 'kysely';

/** Generated from the catalogue: parley.accord. */
export type AccordTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string;
  number: number;
  state: Generated<'drawn-up' | 'half-signed' | 'in-force' | 'amended' | 'ended'>;
  option_id: string;
  option_hash: string;
  lang: string;
  document: ColumnType<unknown, string, string>;
  text: string;
  fingerprint: string;
  amends_id: string | null;
  pdf_sha256: string | null;
  created_at: string;
  in_force_at: string | null;
};
