import type { VisitOutcome, VisitState } from '../../domain/visits/words.ts';
import { nextThatDay } from '../../domain/visits/day.ts';
import { endVisit as decide, isOpenVisit } from '../../domain/visits/outcome.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { addNote } from '../conversation/public.ts';
import { findPromise, settlePromise } from '../promises/public.ts';
import { type VisitRecord, findVisit, lockVisit, setSlots, updateVisit, visitsIn } from './visit.store.ts';

export type Ending = { outcome: VisitOutcome; words: string; proxyName: string; minutes: number };
export type Waiting = { id: string; clientName: string; from: string };

/** S8, S13: what became of the visit – one act. Time spent is counted on the request (T20), a promise that hung on it ends as kept (P1). */
export async function endVisit(
  tx: Tx,
  by: MemberActor,
  id: string,
  end: Ending,
  now: number,
): Promise<{ state: VisitState; next: Waiting[] }> {
  const { requestId } = await findVisit(tx, id);
  if (requestId && (end.minutes > 0 || end.words)) {
    const body = end.words || (await findVisit(tx, id)).purpose;
    await addNote(tx, by, requestId, { channel: 'visit', body, minutes: end.minutes, shared: false }, now);
  }
  const visit = await lockVisit(tx, id);
  const state = accepted(decide(visit.state, visit.window, end, now));
  const called = state === 'called-off' ? { sequence: visit.sequence + 1 } : {};
  const said = { outcome_words: end.words || null, proxy_name: end.proxyName || null, ended_at: iso(now) };
  await updateVisit(tx, id, { state, ...said, ...called }, now);
  await setSlots(tx, visit, []);
  if (state !== 'blocked' && state !== 'called-off') await keep(tx, by, visit, end, now);
  const { clientId, purpose } = visit;
  const data = { visit: id, text: end.words || purpose, proxy: end.proxyName || null, minutes: end.minutes };
  await append(tx, by, now, [{ kind: `visit.${state}`, requestId, clientId, audience: 'both', data }]);
  return { state, next: await nextOf(tx, visit) };
}

/** The visit took place in its window as far as we know; what is told later than that does not make the promise late. */
async function keep(tx: Tx, by: MemberActor, visit: VisitRecord, end: Ending, now: number): Promise<void> {
  const promise = visit.promiseId ? await findPromise(tx, visit.promiseId) : null;
  if (!promise || (promise.state !== 'given' && promise.state !== 'at-risk')) return;
  const at = iso(Math.min(now, instant(promise.due)));
  const evidence = [visit.purpose, end.proxyName, end.words].filter(Boolean).join(' – ').slice(0, 500);
  await settlePromise(tx, by, promise.id, { outcome: 'kept', evidence, missReason: null, at }, now);
}

/** S8: the next client of each of its people that day. */
export async function nextOf(tx: Tx, visit: VisitRecord): Promise<Waiting[]> {
  const { from } = visit.window;
  const that = (await visitsIn(tx, { from: from - DAY, to: from + DAY })).filter((v) => isOpenVisit(v.state));
  return nextThatDay(visit, that, visit.zone)
    .filter((v) => v.clientId !== visit.clientId)
    .map((v) => ({ id: v.id, clientName: v.clientName, from: iso(v.window.from) }));
}
