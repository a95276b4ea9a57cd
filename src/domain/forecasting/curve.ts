import { ok, refuse, type Result } from '../shared/result.ts';

/** Requests that weigh the same. Ages in one unit, each list ascending; `entries` holds −1 for a request watched from its first moment. */
export type Stratum = {
  readonly weight: number;
  readonly entries: Float64Array;
  readonly exits: Float64Array;
  readonly events: Float64Array;
};

/** One step of the curve: at `age`, so much weight was under watch, and this share is still open after it. */
type Step = { readonly age: number; readonly atRisk: number; readonly stillOpen: number };

/**
 * The share still open by age (P2): Kaplan and Meier's product with delayed entry and open requests censored.
 * A request censored exactly at an age is still under watch at that age.
 */
export function* curve(strata: readonly Stratum[]): Generator<Step> {
  const at = strata.map(() => ({ entry: 0, exit: 0, event: 0 }));
  let stillOpen = 1;
  for (;;) {
    let age = Infinity;
    strata.forEach((s, i) => {
      age = Math.min(age, s.events[at[i]?.event ?? 0] ?? Infinity);
    });
    if (age === Infinity) return;
    let atRisk = 0;
    let done = 0;
    strata.forEach((s, i) => {
      const p = at[i];
      if (!p) return;
      while ((s.entries[p.entry] ?? Infinity) < age) p.entry++;
      while ((s.exits[p.exit] ?? Infinity) < age) p.exit++;
      const from = p.event;
      while (s.events[p.event] === age) p.event++;
      atRisk += s.weight * (p.entry - p.exit);
      done += s.weight * (p.event - from);
    });
    stillOpen *= 1 - Math.min(1, done / atRisk);
    yield { age, atRisk, stillOpen };
  }
}

/**
 * The age by which a share `tau` of requests like these was done, at the conformal rank τ(n+1)/n, behind two gates:
 * enough similar requests, and enough still under watch in the tail (P2).
 */
export function promiseAge(
  strata: readonly Stratum[],
  n: number,
  tau: number,
  gates: { readonly minSimilar: number; readonly minAtRisk: number },
): Result<number> {
  if (n < gates.minSimilar) return refuse('too-few-similar', { n, needed: gates.minSimilar });
  const rank = (tau * (n + 1)) / n;
  for (const step of curve(strata)) {
    if (step.stillOpen <= 0.5 && step.atRisk < gates.minAtRisk)
      return refuse('tail-too-thin', { age: step.age, atRisk: step.atRisk });
    if (1 - step.stillOpen >= rank - 1e-9) return ok(step.age);
  }
  return refuse('too-many-still-open', {
    open: strata.reduce((sum, s) => sum + s.exits.length - s.events.length, 0),
  });
}
