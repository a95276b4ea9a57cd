import { guardOf } from '../../domain/forecasting/guard.ts';
import { STATED } from '../../domain/forecasting/suggest-dates.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { keptBy, refusalsOf, scored, suggestionsOf } from './forecast.store.ts';

/** P2: is what we state true? Chance stated against chance kept, over the last two years, and whether the last sixty drift. */
export async function calibrationOf(tx: Tx, now: number) {
  return {
    guard: guardOf(await scored(tx, now), STATED),
    suggestions: await suggestionsOf(tx, now),
    chances: await keptBy(tx, 'chance', now),
    months: await keptBy(tx, 'month', now),
    kinds: await keptBy(tx, 'kind', now),
    refusals: await refusalsOf(tx, now),
  };
}
