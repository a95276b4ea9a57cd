import { HOUR, type Instant } from '../shared/instant.ts';
import { type Result, ok, refuse } from '../shared/result.ts';
import type { VisitOutcome, VisitState, Window } from './words.ts';

/** What ended stays as it ended; what was blocked can still be made good. */
const OPEN: Readonly<Record<VisitState, readonly VisitOutcome[]>> = {
  planned: ['done', 'by-proxy', 'done-remotely', 'blocked', 'called-off'],
  confirmed: ['done', 'by-proxy', 'done-remotely', 'blocked', 'called-off'],
  blocked: ['done', 'by-proxy', 'done-remotely', 'called-off'],
  done: [],
  'by-proxy': [],
  'done-remotely': [],
  'called-off': [],
};

/** Somebody may come earlier that day; a visit of next week is not done yet. */
const EARLIER = 12 * HOUR;

export type Ending = {
  readonly outcome: VisitOutcome;
  readonly words: string;
  /** S13: who took the work over for the person who was not there. */
  readonly proxyName: string;
};

/**
 * S8, S13: done, accepted by somebody else (named), done from afar, blocked (by what), called off (why). What happens on site
 * cannot be told before its day.
 */
export function endVisit(state: VisitState, window: Window, end: Ending, now: Instant): Result<VisitState> {
  if (!OPEN[state].includes(end.outcome)) return refuse('visit-has-ended', { state });
  const onSite = end.outcome === 'done' || end.outcome === 'by-proxy' || end.outcome === 'blocked';
  if (onSite && now < window.from - EARLIER) return refuse('visit-lies-ahead', { from: window.from });
  if (end.outcome === 'by-proxy' && end.proxyName.trim() === '') return refuse('proxy-missing');
  const asksWhy = end.outcome === 'blocked' || end.outcome === 'called-off';
  return asksWhy && end.words.trim() === '' ? refuse('reason-missing') : ok(end.outcome);
}

/** S13: moved is another time for the same visit: ahead of us, with a reason. What was blocked may be moved as well. */
export function moveVisit(state: VisitState, from: Window, to: Window, why: string, now: Instant): Result<'planned'> {
  if (OPEN[state].length === 0) return refuse('visit-has-ended', { state });
  const window = checkWindow(to, now);
  if (!window.ok) return window;
  if (to.from === from.from && to.to === from.to) return refuse('same-date');
  return why.trim() === '' ? refuse('reason-missing') : ok('planned');
}

const LONGEST = 14 * 24 * HOUR;

/** A window lies ahead, ends after it begins, and is no longer than two weeks. */
export function checkWindow({ from, to }: Window, now: Instant): Result<true> {
  if (to <= from || to - from > LONGEST) return refuse('window-backwards', { from, to });
  return to <= now ? refuse('date-in-the-past', { at: to }) : ok(true);
}

export const isOpenVisit = (state: VisitState): boolean => state === 'planned' || state === 'confirmed';
