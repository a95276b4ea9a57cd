import type { Axis, Placement } from './words.ts';

type Axes = Pick<Placement, 'reasonable' | 'possible'>;
export type Difference = { readonly axis: 'reasonable' | 'possible'; readonly ours: Axis; readonly theirs: Axis };

/** T19: where the two sides see it differently: the first thing to talk about. Who does not know yet does not differ. */
export function differences(ours: Axes | undefined, theirs: Axes | undefined): readonly Difference[] {
  if (!ours || !theirs) return [];
  return (['reasonable', 'possible'] as const)
    .map((axis) => ({ axis, ours: ours[axis], theirs: theirs[axis] }))
    .filter((d) => d.ours !== 'unknown' && d.theirs !== 'unknown' && d.ours !== d.theirs);
}
