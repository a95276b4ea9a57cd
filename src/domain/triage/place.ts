import { type Result, ok, refuse } from '../shared/result.ts';
import type { Phase, Side } from '../request/words.ts';
import { fate } from './fate.ts';
import type { Fate, Placement } from './words.ts';

/** Where each side sees the request now, if it has said so. */
export type Placements = { readonly phase: Phase; readonly now: Partial<Readonly<Record<Side, Placement>>> };

export type Placed = {
  readonly kind: 'placed';
  readonly placement: Placement;
  readonly from: Fate;
  readonly to: Fate;
  /** T10: the first position of this side; it is kept as said, whatever follows. */
  readonly first: boolean;
};

/**
 * T1, T2: one side places the request on the two axes. Each of our moves says why; a "no" names its kind, and "impossible" also its evidence. The
 * client may place by a touch: words are asked of them, never demanded. Saying the same again changes nothing.
 */
export function place(state: Placements, placement: Placement): Result<readonly Placed[]> {
  if (state.phase === 'closed') return refuse('request-is-closed');
  const misfit = kindMisfit(placement) ?? (placement.side === 'ours' ? incomplete(placement) : null);
  if (misfit) return refuse(misfit);
  const before = state.now[placement.side];
  if (before && same(before, placement)) return ok([]);
  return ok([
    {
      kind: 'placed',
      placement: { ...placement, reason: placement.reason.trim() },
      from: before ? fate(before.reasonable, before.possible) : 'not-placed',
      to: fate(placement.reasonable, placement.possible),
      first: before === undefined,
    },
  ]);
}

/** A kind belongs to a "no" and to nothing else. */
function kindMisfit(p: Placement): string | null {
  if (p.reasonableKind && p.reasonable !== 'no') return 'kind-without-no';
  if (p.possibleKind && p.possible !== 'no') return 'kind-without-no';
  return null;
}

function incomplete(p: Placement): string | null {
  if (p.reason.trim() === '') return 'reason-missing';
  if (p.reasonable === 'no' && !p.reasonableKind) return 'unreasonable-needs-kind';
  if (p.possible === 'no' && !p.possibleKind) return 'impossible-needs-kind';
  if (p.possible === 'no' && !p.evidence?.trim()) return 'impossible-needs-evidence';
  return null;
}

const same = (a: Placement, b: Placement): boolean =>
  a.reasonable === b.reasonable &&
  a.possible === b.possible &&
  a.reasonableKind === b.reasonableKind &&
  a.possibleKind === b.possibleKind &&
  a.reason.trim() === b.reason.trim() &&
  (a.evidence?.trim() ?? '') === (b.evidence?.trim() ?? '');
