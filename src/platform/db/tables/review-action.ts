/** Generated from the catalogue: parley.review_action. */
export type ReviewActionTable = {
  workspace_id: string;
  id: string;
  client_id: string;
  review_id: string;
  cause: string;
  text: string;
  side: 'ours' | 'theirs';
  owner_name: string;
  due_on: string;
  ours_at: string | null;
  theirs_at: string | null;
  done_at: string | null;
  created_at: string;
};
