import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.approval. */
export type ApprovalTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  subject: 'promise' | 'accord' | 'option';
  subject_id: string;
  asked_of: string;
  asked_by: string;
  why: string;
  state: Generated<'asked' | 'approved' | 'refused' | 'withdrawn'>;
  answer: string | null;
  asked_at: string;
  answered_at: string | null;
};
