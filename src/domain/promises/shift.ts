import { DAY, type Instant } from '../shared/instant.ts';
import { shifted } from './outcome.ts';
import type { Commitment } from './words.ts';

/** A date that moves because the client is late: offered as an amendment, never made silently. */
export type Shift = { readonly id: string; readonly from: Instant; readonly to: Instant; readonly because: string };

type Dated = Pick<Commitment, 'id' | 'side' | 'state' | 'due' | 'dependsOn'> & { readonly doneAt?: Instant };

const OPEN = new Set<Commitment['state']>(['given', 'at-risk']);

/**
 * P5: everything of ours that waits for a late promise of theirs, directly or through another one of ours, moves by as many whole days as the client is
 * late (a started day counts whole). Where several are late the latest counts. What they kept in time moves nothing.
 */
export function shiftsFor(promises: readonly Dated[], now: Instant): readonly Shift[] {
  const byId = new Map(promises.map((p) => [p.id, p]));
  return promises
    .filter((p) => p.side === 'ours' && OPEN.has(p.state))
    .flatMap((p): readonly Shift[] => {
      const late = lateness(p, byId, now, new Set());
      return late.days > 0 ? [{ id: p.id, from: p.due, to: p.due + late.days * DAY, because: late.because }] : [];
    });
}

/** How late the chain before a promise is. A circle of dependences ends where it began. */
function lateness(
  p: Dated,
  byId: ReadonlyMap<string, Dated>,
  now: Instant,
  seen: Set<string>,
): { readonly days: number; readonly because: string } {
  const before = p.dependsOn === undefined ? undefined : byId.get(p.dependsOn);
  if (!before || seen.has(before.id)) return { days: 0, because: '' };
  seen.add(before.id);
  const earlier = lateness(before, byId, now, seen);
  if (before.side === 'ours' || before.state === 'withdrawn' || before.state === 'renegotiated') return earlier;
  const days = Math.ceil((shifted(p.due, before.due, before.doneAt ?? null, now) - p.due) / DAY);
  return days >= earlier.days ? { days, because: before.id } : earlier;
}
