/** Generated from the catalogue: parley.heated_talk. */
export type HeatedTalkTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string;
  contact_id: string;
  words: string;
  by_id: string;
  at: string;
  quiet_until: string;
  ended_at: string | null;
  form_message_id: string | null;
};
