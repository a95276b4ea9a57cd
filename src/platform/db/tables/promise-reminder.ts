/** Generated from the catalogue: parley.promise_reminder. */
export type PromiseReminderTable = {
  workspace_id: string;
  promise_id: string;
  at: string;
  kind: 'before' | 'late';
  automatic: boolean;
  message_id: string;
};
