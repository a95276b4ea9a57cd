import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { carryOut, holdTable } from './carry-out.ts';

/** S11: the clocks of the table stood still for `ms` milliseconds; every date on it moves by as much. The request's lock is held. */
export async function restartClocks(
  tx: Tx,
  ctx: Context,
  by: Actor,
  requestId: string,
  ms: number,
  now: number,
): Promise<void> {
  await carryOut(tx, ctx, by, await holdTable(tx, requestId), [{ kind: 'clocks-moved', by: ms }], {}, now);
}
