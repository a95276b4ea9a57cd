import type { Handover } from '../../contract/handover.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { type LockedRequest, lockRequest } from '../requests/public.ts';
import { findHandover, requestOfHandover } from './handover.store.ts';

/** A handover under its request's lock: whoever comes second sees what the first one did. */
export async function heldHandover(tx: Tx, id: string): Promise<{ request: LockedRequest; handover: Handover }> {
  const requestId = await requestOfHandover(tx, id);
  if (!requestId) throw refused('not-found');
  const request = await lockRequest(tx, requestId);
  const handover = await findHandover(tx, id);
  if (!handover) throw refused('not-found');
  return { request, handover };
}
