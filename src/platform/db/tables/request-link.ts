/** Generated from the catalogue: parley.request_link. */
export type RequestLinkTable = {
  workspace_id: string;
  request_id: string;
  to_id: string;
  same: boolean;
  by_id: string;
  at: string;
};
