/** Generated from the catalogue: parley.room_device. */
export type RoomDeviceTable = {
  workspace_id: string;
  id: string;
  client_id: string;
  contact_id: string;
  token_hash: Buffer;
  proven_at: string | null;
  proven_by: 'first-use' | 'code' | null;
  expires_at: string;
  created_at: string;
};
