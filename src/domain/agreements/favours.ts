import type { Instant } from '../shared/instant.ts';

/** Work outside the agreement done out of kindness (P8). `kind` is the word of the team for it: "weekend-visit". */
export type Favour = { readonly kind: string; readonly at: Instant };

export type FavourCount = {
  readonly count: number;
  readonly becomingTheNorm: boolean;
  readonly before: readonly Instant[];
};

const THE_NORM = 3;

/** P8: counts a favour about to be done among those of its kind for this client; from the third on it is becoming the norm. */
export function countFavour(done: readonly Favour[], next: Favour): FavourCount {
  const before = done
    .filter((f) => f.kind === next.kind && f.at <= next.at)
    .map((f) => f.at)
    .sort((a, b) => a - b);
  return { count: before.length + 1, becomingTheNorm: before.length + 1 >= THE_NORM, before };
}
