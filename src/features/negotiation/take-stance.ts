import type { StanceKind } from '../../domain/negotiation/words.ts';
import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { nextOfficeDay } from '../clients/public.ts';
import { stepWords } from '../requests/public.ts';
import { carryOut, decideAll, holdTable } from './carry-out.ts';
import { readOurs } from './second-reader.ts';
import { pausesOf } from './table.store.ts';

export type Answer = {
  optionId: string;
  hash: string;
  kind: StanceKind;
  words: string | null;
  wouldWork: string | null;
  sendAnyway?: { reason: string } | undefined;
};

/** T7: a side says what works, on the exact wording it saw. Both saying “works” on the same wording is an agreement, and only that. */
export async function takeStance(
  tx: Tx,
  ctx: Context,
  by: Actor,
  requestId: string,
  answer: Answer,
  now: number,
): Promise<{ agreed: boolean; accordId: string | null }> {
  const held = await holdTable(tx, requestId);
  const side = by.kind === 'contact' ? 'theirs' : 'ours';
  const { optionId, hash, kind, words, wouldWork, sendAnyway } = answer;
  await readOurs(tx, by, held.request, { door: 'stance', fields: { words, wouldWork }, sendAnyway }, now);
  const stance = { optionId, hash, kind, ...(words ? { words } : {}), ...(wouldWork ? { wouldWork } : {}) };
  const events = decideAll(held.table, [{ kind: 'take-stances', side, personId: by.id, stances: [stance] }], now);
  const agreed = events.some((e) => e.kind === 'agreed');
  const step = agreed ? 'sign-accord' : side === 'theirs' ? 'look-at-answer' : null;
  const ball = agreed || side === 'theirs' ? ('ours' as const) : undefined;
  const next = step ? { next_step: await stepWords(tx, step), next_due: iso(await nextOfficeDay(tx, now)) } : {};
  const outcome = await carryOut(tx, ctx, by, held, events, { ...next, ...(ball ? { ball } : {}) }, now);
  return { agreed: outcome.agreed, accordId: outcome.accordId };
}

/** Several options work for both: each side picks one, on the wording it saw; the same one picked twice is the agreement. */
export async function pickOption(
  tx: Tx,
  ctx: Context,
  by: Actor,
  requestId: string,
  choice: { optionId: string; hash: string },
  now: number,
): Promise<{ agreed: boolean; accordId: string | null }> {
  const held = await holdTable(tx, requestId);
  const side = by.kind === 'contact' ? 'theirs' : 'ours';
  const events = decideAll(held.table, [{ kind: 'pick', side, personId: by.id, ...choice }], now);
  const agreed = events.some((e) => e.kind === 'agreed');
  const step = agreed ? 'sign-accord' : side === 'theirs' ? 'look-at-answer' : null;
  const next = step
    ? { ball: 'ours' as const, next_step: await stepWords(tx, step), next_due: iso(await nextOfficeDay(tx, now)) }
    : {};
  const outcome = await carryOut(tx, ctx, by, held, events, next, now);
  return { agreed: outcome.agreed, accordId: outcome.accordId };
}

/** T7: a stance is no signature: until somebody signed it can be taken back, and an agreement that stood on it is gone, visibly. */
export async function withdrawStance(
  tx: Tx,
  ctx: Context,
  by: Actor,
  requestId: string,
  optionId: string,
  now: number,
): Promise<void> {
  const held = await holdTable(tx, requestId);
  const side = by.kind === 'contact' ? 'theirs' : 'ours';
  const events = decideAll(held.table, [{ kind: 'withdraw-stance', side, personId: by.id, optionId }], now);
  const next = {
    ball: 'ours' as const,
    next_step: await stepWords(tx, 'look-at-answer'),
    next_due: iso(await nextOfficeDay(tx, now)),
  };
  await carryOut(tx, ctx, by, held, events, side === 'theirs' ? next : {}, now);
}

export async function withdrawOption(
  tx: Tx,
  ctx: Context,
  by: Actor,
  requestId: string,
  optionId: string,
  why: string,
  now: number,
): Promise<void> {
  const held = await holdTable(tx, requestId);
  const side = by.kind === 'contact' ? 'theirs' : 'ours';
  const events = decideAll(held.table, [{ kind: 'withdraw-option', optionId, side, personId: by.id, why }], now);
  await carryOut(tx, ctx, by, held, events, {}, now);
}

export type PauseWish = {
  missing: string;
  ourPeople: string[];
  theirPeople: string[];
  resumeAt: number;
  sendAnyway?: { reason: string } | undefined;
};

/** T13: knowledge is missing: stop, name people of both sides, and come back on a date. */
export async function startPause(
  tx: Tx,
  ctx: Context,
  by: Actor,
  requestId: string,
  { sendAnyway, ...wish }: PauseWish,
  now: number,
): Promise<string> {
  const held = await holdTable(tx, requestId);
  await readOurs(tx, by, held.request, { door: 'pause', fields: { missing: wish.missing }, sendAnyway }, now);
  const events = decideAll(held.table, [{ kind: 'pause', side: 'ours', personId: by.id, ...wish }], now);
  const next = { ball: 'third' as const, next_step: wish.missing, next_due: iso(wish.resumeAt) };
  await carryOut(tx, ctx, by, held, events, next, now);
  return (await pausesOf(tx, requestId)).at(-1)?.id ?? '';
}

/** The clock's part: options expire, rounds end, pauses lapse and come back as a step of ours (C7). */
export async function tickTable(tx: Tx, ctx: Context, requestId: string, now: number): Promise<void> {
  const held = await holdTable(tx, requestId);
  const events = decideAll(held.table, [{ kind: 'tick' }], now);
  if (events.length === 0) return;
  const next = {
    ball: 'ours' as const,
    next_step: await stepWords(tx, 'look-at-table'),
    next_due: iso(await nextOfficeDay(tx, now)),
  };
  await carryOut(tx, ctx, null, held, events, next, now);
}
