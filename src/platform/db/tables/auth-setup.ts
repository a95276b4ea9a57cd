import type { Generated } from 'kysely';

/** Generated from the catalogue: auth.setup. */
export type AuthSetupTable = {
  only_one: Generated<boolean>;
  token_hash: Buffer;
  done_at: string | null;
};
