import type { Clash } from '../../contract/visits.ts';
import { checkWindow, isOpenVisit, moveVisit as decide } from '../../domain/visits/outcome.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { findPromise, replacePromise } from '../promises/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { forgetSettled } from './clash.store.ts';
import { clashEvents, clashesFor } from './clashes.ts';
import { type Waiting, nextOf } from './end-visit.ts';
import { peopleOf, windowOf } from './plan-visit.ts';
import { type VisitRecord, findVisit, holdPlan, lockVisit, setPeople, setSlots, updateVisit } from './visit.store.ts';

type Slot = { from: string; to: string };
export type VisitMove = Slot & { why: string; slots: Slot[] };

/** S13: the same visit at another time; the client confirms anew. Clashes of the new time are shown and told, never silent (S3). */
export async function moveVisit(
  tx: Tx,
  by: MemberActor,
  id: string,
  move: VisitMove,
  now: number,
): Promise<{ clashes: Clash[]; next: Waiting[] }> {
  const before = await hold(tx, id, now);
  const state = accepted(decide(before.state, before.window, windowOf(move), move.why, now));
  for (const slot of move.slots) accepted(checkWindow(windowOf(slot), now));
  await follow(tx, by, before, move, now);
  const unconfirmed = { confirmed_by: null, confirmed_at: null, ended_at: null };
  const window = { starts_at: move.from, ends_at: move.to };
  await updateVisit(tx, id, { state, ...window, ...unconfirmed, sequence: before.sequence + 1 }, now);
  await setSlots(tx, before, move.slots.map(windowOf));
  await forgetSettled(tx, id);
  const visit = await findVisit(tx, id);
  const clashes = await clashesFor(tx, visit);
  const { requestId, clientId } = visit;
  const data = { visit: id, text: move.why, from: move.from, to: move.to, before: before.window };
  await append(tx, by, now, [
    { kind: 'visit.moved', requestId, clientId, audience: 'both', data },
    ...(await clashEvents(tx, visit, clashes)),
  ]);
  return { clashes, next: await nextOf(tx, before) };
}

/** A promise that hangs on the visit moves with it while that is still in time (P1); afterwards it says what it says. */
async function follow(tx: Tx, by: MemberActor, visit: VisitRecord, move: VisitMove, now: number): Promise<void> {
  const promise = visit.promiseId ? await findPromise(tx, visit.promiseId) : null;
  const open = promise?.state === 'given' || promise?.state === 'at-risk';
  if (!promise || !open || now >= instant(promise.due) || instant(promise.due) === instant(move.to)) return;
  const next = await replacePromise(tx, by, promise.id, { due: move.to, why: move.why }, now);
  await updateVisit(tx, visit.id, { promise_id: next.id }, now);
}

/** Who of ours comes instead. */
export async function changePeople(
  tx: Tx,
  by: MemberActor,
  id: string,
  memberIds: readonly string[],
  now: number,
): Promise<{ clashes: Clash[]; from: string }> {
  const before = await hold(tx, id, now);
  if (!isOpenVisit(before.state) && before.state !== 'blocked')
    throw refused('visit-has-ended', { state: before.state });
  const people = await peopleOf(tx, memberIds);
  await setPeople(tx, before, people);
  await updateVisit(tx, id, { sequence: before.sequence + 1 }, now);
  await forgetSettled(tx, id);
  const visit = await findVisit(tx, id);
  const clashes = await clashesFor(tx, visit);
  const { requestId, clientId } = visit;
  const data = { visit: id, name: people.map((p) => p.name).join(', '), people: [...memberIds], before: before.people };
  await append(tx, by, now, [
    { kind: 'visit.people-changed', requestId, clientId, audience: 'both', data },
    ...(await clashEvents(tx, visit, clashes)),
  ]);
  return { clashes, from: iso(visit.window.from) };
}

/** Locks in the order of the house: request, the plan, the visit. */
async function hold(tx: Tx, id: string, now: number): Promise<VisitRecord> {
  const { requestId } = await findVisit(tx, id);
  if (requestId) await saveRequest(tx, await lockRequest(tx, requestId), {}, now);
  await holdPlan(tx);
  return lockVisit(tx, id);
}
