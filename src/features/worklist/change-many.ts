import type { output } from 'zod';
import type { changeMany as wire } from '../../contract/worklist.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { Refused } from '../../platform/http/refused.ts';
import { assignRequest, describeRequest, refsOf } from '../requests/public.ts';
import { snoozeRequest, watchRequest } from './attention.ts';

type Body = output<NonNullable<(typeof wire)['body']>>;
type Act = Body['act'];
type Outcome = { done: number; refused: { id: string; ref: string; code: string }[] };

/**
 * One act for many requests, each decided for itself: every act decides before it writes, so a refused one leaves nothing behind and
 * the rest goes on. Taken in the order of their ids, so that two people who change many at once cannot lock each other out.
 */
export async function changeMany(tx: Tx, by: MemberActor, { ids, act }: Body, now: number): Promise<Outcome> {
  const refs = await refsOf(tx, ids);
  const outcome: Outcome = { done: 0, refused: [] };
  for (const id of [...new Set(ids)].toSorted()) {
    try {
      await one(tx, by, id, act, now);
      outcome.done += 1;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      outcome.refused.push({ id, ref: refs.get(id) ?? '?', code: error.refusal.code });
    }
  }
  return outcome;
}

function one(tx: Tx, by: MemberActor, id: string, act: Act, now: number): Promise<void> {
  switch (act.kind) {
    case 'assign':
      return assignRequest(tx, by, id, act.ownerId, now);
    case 'describe':
      return describeRequest(tx, by, id, act.as, now);
    case 'watch':
      return watchRequest(tx, by, id, act.on, now);
    case 'snooze':
      return snoozeRequest(tx, by, id, act.until, now);
  }
}
