/** Generated from the catalogue: parley.room_link. */
export type RoomLinkTable = {
  workspace_id: string;
  id: string;
  client_id: string;
  contact_id: string;
  request_id: string | null;
  token_hash: Buffer;
  expires_at: string;
  revoked_at: string | null;
  created_at: string;
};
