import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.attachment. */
export type AttachmentTable = {
  workspace_id: string;
  id: string;
  message_id: string;
  request_id: string;
  client_id: string | null;
  audience: 'both' | 'ours';
  name: string;
  type: string;
  size: number;
  sha256: string;
  content_id: string | null;
  inline: Generated<boolean>;
};
