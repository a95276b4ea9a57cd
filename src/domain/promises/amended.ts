import type { Instant } from '../shared/instant.ts';
import type { Commitment } from './words.ts';

type Old = Pick<Commitment, 'id' | 'side' | 'state' | 'due' | 'dependsOn'>;

/** What becomes of a promise whose place an amendment, signed by both, has taken. */
export type Replaced = {
  readonly id: string;
  readonly to: 'renegotiated' | 'broken';
  readonly missReason: 'client' | 'other' | null;
};

/**
 * P1, P5: signed by both, a date moves. Before it was due that is renegotiated. After it: theirs was missed by them; ours counts as moved only when it waited
 * for something of theirs that was late, else it was missed by us – an amendment does not wash a miss away.
 */
export function amended(promises: readonly Old[], ids: readonly string[], now: Instant): readonly Replaced[] {
  const byId = new Map(promises.map((p) => [p.id, p]));
  return promises
    .filter((p) => ids.includes(p.id) && (p.state === 'given' || p.state === 'at-risk'))
    .map((p): Replaced => {
      const inTime = now <= p.due;
      if (inTime || (p.side === 'ours' && waitedForThem(p, byId, now, new Set())))
        return { id: p.id, to: 'renegotiated', missReason: null };
      return { id: p.id, to: 'broken', missReason: p.side === 'theirs' ? 'client' : 'other' };
    });
}

function waitedForThem(p: Old, byId: ReadonlyMap<string, Old>, now: Instant, seen: Set<string>): boolean {
  const before = p.dependsOn === undefined ? undefined : byId.get(p.dependsOn);
  if (!before || seen.has(before.id)) return false;
  seen.add(before.id);
  if (before.side === 'theirs') return before.state === 'broken' || (before.state === 'given' && before.due < now);
  return waitedForThem(before, byId, now, seen);
}
