import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.coach_rule. */
export type CoachRuleTable = {
  workspace_id: string;
  rule: string;
  lang: 'en' | 'ru' | 'pl' | 'fr';
  status: 'off' | 'trial' | 'on';
  by_id: string | null;
  shown: Generated<number>;
  wrong: Generated<number>;
  at: string;
};
