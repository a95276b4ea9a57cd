/** Generated from the catalogue: auth.membership. */
export type AuthMembershipTable = {
  user_id: string;
  workspace_id: string;
};
