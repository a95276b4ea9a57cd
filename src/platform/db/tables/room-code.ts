/** Generated from the catalogue: parley.room_code. */
export type RoomCodeTable = {
  workspace_id: string;
  device_id: string;
  client_id: string;
  code_hash: string;
  expires_at: string;
};
