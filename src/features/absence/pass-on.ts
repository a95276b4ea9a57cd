import { DAY, MINUTE } from '../../domain/shared/instant.ts';
import { newId } from '../../platform/db/ids.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { activeMember, passPromisesOn } from '../promises/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { changePeople, moveVisit } from '../visits/public.ts';
import { type Before, awayOf, insertPassing, ownersOf, takeBack } from './absence.store.ts';
import { theirs } from './theirs.ts';

export type Wish = {
  to: string;
  visits: string[];
  moveDays: number | null;
  promises: string[];
  requests: string[];
  steps: string[];
};
type Letter = {
  kind: 'visit' | 'request';
  id: string;
  about: 'substitute' | 'moved';
  clientName: string;
  text: string;
};
const UNDO = MINUTE;

/** S6: what is chosen changes hands at once, or all of it does not. Only what is theirs can be chosen. */
export async function passOn(
  tx: Tx,
  by: MemberActor,
  memberId: string,
  wish: Wish,
  now: number,
): Promise<{ id: string; undoUntil: string; letters: Letter[] }> {
  const to = await activeMember(tx, wish.to);
  if (to.id === memberId) throw refused('substitute-is-self');
  const all = await theirs(tx, memberId, now);
  const visits = all.visits.filter((v) => wish.visits.includes(v.id));
  const promises = all.promises.filter((p) => wish.promises.includes(p.id));
  const requests = [...all.requests, ...all.steps].filter((r) => [...wish.requests, ...wish.steps].includes(r.id));
  const before: Before = {
    visits: visits.map(({ id, people, from, to: until }) => ({ id, people: people.map((p) => p.id), from, to: until })),
    promises: promises.map(({ id, requestId }) => ({ id, requestId })),
    requests: [],
  };
  for (const { id } of requests.toSorted((a, b) => a.id.localeCompare(b.id)))
    before.requests.push({ id, ...(await giveRequest(tx, by, id, { memberId, to: to.id, name: to.name }, now)) });
  for (const { id, requestId } of promises) await passPromisesOn(tx, requestId, [id], to);
  for (const visit of before.visits)
    if (wish.moveDays === null) await changePeople(tx, by, visit.id, swapped(visit.people, memberId, to.id), now);
    else await moveVisit(tx, by, visit.id, { ...shifted(visit, wish.moveDays), why: all.name, slots: [] }, now);
  const id = newId(now);
  await insertPassing(tx, { id, memberId, toId: to.id, byId: by.id, before }, now);
  const data = { member: memberId, name: all.name, to: to.id, before: { ...before } };
  await append(tx, by, now, [{ kind: 'member.passed-on', data }]);
  const about = wish.moveDays === null ? ('substitute' as const) : ('moved' as const);
  return {
    id,
    undoUntil: iso(now + UNDO),
    letters: [
      ...visits
        .filter((v) => v.toldAt && v.contactId)
        .map((v) => ({ kind: 'visit' as const, id: v.id, about, clientName: v.clientName, text: v.purpose })),
      ...all.requests
        .filter((r) => wish.requests.includes(r.id))
        .map((r) => ({
          kind: 'request' as const,
          id: r.id,
          about: 'substitute' as const,
          clientName: r.clientName ?? '',
          text: `${r.ref} · ${r.text}`,
        })),
    ],
  };
}

/** The owner and the next step, where they are this person's; returns who it was. */
async function giveRequest(
  tx: Tx,
  by: MemberActor,
  id: string,
  { memberId, to, name }: { memberId: string; to: string; name: string },
  now: number,
) {
  const request = await lockRequest(tx, id);
  const was = await ownersOf(tx, id);
  const owner = was.ownerId === memberId ? { owner_id: to } : {};
  const step = was.nextOwnerId === memberId ? { next_owner_id: to } : {};
  await saveRequest(tx, request, { ...owner, ...step }, now);
  await append(tx, by, now, [
    { kind: 'request.assigned', requestId: id, clientId: request.clientId, data: { to, name } },
  ]);
  return was;
}

/** Within the minute, by whoever did it: everything is as it was. */
export async function undoPassOn(tx: Tx, by: MemberActor, id: string, now: number): Promise<void> {
  const done = await takeBack(tx, id, now);
  if (!done) throw refused('not-found');
  if (done.byId !== by.id) throw refused('not-allowed', { needs: 'lead' });
  if (now > done.at + UNDO) throw refused('undo-too-late');
  const member = await awayOf(tx, done.memberId);
  if (!member) throw refused('not-found');
  for (const { id: requestId, ownerId, nextOwnerId } of done.before.requests) {
    const request = await lockRequest(tx, requestId);
    await saveRequest(tx, request, { owner_id: ownerId, next_owner_id: nextOwnerId }, now);
    const data = { to: ownerId, name: member.name };
    await append(tx, by, now, [{ kind: 'request.assigned', requestId, clientId: request.clientId, data }]);
  }
  for (const p of done.before.promises) await passPromisesOn(tx, p.requestId, [p.id], member);
  for (const visit of done.before.visits) {
    const back = await changePeople(tx, by, visit.id, visit.people, now);
    if (back.from !== visit.from) await moveVisit(tx, by, visit.id, { ...visit, why: member.name, slots: [] }, now);
  }
  await append(tx, by, now, [{ kind: 'member.passing-undone', data: { passing: id, member: done.memberId } }]);
}

const swapped = (people: readonly string[], from: string, to: string): string[] => [
  ...new Set(people.map((id) => (id === from ? to : id))),
];

/** The same hour so many days later. */
const shifted = (visit: { from: string; to: string }, days: number) => ({
  from: iso(instant(visit.from) + days * DAY),
  to: iso(instant(visit.to) + days * DAY),
});
