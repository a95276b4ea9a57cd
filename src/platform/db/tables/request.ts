import type { Generated, ColumnType } from 'kysely';

/** Generated from the catalogue: parley.request. */
export type RequestTable = {
  workspace_id: string;
  id: string;
  ref: number;
  subject: string;
  kind: Generated<string>;
  client_id: string | null;
  contact_id: string | null;
  owner_id: string | null;
  phase: Generated<'initiation' | 'resolution' | 'closing' | 'closed'>;
  talk: Generated<'none' | 'inviting' | 'talking' | 'agreed' | 'declined-to-discuss' | 'suspended' | 'collected'>;
  ball: Generated<'ours' | 'theirs' | 'third'>;
  next_step: string;
  next_owner_id: string | null;
  next_due: string;
  reasonable: Generated<'yes' | 'no' | 'unknown'>;
  possible: Generated<'yes' | 'no' | 'unknown'>;
  fate: Generated<'do-it' | 'reasonable-not-possible' | 'possible-not-reasonable' | 'neither' | 'not-placed'>;
  their_reasonable: 'yes' | 'no' | 'unknown' | null;
  their_possible: 'yes' | 'no' | 'unknown' | null;
  interest_skipped_why: string | null;
  our_difficulty: string | null;
  suggestion: ColumnType<unknown, string | null, string | null>;
  minutes: Generated<number>;
  version: Generated<number>;
  opened_at: string;
  first_answer_at: string | null;
  closed_at: string | null;
  updated_at: string;
  sample: Generated<boolean>;
  decision_maker_id: string | null;
  choosing: Generated<boolean>;
};
