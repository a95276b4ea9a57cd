/** Generated from the catalogue: parley.method_change. */
export type MethodChangeTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string;
  number: number;
  agreed_id: string;
  wished_id: string;
  words: string;
  by_id: string;
  at: string;
};
