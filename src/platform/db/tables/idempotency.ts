import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.idempotency. */
export type IdempotencyTable = {
  workspace_id: string;
  actor: string;
  key: string;
  fingerprint: string;
  status: number | null;
  body: string | null;
  created_at: Generated<string>;
};
