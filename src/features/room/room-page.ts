import type { RoomPage } from '../../contract/room.ts';
import { fate } from '../../domain/triage/fate.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ContactActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { maySee } from '../../platform/http/room-policy.ts';
import { datedForRoom, roomPromises } from './room-promises.store.ts';
import { shownShifts } from '../client-promises/public.ts';
import { accordsOf } from '../accords/public.ts';
import { latestClosing } from '../closing/public.ts';
import { roomConflictOf } from '../conflict/public.ts';
import { entriesOf } from '../listening/public.ts';
import { methodChangesOf } from '../method-change/public.ts';
import { pausesOf, tableForRoom } from '../negotiation/public.ts';
import { refOf } from '../requests/public.ts';
import { claimFormWaits } from '../situations/public.ts';
import { contactName, meIn, ownPlacement, roomMessages, roomNames, roomRequestRow } from './room-page.store.ts';

/** One request from the client's side of the table, read by the room's own role. */
export async function roomPage(tx: Tx, actor: ContactActor, id: string, now: number): Promise<RoomPage> {
  maySee(actor, id);
  const row = await roomRequestRow(tx, id);
  if (!row) throw refused('not-found');
  const placed = await ownPlacement(tx, id);
  const entries = await entriesOf(tx, id, actor.clientId);
  const table = await tableForRoom(tx, id, entries);
  return {
    id: row.id,
    ref: refOf(row.ref),
    version: row.version,
    subject: row.subject,
    phase: row.phase,
    talk: row.talk,
    ball: row.ball,
    nextDue: row.next_due,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    ...(await roomNames(tx, actor)),
    me: meIn(actor),
    choosing: row.choosing,
    decides: row.decision_maker_id
      ? { me: row.decision_maker_id === actor.id, name: await contactName(tx, row.decision_maker_id) }
      : null,
    theirPlacement: placed ? { ...placed, fate: fate(placed.reasonable, placed.possible) } : null,
    entries,
    rounds: table.rounds,
    options: table.options.map((o) => ({ ...o, mine: o.side === 'theirs' })),
    pauses: await pausesOf(tx, id),
    accords: await accordsOf(tx, id),
    promises: await promisesWithShifts(tx, id, now),
    closing: await latestClosing(tx, id),
    conflict: await roomConflictOf(tx, id),
    methodChanges: await methodChangesOf(tx, id, table.options),
    claimForm: await claimFormWaits(tx, id),
    messages: await roomMessages(tx, id),
  };
}

/** P5: where something of theirs is late, the date of ours that waits for it is shown as it moves. */
async function promisesWithShifts(tx: Tx, id: string, now: number): Promise<RoomPage['promises']> {
  const shifts = shownShifts(await datedForRoom(tx, id), now);
  return (await roomPromises(tx, id)).map((p) => {
    const moved = shifts.find((s) => s.promiseId === p.id);
    return { ...p, shift: moved ? { to: moved.to, because: moved.because } : null };
  });
}
