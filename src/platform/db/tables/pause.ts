import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.pause. */
export type PauseTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string | null;
  missing: string;
  our_people: string[];
  their_people: string[];
  resume_at: string;
  state: Generated<'running' | 'resumed' | 'lapsed'>;
  by_id: string;
  at: string;
};
