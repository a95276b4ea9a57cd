/** One promise and what came of it. Ages in days; `done` is false when the request never ended within the log. */
export type Scored = {
  readonly promised: number;
  readonly took: number;
  readonly done: boolean;
  readonly group: string;
};

const kept = (s: Scored): boolean => s.done && s.took <= s.promised;

/** Share of promises kept; null without any. */
export const coverage = (all: readonly Scored[]): number | null =>
  all.length === 0 ? null : all.filter(kept).length / all.length;

/** Mean pinball loss at `tau`, days: late costs τ a day, padding 1 − τ. A request that never ended counts with the time it was seen. */
export const pinball = (all: readonly Scored[], tau: number): number | null =>
  all.length === 0
    ? null
    : all.reduce((sum, s) => {
        const late = s.took - s.promised;
        return sum + (late > 0 ? tau * late : (tau - 1) * late);
      }, 0) / all.length;

/** Lowest coverage in any `width` promises in a row; null with fewer. */
export function worstRun(all: readonly Scored[], width = 200): number | null {
  if (all.length < width) return null;
  let inside = 0;
  let worst = width;
  all.forEach((s, i) => {
    inside += Number(kept(s));
    const left = all[i - width];
    if (left) inside -= Number(kept(left));
    if (i >= width - 1) worst = Math.min(worst, inside);
  });
  return worst / width;
}

/** The group of at least `least` promises that was kept worst; null without one so large. */
export function worstGroup(all: readonly Scored[], least = 50): { group: string; coverage: number; n: number } | null {
  const by = Map.groupBy(all, (s) => s.group);
  const shares = [...by]
    .filter(([, list]) => list.length >= least)
    .map(([group, list]) => ({ group, coverage: coverage(list) ?? 0, n: list.length }));
  return shares.toSorted((a, b) => a.coverage - b.coverage)[0] ?? null;
}

export const median = (values: readonly number[]): number | null =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** The smallest of the ascending values that at least a share `tau` does not exceed; null without values. */
export const quantile = (ascending: readonly number[], tau: number): number | null =>
  ascending[Math.max(0, Math.ceil(tau * ascending.length - 1e-9) - 1)] ?? null;
