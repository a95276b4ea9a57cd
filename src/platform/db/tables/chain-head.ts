import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.chain_head. */
export type ChainHeadTable = {
  workspace_id: string;
  seq: Generated<number>;
  hash: Buffer;
};
