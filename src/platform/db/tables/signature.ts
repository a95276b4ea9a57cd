/** Generated from the catalogue: parley.signature. */
export type SignatureTable = {
  workspace_id: string;
  id: string;
  accord_id: string;
  client_id: string;
  side: 'ours' | 'theirs';
  person_id: string;
  typed_name: string;
  organisation: string;
  identified_by: 'room-link' | 'password';
  identified_to: string;
  statement: string;
  button: string;
  fingerprint: string;
  ip: string | null;
  user_agent: string | null;
  at: string;
};
