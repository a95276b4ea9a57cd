/** Generated from the catalogue: parley.claim. */
export type ClaimTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string;
  contact_id: string;
  message_id: string;
  happened: string;
  happened_at: string;
  expected: string;
  effect: string;
  evidence: string;
  at: string;
};
