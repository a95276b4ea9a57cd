import { fate } from '../../domain/triage/fate.ts';
import { place } from '../../domain/triage/place.ts';
import type { Fate, Placement } from '../../domain/triage/words.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { accepted } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { type LockedRequest, expectVersion, lockRequest, saveRequest } from '../requests/public.ts';
import { standBefore } from './obstacle.store.ts';
import { insertPlacement, latestOf, placementsOf } from './triage.store.ts';

/** T1, T2, T10: one side says where it sees the request; every move is history, the first position is kept. */
async function placeSide(
  tx: Tx,
  by: Actor,
  request: LockedRequest,
  placement: Placement,
  clause: string | null,
  now: number,
): Promise<number> {
  const history = await placementsOf(tx, request.id);
  const ours = latestOf(history, 'ours');
  const theirs = latestOf(history, 'theirs');
  const state = { phase: request.phase, now: { ...(ours ? { ours } : {}), ...(theirs ? { theirs } : {}) } };
  const [placed] = accepted(place(state, placement));
  if (!placed) return request.version;
  const { reasonable, possible } = placed.placement;
  await insertPlacement(
    tx,
    {
      id: newId(now),
      requestId: request.id,
      clientId: request.clientId,
      placement: placed.placement,
      clause,
      first: placed.first,
      byId: by.id,
    },
    now,
  );
  const change =
    placement.side === 'ours'
      ? { reasonable, possible, fate: placed.to }
      : { their_reasonable: reasonable, their_possible: possible };
  const version = await saveRequest(tx, request, change, now);
  await append(tx, by, now, [
    {
      kind: placement.side === 'ours' ? 'request.placed' : 'request.placed-by-client',
      requestId: request.id,
      clientId: request.clientId,
      audience: placement.side === 'ours' ? 'ours' : 'both',
      data: { ...placed.placement, from: placed.from, to: placed.to, first: placed.first, clause },
    },
  ]);
  return version;
}

export async function placeRequest(
  tx: Tx,
  by: Actor,
  requestId: string,
  placement: Omit<Placement, 'side'>,
  clause: string | null,
  ifMatch: string,
  now: number,
): Promise<{ fate: Fate; version: number }> {
  const request = await lockRequest(tx, requestId);
  expectVersion(request, ifMatch);
  const version = await placeSide(tx, by, request, { ...placement, side: 'ours' }, clause, now);
  const { possible, possibleKind: kind, evidence } = placement;
  const obstacle = possible === 'no' && kind && evidence ? { kind, text: evidence } : null;
  await standBefore(tx, requestId, obstacle, by.id, now);
  return { fate: fate(placement.reasonable, placement.possible), version };
}

/** T1: nothing is known to stand in its way any more: the possible axis is open again, the reasonable one stays as it was. */
export async function placeAgain(
  tx: Tx,
  by: Actor,
  request: LockedRequest,
  reason: string,
  now: number,
): Promise<void> {
  const before = latestOf(await placementsOf(tx, request.id), 'ours');
  const { reasonable = 'unknown', reasonableKind } = before ?? {};
  const kind = reasonableKind ? { reasonableKind } : {};
  await placeSide(tx, by, request, { side: 'ours', reasonable, ...kind, possible: 'unknown', reason }, null, now);
}

/** T19: the client places the request themselves; where the two sides differ is the first thing to talk about. */
export async function placeByClient(
  tx: Tx,
  by: Actor,
  requestId: string,
  placement: Omit<Placement, 'side'>,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  await placeSide(tx, by, request, { ...placement, side: 'theirs' }, null, now);
}
