import type { Generated, ColumnType } from 'kysely';

/** Generated from the catalogue: parley.entry. */
export type EntryTable = {
  workspace_id: string;
  id: string;
  request_id: string | null;
  client_id: string | null;
  kind: 'interest' | 'fact' | 'condition' | 'already-has' | 'question';
  state: Generated<'open' | 'answered' | 'standing' | 'withdrawn' | 'disputed'>;
  text: string;
  value: ColumnType<unknown, string | null, string | null>;
  answer: string | null;
  said: Generated<number>;
  side: 'ours' | 'theirs';
  dispute: string | null;
  standing: Generated<boolean>;
  created_at: string;
  updated_at: string;
};
