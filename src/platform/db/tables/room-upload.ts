/** Generated from the catalogue: parley.room_upload. */
export type RoomUploadTable = {
  workspace_id: string;
  id: string;
  client_id: string;
  contact_id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  created_at: string;
};
