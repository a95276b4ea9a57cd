/** Generated from the catalogue: parley.shift_offer. */
export type ShiftOfferTable = {
  workspace_id: string;
  option_id: string;
  promise_id: string;
  client_id: string;
};
