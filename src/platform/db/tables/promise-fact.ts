/** Generated from the catalogue: parley.promise_fact. */
export type PromiseFactTable = {
  workspace_id: string;
  promise_id: string;
  request_id: string;
  client_id: string | null;
  side: 'ours' | 'theirs';
  state: string;
  missed_why: string | null;
  settled_on: string;
};
