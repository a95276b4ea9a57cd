import type { NegotiationEvent } from '../../domain/negotiation/events.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { LockedRequest } from '../requests/public.ts';
import {
  closeRound,
  insertPause,
  insertRound,
  insertStance,
  setPauseState,
  updateOption,
  voidStances,
  voidStancesOf,
} from './option.store.ts';
import { moveClocks } from './table-clocks.store.ts';

type Person = { readonly id: string; readonly name: string };

/**
 * Writes an event into the rows that pages read. The rows follow the events and never lead: replaying the ledger gives the same
 * table (I7). Drafting and wording an option also freeze its text, which the use case does itself.
 */
export async function project(
  tx: Tx,
  request: LockedRequest,
  by: Person | null,
  event: NegotiationEvent,
  now: number,
): Promise<void> {
  const clientId = request.clientId ?? '';
  switch (event.kind) {
    case 'option-drafted':
    case 'several-work':
    case 'picked':
      return;
    case 'option-edited':
      await voidStances(tx, event.optionId, now);
      if (event.wasAgreed) await updateOption(tx, event.optionId, { state: 'on-the-table' });
      return;
    case 'option-tabled':
      return updateOption(tx, event.optionId, {
        state: 'on-the-table',
        tabled_at: iso(now),
        expires_at: iso(event.expiresAt),
        ...(event.roundId ? { round_id: event.roundId } : {}),
      });
    case 'option-brought-back':
      await voidStances(tx, event.optionId, now);
      return updateOption(tx, event.optionId, { state: 'draft', changed_why: event.changedWhy });
    case 'option-withdrawn':
      return updateOption(tx, event.optionId, { state: 'withdrawn' });
    case 'option-declined':
      return updateOption(tx, event.optionId, { state: 'declined' });
    case 'option-expired':
      return updateOption(tx, event.optionId, { state: 'expired' });
    case 'option-superseded':
      return updateOption(tx, event.optionId, { state: 'superseded' });
    case 'agreed':
      return updateOption(tx, event.optionId, { state: 'agreed' });
    case 'round-opened': {
      const { roundId: id, number, reveal, closesAt, optionIds } = event;
      await insertRound(
        tx,
        {
          id,
          requestId: request.id,
          clientId,
          number,
          reveal,
          oneOptionWhy: event.oneOptionWhy ?? null,
          closesAt: iso(closesAt),
        },
        now,
      );
      for (const optionId of optionIds) await updateOption(tx, optionId, { round_id: id });
      return;
    }
    case 'round-closed':
      return closeRound(tx, event.roundId, event.outcome, now);
    case 'stance-taken': {
      const { side, personId, hash, kind, words, wouldWork } = event.stance;
      await voidStancesOf(tx, event.optionId, [...event.replaces, personId], now);
      const text = { words: words ?? null, wouldWork: wouldWork ?? null };
      return insertStance(
        tx,
        {
          id: newId(now),
          optionId: event.optionId,
          requestId: request.id,
          clientId,
          hash,
          side,
          kind,
          ...text,
          byId: personId,
          byName: by?.name ?? '',
        },
        now,
      );
    }
    case 'stance-withdrawn':
      if (event.wasAgreed) await updateOption(tx, event.optionId, { state: 'on-the-table' });
      return voidStancesOf(tx, event.optionId, [event.personId], now);
    case 'paused': {
      const { missing, ourPeople, theirPeople, resumeAt, personId } = event;
      return insertPause(
        tx,
        {
          id: newId(now),
          requestId: request.id,
          clientId: request.clientId,
          missing,
          ourPeople: [...ourPeople],
          theirPeople: [...theirPeople],
          resumeAt: iso(resumeAt),
          byId: personId,
        },
        now,
      );
    }
    case 'clocks-moved':
      return moveClocks(tx, request.id, event.by);
    case 'resumed':
      return setPauseState(tx, request.id, 'resumed');
    case 'pause-lapsed':
      return setPauseState(tx, request.id, 'lapsed');
  }
}
