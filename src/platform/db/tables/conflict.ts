import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.conflict. */
export type ConflictTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string;
  matter: string;
  state: Generated<'told' | 'suspended' | 'decided'>;
  by_id: string;
  at: string;
  suspended_at: string | null;
  decision: string | null;
  decided_by: string | null;
  decided_at: string | null;
};
