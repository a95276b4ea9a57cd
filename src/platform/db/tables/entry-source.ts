/** Generated from the catalogue: parley.entry_source. */
export type EntrySourceTable = {
  workspace_id: string;
  id: string;
  entry_id: string;
  client_id: string | null;
  message_id: string | null;
  quote: string;
  start_at: number | null;
  end_at: number | null;
  said_by: string | null;
  at: string;
};
