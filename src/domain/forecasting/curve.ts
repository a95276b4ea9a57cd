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

export type Gates = { readonly minSimilar: number; readonly minAtRisk: number };

/** How many finished requests stand behind what is said of one that is `aged` old already: those that took longer (P2). */
export const effective = (strata: readonly Stratum[], aged = 0): number =>
  strata.reduce((sum, s) => sum + s.weight * (s.events.length - (aged > 0 ? notAfter(s.events, aged) : 0)), 0);

/** How many of the ascending ages are `age` or less. */
function notAfter(ages: Float64Array, age: number): number {
  let low = 0;
  let high = ages.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((ages[mid] ?? 0) <= age) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The steps after `aged`, the share still open counted among those that got so old; cut where too few are under watch to believe it. */
function* after(strata: readonly Stratum[], aged: number, gates: Gates): Generator<Step, Step | null> {
  let then = 1;
  for (const step of curve(strata)) {
    if (aged > 0 && step.age <= aged) then = step.stillOpen;
    else {
      const now = { ...step, stillOpen: then > 0 ? step.stillOpen / then : 0 };
      if (now.stillOpen <= 0.5 && now.atRisk < gates.minAtRisk) return now;
      yield now;
    }
  }
  return null;
}

/**
 * The age by which a share `tau` of requests like these was done, at the conformal rank τ(n+1)/n, behind two gates: enough similar
 * requests, and enough still under watch in the tail. Of a request that is `aged` old already only those count that got as old (P2).
 */
export function promiseAge(strata: readonly Stratum[], n: number, tau: number, gates: Gates, aged = 0): Result<number> {
  if (n < gates.minSimilar) return refuse('too-few-similar', { n: Math.floor(n), needed: gates.minSimilar });
  const rank = (tau * (n + 1)) / n;
  const steps = after(strata, aged, gates);
  for (let next = steps.next(); ; next = steps.next()) {
    if (!next.done && 1 - next.value.stillOpen >= rank - 1e-9) return ok(next.value.age);
    if (!next.done) continue;
    if (next.value) return refuse('tail-too-thin', { age: next.value.age, atRisk: next.value.atRisk });
    return refuse('too-many-still-open', {
      open: strata.reduce((sum, s) => sum + s.exits.length - s.events.length, 0),
    });
  }
}

/** The chance that a request that is `aged` old now is done by `age`, behind the same gates (P2). */
export function chanceBy(strata: readonly Stratum[], age: number, gates: Gates, aged = 0): Result<number> {
  const n = effective(strata, aged);
  if (n < gates.minSimilar) return refuse('too-few-similar', { n: Math.floor(n), needed: gates.minSimilar });
  let chance = 0;
  const steps = after(strata, aged, gates);
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done && next.value && next.value.age <= age)
      return refuse('tail-too-thin', { age: next.value.age, atRisk: next.value.atRisk });
    if (next.done || next.value.age > age) return ok(chance);
    chance = 1 - next.value.stillOpen;
  }
}
