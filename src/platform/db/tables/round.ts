import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.round. */
export type RoundTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string;
  number: number;
  reveal: Generated<'at-once' | 'when-both-answered'>;
  one_option_why: string | null;
  opened_at: string;
  closes_at: string;
  closed_at: string | null;
  outcome: 'agreed' | 'several-work' | 'none-works' | 'paused' | null;
};
