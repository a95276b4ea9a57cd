import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.upload. */
export type UploadTable = {
  workspace_id: string;
  id: string;
  member_id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  created_at: Generated<string>;
};
