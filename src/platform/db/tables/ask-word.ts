/** Generated from the catalogue: parley.ask_word. */
export type AskWordTable = {
  workspace_id: string;
  client_id: string;
  word: string;
  at: string;
  request_id: string;
};
