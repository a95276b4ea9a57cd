import type { Instant } from '../shared/instant.ts';
import type { Commitment, PromiseState } from './words.ts';

/** What the clock says about an open promise. */
export type Watched = { readonly id: string; readonly to: Extract<PromiseState, 'at-risk' | 'broken'> };

type Open = Pick<Commitment, 'id' | 'state' | 'due' | 'target'>;

/**
 * P1, P2: at risk from our own target on, broken when the promised date has passed; on its very date it can still be kept. A promise without a target (theirs)
 * is never at risk, only late. What waits for an approval or has ended is left alone.
 */
export function watch(promises: readonly Open[], now: Instant): readonly Watched[] {
  return promises.flatMap((p): readonly Watched[] => {
    if (p.state !== 'given' && p.state !== 'at-risk') return [];
    if (now > p.due) return [{ id: p.id, to: 'broken' }];
    return p.state === 'given' && p.target !== undefined && now >= p.target ? [{ id: p.id, to: 'at-risk' }] : [];
  });
}
