/** Generated from the catalogue: parley.left_unsaid. */
export type LeftUnsaidTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string;
  kind: 'left-unsaid' | 'sold-twice';
  words: string;
  by_id: string;
  at: string;
};
