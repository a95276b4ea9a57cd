import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.request_count. */
export type RequestCountTable = {
  workspace_id: string;
  phase: string;
  fate: string;
  n: Generated<number>;
  minutes: Generated<number>;
};
