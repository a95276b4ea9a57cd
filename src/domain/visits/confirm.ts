import type { Instant } from '../shared/instant.ts';
import { type Result, ok, refuse } from '../shared/result.ts';
import { isOpenVisit } from './outcome.ts';
import type { VisitState, Window } from './words.ts';

type Offered = { readonly state: VisitState; readonly window: Window; readonly held: readonly Window[] };

/** The client confirms the time or picks another one that was offered; picking is accepting. What has passed is no offer. */
export function confirmVisit({ state, window, held }: Offered, from: Instant, now: Instant): Result<Window> {
  if (!isOpenVisit(state)) return refuse('visit-has-ended', { state });
  const picked = [window, ...held].find((w) => w.from === from);
  if (!picked) return refuse('slot-not-offered');
  return picked.from <= now ? refuse('date-in-the-past', { at: picked.from }) : ok(picked);
}
