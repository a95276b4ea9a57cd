import type { Instant } from '../shared/instant.ts';

export type VisitState = 'planned' | 'confirmed' | 'done' | 'by-proxy' | 'done-remotely' | 'blocked' | 'called-off';

/** How a visit ends for now: S8 (blocked by something else that went on there), S13 (came at a bad time). */
export type VisitOutcome = 'done' | 'by-proxy' | 'done-remotely' | 'blocked' | 'called-off';

/** From–to, both instants; the end is not part of it. */
export type Window = { readonly from: Instant; readonly to: Instant };
