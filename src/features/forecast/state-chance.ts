import { DEFAULTS } from '../../domain/forecasting/parameters.ts';
import { STATED, targetFor } from '../../domain/forecasting/suggest-dates.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { askedRequest, insertForecast, type Stated } from './forecast.store.ts';
import { whatIsKnown } from './suggest-date.ts';

/** What the records say about a date at the moment it is promised: the chance of that very date, and what would have been suggested (P2). */
export type Statement = Omit<Stated, 'promiseId'> & { readonly target: number };

export async function stateChance(tx: Tx, requestId: string, due: number, now: number): Promise<Statement | null> {
  const request = await askedRequest(tx, requestId);
  if (!request) return null;
  const { said, chance, guard, from, calendar } = await whatIsKnown(tx, request, now);
  const dates = said.ok ? said.value : null;
  return {
    requestId,
    clientId: request.clientId,
    kind: request.kind,
    due,
    chance: dates ? chance(due) : null,
    refusal: said.ok ? null : said.refusal.code,
    nineOfTen: dates?.nineOfTen ?? null,
    half: dates?.half ?? null,
    target: targetFor(now, due, dates?.half ?? null),
    basis: {
      ...dates?.basis,
      alike: request.alike.split('\u001F'),
      from,
      calendar,
      readAt: guard.readAt,
      parameters: DEFAULTS,
    },
  };
}

/** Kept beside the promise for good: later changes of calendar, groups or parameters never rewrite what was said. */
export const keepStatement = (tx: Tx, promiseId: string, said: Statement, now: number) =>
  insertForecast(tx, { ...said, promiseId }, now);

/** A date that came with an agreed option was stated when the option was worded; signing it promises that very date. */
export const keepDateOfOption = (
  tx: Tx,
  p: { promiseId: string; requestId: string; clientId: string | null; kind: string; half: number; nineOfTen: number },
  now: number,
): Promise<void> =>
  insertForecast(tx, { ...p, due: p.nineOfTen, chance: STATED, refusal: null, basis: { option: true } }, now);
