/** Generated from the catalogue: parley.conflict_position. */
export type ConflictPositionTable = {
  workspace_id: string;
  conflict_id: string;
  contact_id: string;
  client_id: string;
  words: string | null;
  message_id: string;
};
