/** Generated from the catalogue: parley.visit_clash_settled. */
export type VisitClashSettledTable = {
  workspace_id: string;
  one_id: string;
  other_id: string;
  words: string;
  by_id: string;
  at: string;
};
