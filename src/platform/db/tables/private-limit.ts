/** Generated from the catalogue: parley.private_limit. */
export type PrivateLimitTable = {
  workspace_id: string;
  request_id: string;
  text: string;
  updated_at: string;
};
