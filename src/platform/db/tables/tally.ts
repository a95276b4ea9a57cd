/** Generated from the catalogue: parley.tally. */
export type TallyTable = {
  workspace_id: string;
  client_id: string;
  month: string;
  metric: string;
  key: string;
  n: number;
  minutes: number;
};
