import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.duration. */
export type DurationTable = {
  workspace_id: string;
  request_id: string;
  client_id: string | null;
  kind: string;
  priority: string | null;
  team: string | null;
  opened_at: string;
  done_at: string | null;
  imported_at: string | null;
  alike: Generated<string>;
};
