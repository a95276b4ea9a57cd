/** Generated from the catalogue: parley.stance. */
export type StanceTable = {
  workspace_id: string;
  id: string;
  option_id: string;
  request_id: string;
  client_id: string;
  hash: string;
  side: 'ours' | 'theirs';
  kind: 'works' | 'works-if' | 'does-not-work' | 'need-others';
  words: string | null;
  would_work: string | null;
  by_id: string;
  by_name: string;
  at: string;
  void_at: string | null;
};
