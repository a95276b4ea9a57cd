/** Generated from the catalogue: parley.service_value. */
export type ServiceValueTable = {
  workspace_id: string;
  value: string;
  words: string;
  by_id: string;
  at: string;
};
