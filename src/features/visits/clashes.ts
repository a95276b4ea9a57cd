import type { Clash, Visit } from '../../contract/visits.ts';
import { type Planned, clashesOf } from '../../domain/visits/clash.ts';
import { isOpenVisit } from '../../domain/visits/outcome.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { type NewEvent } from '../../platform/ledger/append.ts';
import { pairKey, settledClashes } from './clash.store.ts';
import { type VisitRecord, visitsIn } from './visit.store.ts';

/** S3: what this visit runs into, with the other visit in words and what the people said about it. */
export async function clashesFor(tx: Tx, visit: Planned): Promise<Clash[]> {
  const windows = [visit.window, ...visit.held];
  const from = Math.min(...windows.map((w) => w.from));
  const to = Math.max(...windows.map((w) => w.to));
  const others = await visitsIn(tx, { from, to });
  return inWords(visit, others, await settledClashes(tx, [visit.id]));
}

/** A list of visits with the clashes of each; the others are looked for in the whole firm. */
export async function withClashes(tx: Tx, visits: readonly VisitRecord[]): Promise<Visit[]> {
  const open = visits.filter((v) => isOpenVisit(v.state));
  const windows = open.flatMap((v) => [v.window, ...v.held]);
  if (windows.length === 0) return visits.map((v) => toWire(v, []));
  const from = Math.min(...windows.map((w) => w.from));
  const to = Math.max(...windows.map((w) => w.to));
  const others = await visitsIn(tx, { from, to });
  const settled = await settledClashes(
    tx,
    open.map((v) => v.id),
  );
  return visits.map((v) => toWire(v, isOpenVisit(v.state) ? inWords(v, others, settled) : []));
}

/** What one of ours still has ahead in a period. */
export async function openVisitsOf(tx: Tx, memberId: string, from: number, to: number): Promise<Visit[]> {
  const mine = await visitsIn(tx, { from, to, memberId });
  return withClashes(
    tx,
    mine.filter((v) => isOpenVisit(v.state)),
  );
}

function inWords(visit: Planned, others: readonly VisitRecord[], settled: ReadonlyMap<string, string>): Clash[] {
  const open = others.filter((o) => isOpenVisit(o.state));
  const byId = new Map(open.map((o) => [o.id, o]));
  return clashesOf(visit, open).flatMap(({ kind, otherId, people }) => {
    const other = byId.get(otherId);
    if (!other) return [];
    const named = people.length > 0 ? other.names.filter((n) => people.includes(n.id)) : other.names;
    return {
      kind,
      otherId,
      clientName: other.clientName,
      purpose: other.purpose,
      from: iso(other.window.from),
      to: iso(other.window.to),
      people: named.map((n) => n.name),
      settled: settled.get(pairKey(visit.id, otherId)) ?? null,
    };
  });
}

/** S3: both owners are told – each request's timeline names the other visit. */
export async function clashEvents(tx: Tx, visit: VisitRecord, clashes: readonly Clash[]): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  const others = clashes.length > 0 ? await visitsIn(tx, spanOf(clashes)) : [];
  for (const clash of clashes) {
    const other = others.find((o) => o.id === clash.otherId);
    const told = (mine: VisitRecord, theirs: VisitRecord): NewEvent => ({
      kind: 'visit.clash-found',
      requestId: mine.requestId,
      clientId: mine.clientId,
      data: {
        visit: mine.id,
        other: theirs.id,
        clash: clash.kind,
        text: `${theirs.clientName}: ${theirs.purpose}`,
      },
    });
    if (other) events.push(told(visit, other), told(other, visit));
  }
  return events;
}

const spanOf = (clashes: readonly Clash[]) => ({
  from: Math.min(...clashes.map((c) => Date.parse(c.from))),
  to: Math.max(...clashes.map((c) => Date.parse(c.to))),
});

const toWire = (v: VisitRecord, clashes: Clash[]): Visit => ({
  id: v.id,
  clientId: v.clientId,
  clientName: v.clientName,
  requestId: v.requestId,
  ref: v.ref,
  contactId: v.contactId,
  contactName: v.contactName,
  promiseId: v.promiseId,
  purpose: v.purpose,
  remote: v.remote,
  place: v.place,
  system: v.system,
  from: iso(v.window.from),
  to: iso(v.window.to),
  zone: v.zone,
  state: v.state,
  toldAt: v.toldAt,
  toldAgain: v.toldSequence !== null && v.toldSequence < v.sequence,
  proxyName: v.proxyName,
  words: v.words,
  people: [...v.names],
  slots: v.held.map((s) => ({ from: iso(s.from), to: iso(s.to) })),
  clashes,
});
