import type { Generated } from 'kysely';

/** Generated from the catalogue: auth.session. */
export type AuthSessionTable = {
  id: string;
  userId: string;
  token: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
};
