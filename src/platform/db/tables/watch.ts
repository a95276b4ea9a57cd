/** Generated from the catalogue: parley.watch. */
export type WatchTable = {
  workspace_id: string;
  member_id: string;
  request_id: string;
  seen_at: string;
};
