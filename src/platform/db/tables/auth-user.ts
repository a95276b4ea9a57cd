import type { Generated } from 'kysely';

/** Generated from the catalogue: auth.user. */
export type AuthUserTable = {
  id: string;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  image: string | null;
  lang: Generated<string>;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
};
