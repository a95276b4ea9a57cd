import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.member. */
export type MemberTable = {
  workspace_id: string;
  id: string;
  user_id: string | null;
  name: string;
  email: string;
  role: 'owner' | 'lead' | 'agent';
  lang: Generated<string>;
  may_hours: Generated<number>;
  may_money_minor: Generated<number>;
  may_kinds: Generated<string[]>;
  absent_from: string | null;
  absent_until: string | null;
  substitute_id: string | null;
  active: Generated<boolean>;
  created_at: Generated<string>;
};
