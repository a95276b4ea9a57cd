import type { Generated } from 'kysely';

/** Generated from the catalogue: auth.account. */
export type AuthAccountTable = {
  id: string;
  userId: string;
  accountId: string;
  providerId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
};
