/** Generated from the catalogue: parley.snooze. */
export type SnoozeTable = {
  workspace_id: string;
  member_id: string;
  item: string;
  due: string | null;
  until: string;
};
