import type { Instant } from '../shared/instant.ts';
import { type Refusal, type Result, ok, refuse } from '../shared/result.ts';
import type { Side } from '../request/words.ts';
import { type Option, type Table, findOption, hashOf } from './table.ts';

type Check = { readonly ok: false; readonly refusal: Refusal } | null;

/** Nothing moves on a closed request; nothing is agreed while it is suspended (S11) or a knowledge pause runs (T13). */
export function stopped(table: Table, now: Instant): Check {
  if (table.closed) return refuse('request-is-closed');
  if (table.suspended) return refuse('suspended');
  if (table.pause?.state === 'running' && table.pause.resumeAt > now)
    return refuse('paused', { until: table.pause.resumeAt });
  return null;
}

/** Nobody acts for both sides. */
export function oneSideOnly(table: Table, by: { readonly side: Side; readonly personId: string }): Check {
  const side = table.people[by.personId];
  return side !== undefined && side !== by.side ? refuse('acts-for-both-sides', { side }) : null;
}

/** The option, if it exists and its latest wording is the one the person saw; otherwise the wording that is in force now. */
export function seen(table: Table, optionId: string, hash: string): Result<Option> {
  const option = findOption(table, optionId);
  if (!option) return refuse('option-unknown', { optionId });
  if (hashOf(option) !== hash) return refuse('wording-changed', { optionId, current: hashOf(option) });
  return ok(option);
}

export const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
