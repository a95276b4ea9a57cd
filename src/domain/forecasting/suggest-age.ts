import type { Instant } from '../shared/instant.ts';
import { ok, type Refusal, type Result } from '../shared/result.ts';
import { chanceBy, effective, promiseAge, type Stratum } from './curve.ts';
import type { Parameters } from './parameters.ts';

/** A request as known at the moment of asking. `groups` from the narrowest to the widest; everything is always the last. */
export type Case = {
  readonly opened: Instant;
  /** When the last resolution took effect; null while open. */
  readonly done: Instant | null;
  readonly groups: readonly string[];
  /** An import brought it: watching began here. */
  readonly watchedFrom?: Instant;
};

export type Basis = {
  /** Index of the group that speaks: the one the answer stands on, or a wider one where it has next to none of its own. */
  readonly level: number;
  /** Effective number of similar requests, and those of the asked group itself. */
  readonly n: number;
  readonly own: number;
  /** Finished and open ones of the group that speaks. */
  readonly alike: number;
  readonly open: number;
};

/** Requests that share a group, sorted. `each` of the kept ones stands for so many. */
export type Pool = {
  readonly entries: Float64Array;
  readonly exits: Float64Array;
  readonly events: Float64Array;
  readonly each: number;
  readonly closed: number;
  readonly open: number;
};

/** What is known about requests like the one asked about, from its own group to everything; each pool holds the narrower ones as well. */
export type Evidence = readonly Pool[];

/**
 * Where the period begins: at the W-th last closing, at least `minSpan` and at most `maxSpan` back.
 * `closings` ascending and not later than `now`. Null when nothing was ever finished.
 */
export function periodStart(closings: readonly Instant[], now: Instant, p: Parameters): Instant | null {
  const oldest = closings[Math.max(0, closings.length - p.closings)];
  return oldest === undefined ? null : Math.max(Math.min(oldest, now - p.minSpan), now - p.maxSpan);
}

/** The pools of the period: for each group of the one asked about, and for everything, what was seen of it. */
export function gather(cases: Iterable<Case>, groups: readonly string[], from: Instant, now: Instant): Evidence {
  const lists = Array.from({ length: groups.length + 1 }, () => ({
    entries: [] as number[],
    exits: [] as number[],
    events: [] as number[],
  }));
  for (const c of cases) {
    const event = c.done !== null && c.done <= now;
    if (c.opened > now || (event && c.done <= from)) continue;
    const entry = Math.max(0, from - c.opened, (c.watchedFrom ?? c.opened) - c.opened);
    const exit = (event ? c.done : now) - c.opened;
    if (entry > 0 && exit <= entry) continue;
    const shared = groups.findIndex((g, i) => c.groups[i] === g);
    for (const list of lists.slice(shared < 0 ? groups.length : shared)) {
      list.entries.push(entry > 0 ? entry : -1);
      list.exits.push(exit);
      if (event) list.events.push(exit);
    }
  }
  const sorted = (a: number[]): Float64Array => Float64Array.from(a).sort();
  return lists.map((l) => ({
    entries: sorted(l.entries),
    exits: sorted(l.exits),
    events: sorted(l.events),
    each: 1,
    closed: l.events.length,
    open: l.exits.length - l.events.length,
  }));
}

/**
 * Who counts how much when the answer stands on `level`: its members fully, all others of a wider group together as `prior` requests.
 * A pool holds the narrower ones, so it weighs by what it adds to the next.
 */
function weigh(evidence: Evidence, level: number, p: Parameters): Stratum[] {
  const weights = evidence.map(({ closed }, i) =>
    i <= level ? 1 : Math.min(1, p.prior / Math.max(1, closed - (evidence[i - 1]?.closed ?? 0))),
  );
  return evidence.map(({ entries, exits, events, each }, i) => ({
    entries,
    exits,
    events,
    weight: each * ((weights[i] ?? 0) - (weights[i + 1] ?? 0)),
  }));
}

/** Fewer than this of a group's own, and it is the wider one that speaks: then that is named. */
const SPEAKS = 10;

function named(evidence: Evidence, level: number): Omit<Basis, 'n'> {
  const found = evidence.findIndex((pool, i) => i >= level && pool.closed >= SPEAKS);
  const group = found < 0 ? evidence.length - 1 : found;
  const { closed: alike = 0, open = 0 } = evidence[group] ?? {};
  return { level: group, own: evidence[0]?.closed ?? 0, alike, open };
}

/** Asks the narrowest group first and goes on to wider ones while the answer is a refusal; the last refusal is the reason given. */
function fromNarrowest<T>(
  evidence: Evidence,
  p: Parameters,
  ask: (strata: readonly Stratum[], n: number) => Result<T>,
  aged: number,
): Result<{ value: T; basis: Basis }> {
  let refusal: Refusal = { code: 'no-history' };
  if (evidence.every((pool) => pool.closed === 0)) return { ok: false, refusal };
  for (const level of evidence.keys()) {
    const strata = weigh(evidence, level, p);
    const n = effective(strata, aged);
    const answer = ask(strata, n);
    if (answer.ok) return ok({ value: answer.value, basis: { n: Math.round(n), ...named(evidence, level) } });
    refusal = answer.refusal;
  }
  return { ok: false, refusal };
}

/**
 * The age, ms, by which a request like this is done with chance `tau` (P2), from the narrowest group that carries it,
 * or the reason why no group does. Wider groups join with at most `prior` requests each. `aged`: how old the request is already.
 */
export function suggestAge(
  evidence: Evidence,
  tau: number,
  p: Parameters,
  aged = 0,
): Result<{ age: number; basis: Basis }> {
  const found = fromNarrowest(evidence, p, (strata, n) => promiseAge(strata, n, tau, p, aged), aged);
  return found.ok ? ok({ age: found.value.value, basis: found.value.basis }) : found;
}

/** The chance, by the same evidence, that a request `aged` old is done by `age` (P2). */
export function chanceOf(evidence: Evidence, age: number, p: Parameters, aged = 0): Result<number> {
  const found = fromNarrowest(evidence, p, (strata) => chanceBy(strata, age, p, aged), aged);
  return found.ok ? ok(found.value.value) : found;
}
