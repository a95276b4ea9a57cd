import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.placement. */
export type PlacementTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string | null;
  side: 'ours' | 'theirs';
  reasonable: 'yes' | 'no' | 'unknown';
  possible: 'yes' | 'no' | 'unknown';
  reasonable_kind: string | null;
  possible_kind: string | null;
  reason: string;
  evidence: string | null;
  clause: string | null;
  first: Generated<boolean>;
  by_id: string;
  at: string;
};
