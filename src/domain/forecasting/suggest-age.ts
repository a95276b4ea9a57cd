import type { Instant } from '../shared/instant.ts';
import { ok, type Refusal, type Result } from '../shared/result.ts';
import { promiseAge, type Stratum } from './curve.ts';
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

type Basis = {
  /** Index of the group the date stands on; the number of groups when it stands on everything. */
  readonly level: number;
  /** Effective number of similar requests, and those of the asked group itself. */
  readonly n: number;
  readonly own: number;
  /** Open ones that were counted with their age. */
  readonly open: number;
};

/** What is known about requests like the one asked about; made once, read at several chances. */
type Evidence = { readonly rows: readonly Rows[] };
type Rows = { readonly entries: Float64Array; readonly exits: Float64Array; readonly events: Float64Array };

/**
 * Where the period begins: at the W-th last closing, at least `minSpan` and at most `maxSpan` back.
 * `closings` ascending and not later than `now`. Null when nothing was ever finished.
 */
export function periodStart(closings: readonly Instant[], now: Instant, p: Parameters): Instant | null {
  const oldest = closings[Math.max(0, closings.length - p.closings)];
  return oldest === undefined ? null : Math.max(Math.min(oldest, now - p.minSpan), now - p.maxSpan);
}

/** Sorts the cases of the period by the narrowest group they share with the one asked about. */
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
    const list = lists[shared < 0 ? groups.length : shared];
    list?.entries.push(entry > 0 ? entry : -1);
    list?.exits.push(exit);
    if (event) list?.events.push(exit);
  }
  const sorted = (a: number[]): Float64Array => Float64Array.from(a).sort();
  return { rows: lists.map((l) => ({ entries: sorted(l.entries), exits: sorted(l.exits), events: sorted(l.events) })) };
}

/**
 * The age, ms, by which a request like this is done with chance `tau` (P2), from the narrowest group that carries it,
 * or the reason why no group does. Wider groups join with at most `prior` requests each.
 */
export function suggestAge(evidence: Evidence, tau: number, p: Parameters): Result<{ age: number; basis: Basis }> {
  const { rows } = evidence;
  let refusal: Refusal = { code: 'no-history' };
  if (rows.every((r) => r.events.length === 0)) return { ok: false, refusal };
  for (let level = 0; level < rows.length; level++) {
    const weight = (count: number, i: number): number => (i <= level ? 1 : Math.min(1, p.prior / Math.max(1, count)));
    const strata: Stratum[] = rows.map((r, i) => ({ ...r, weight: weight(r.events.length, i) }));
    const n = rows.reduce((sum, r, i) => sum + (i <= level ? r.events.length : Math.min(p.prior, r.events.length)), 0);
    const age = promiseAge(strata, n, tau, p);
    const open = rows.reduce((sum, r) => sum + r.exits.length - r.events.length, 0);
    if (age.ok) return ok({ age: age.value, basis: { level, n, own: rows[0]?.events.length ?? 0, open } });
    refusal = age.refusal;
  }
  return { ok: false, refusal };
}
