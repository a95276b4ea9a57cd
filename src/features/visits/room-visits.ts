import type { z } from 'zod';
import type { RoomVisit } from '../../contract/visits.ts';
import { confirmVisit as decide } from '../../domain/visits/confirm.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ContactActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { moveWithClient } from '../promises/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { roomVisitRows } from './room-visits.store.ts';
import { findVisit, lockVisit, setSlots, updateVisit } from './visit.store.ts';

/** The client's visits as they were told of them; a link for one request shows that request's only. */
export const roomVisits = (tx: Tx, actor: ContactActor): Promise<z.infer<typeof RoomVisit>[]> =>
  roomVisitRows(tx, actor.requestId);

/** S13: the time suits us, or another one that was offered: picking is accepting, and both sides see it at once. */
export async function confirmVisit(
  tx: Tx,
  by: ContactActor,
  id: string,
  from: string,
  now: number,
): Promise<{ from: string; to: string }> {
  const seen = await findVisit(tx, id);
  const { requestId, clientId } = seen;
  if (!seen.toldAt || (by.requestId && by.requestId !== requestId)) throw refused('not-found');
  if (by.may === 'see') throw refused('not-allowed');
  if (requestId) await saveRequest(tx, await lockRequest(tx, requestId), {}, now);
  const visit = await lockVisit(tx, id);
  const picked = accepted(decide(visit, instant(from), now));
  const another = picked.from !== visit.window.from;
  const window = { starts_at: iso(picked.from), ends_at: iso(picked.to) };
  const sequence = another ? { sequence: visit.sequence + 1 } : {};
  await updateVisit(
    tx,
    id,
    { state: 'confirmed', ...window, ...sequence, confirmed_by: by.id, confirmed_at: iso(now) },
    now,
  );
  await setSlots(tx, visit, []);
  if (another && visit.promiseId) await moveWithClient(tx, visit.promiseId, window.ends_at);
  const kind = another ? 'visit.slot-picked' : 'visit.confirmed';
  const data = { visit: id, text: visit.purpose, from: window.starts_at, to: window.ends_at };
  await append(tx, by, now, [{ kind, requestId, clientId, audience: 'both', data }]);
  return { from: window.starts_at, to: window.ends_at };
}
