/** Generated from the catalogue: parley.room_session. */
export type RoomSessionTable = {
  workspace_id: string;
  id: string;
  client_id: string;
  contact_id: string;
  link_id: string;
  token_hash: Buffer;
  expires_at: string;
  created_at: string;
  device_id: string | null;
};
