import type { Generated, ColumnType } from 'kysely';

/** Generated from the catalogue: parley.playbook_run. */
export type PlaybookRunTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  playbook: string;
  name: string | null;
  steps: ColumnType<unknown, string, string>;
  state: Generated<'running' | 'finished' | 'left'>;
  left_why: string | null;
  by_id: string;
  at: string;
};
