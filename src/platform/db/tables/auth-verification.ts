import type { Generated } from 'kysely';

/** Generated from the catalogue: auth.verification. */
export type AuthVerificationTable = {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
};
