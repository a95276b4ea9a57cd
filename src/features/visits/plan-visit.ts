import type { Clash } from '../../contract/visits.ts';
import { checkWindow } from '../../domain/visits/outcome.ts';
import { isKnownZone } from '../../domain/calendar/zone.ts';
import { newId } from '../../platform/db/ids.ts';
import { instant } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { findClient, findContact } from '../clients/public.ts';
import { activeMember, makePromise } from '../promises/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { clashEvents, clashesFor } from './clashes.ts';
import { findVisit, holdPlan, insertVisit, setPeople, setSlots } from './visit.store.ts';

type Slot = { from: string; to: string };
export type VisitPlan = {
  clientId: string;
  requestId: string | null;
  contactId: string | null;
  purpose: string;
  remote: boolean;
  place: string | null;
  system: string | null;
  from: string;
  to: string;
  zone: string;
  memberIds: string[];
  slots: Slot[];
  promise: boolean;
  despite: string | null;
};

export const windowOf = (slot: Slot) => ({ from: instant(slot.from), to: instant(slot.to) });

/**
 * S3: who goes where, when and for what. A clash is not forbidden – two teams may come on purpose – but it is planned knowingly,
 * with a reason, and the people of both visits are told.
 */
export async function planVisit(
  tx: Tx,
  by: MemberActor,
  plan: VisitPlan,
  now: number,
): Promise<{ id: string; clashes: Clash[] }> {
  const request = await partiesFit(tx, plan);
  for (const slot of [plan, ...plan.slots]) accepted(checkWindow(windowOf(slot), now));
  const people = await peopleOf(tx, plan.memberIds);
  await holdPlan(tx);
  const id = newId(now);
  const held = plan.slots.map(windowOf);
  const clashes = await clashesFor(tx, { ...plan, id, people: plan.memberIds, window: windowOf(plan), held });
  if (clashes.length > 0 && plan.despite === null) throw refused('visit-clashes', { n: clashes.length });
  const promiseId = plan.promise ? await promised(tx, by, plan, now) : null;
  await insertVisit(tx, { ...plan, id, promiseId, byId: by.id }, now);
  await setPeople(tx, { id, clientId: plan.clientId }, people);
  await setSlots(tx, { id, clientId: plan.clientId }, held);
  if (request) await saveRequest(tx, request, {}, now);
  const visit = await findVisit(tx, id);
  const { clientId, requestId, purpose, from, to, zone, despite, memberIds } = plan;
  const data = { visit: id, text: purpose, from, to, zone, people: memberIds, despite };
  await append(tx, by, now, [
    { kind: 'visit.planned', requestId, clientId, data },
    ...(await clashEvents(tx, visit, clashes)),
  ]);
  return { id, clashes };
}

/** Request, contact and client belong together. */
async function partiesFit(tx: Tx, plan: VisitPlan) {
  if (!isKnownZone(plan.zone)) throw refused('zone-unknown', { zone: plan.zone });
  if (!(await findClient(tx, plan.clientId))) throw refused('not-found');
  const contact = plan.contactId ? await findContact(tx, plan.contactId) : null;
  if (plan.contactId && contact?.clientId !== plan.clientId) throw refused('not-found');
  if (!plan.requestId) return null;
  const request = await lockRequest(tx, plan.requestId);
  if (request.clientId !== plan.clientId) throw refused('not-found');
  if (request.phase === 'closed') throw refused('request-is-closed');
  return request;
}

export async function peopleOf(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const people: { id: string; name: string }[] = [];
  for (const id of new Set(ids)) people.push(await activeMember(tx, id));
  return people.map(({ id, name }) => ({ id, name }));
}

/** P1, T15: the visit as a promise of the person who plans it; it stands and falls with their own authority. */
async function promised(tx: Tx, by: MemberActor, plan: VisitPlan, now: number): Promise<string> {
  if (!plan.requestId) throw refused('promise-needs-request');
  const { purpose: text, to: due, zone: dueZone } = plan;
  const wish = { side: 'ours', kind: 'visit', text, due, dueZone, source: 'call', hours: 0, moneyMinor: 0 } as const;
  const open = { openQuestionsWhy: 'a visit clears them up', dependsOn: null };
  return (await makePromise(tx, by, plan.requestId, { ...wish, ...open }, now)).id;
}
