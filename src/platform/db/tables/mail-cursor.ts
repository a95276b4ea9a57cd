/** Generated from the catalogue: parley.mail_cursor. */
export type MailCursorTable = {
  workspace_id: string;
  mailbox_id: string;
  uid_validity: number;
  last_uid: number;
};
