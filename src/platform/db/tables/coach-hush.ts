/** Generated from the catalogue: parley.coach_hush. */
export type CoachHushTable = {
  workspace_id: string;
  rule: string;
  sentence: string;
  scope: 'me' | 'team';
  member_id: string;
  at: string;
};
