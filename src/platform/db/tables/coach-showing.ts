import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.coach_showing. */
export type CoachShowingTable = {
  workspace_id: string;
  rule: string;
  lang: 'en' | 'ru' | 'pl' | 'fr';
  member_id: string;
  sentence: string;
  silent: boolean;
  quote: string | null;
  wrong: Generated<boolean>;
  at: string;
};
