/** Generated from the catalogue: parley.visit_person. */
export type VisitPersonTable = {
  workspace_id: string;
  visit_id: string;
  member_id: string;
  client_id: string;
  name: string;
};
