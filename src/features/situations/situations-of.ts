import type { Situations } from '../../contract/situations.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { claimsOf, heatedOf, unsaidOf } from './situations.store.ts';

/** What is awkward about a request, as our side sees it. */
export const situationsOf = async (tx: Tx, requestId: string, now: number): Promise<Situations> => ({
  heated: await heatedOf(tx, requestId, now),
  claims: await claimsOf(tx, requestId),
  unsaid: await unsaidOf(tx, requestId),
});
