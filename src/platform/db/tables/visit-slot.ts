/** Generated from the catalogue: parley.visit_slot. */
export type VisitSlotTable = {
  workspace_id: string;
  visit_id: string;
  starts_at: string;
  ends_at: string;
  client_id: string;
};
