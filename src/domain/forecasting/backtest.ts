import { DAY, type Instant } from '../shared/instant.ts';
import type { Parameters } from './parameters.ts';
import { coverage, median, pinball, quantile, type Scored, worstGroup, worstRun } from './score.ts';
import { type Case, gather, periodStart, suggestAge } from './suggest-age.ts';

export type Figures = {
  readonly method: string;
  readonly scored: number;
  readonly coverage: number | null;
  readonly pinball: number | null;
  /** Loss of the date shown as "half of them by"; only where the method gives one. */
  readonly pinballHalf: number | null;
  readonly medianPromise: number | null;
  readonly worst200: number | null;
  readonly worstGroup: ReturnType<typeof worstGroup>;
};

export type Backtest = {
  readonly asked: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Share of all closings that fall into the last 2 % of the log: a snapshot fools every method. */
  readonly closedAtTheEnd: number;
  readonly methods: readonly Figures[];
};

/** Puts a duration into its place among the ascending ones. */
function learn(known: number[], days: number): void {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((known[mid] ?? 0) < days) low = mid + 1;
    else high = mid;
  }
  known.splice(low, 0, days);
}

/** The list kept under a key, begun when it is first asked for. */
function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const daysOf = (c: Case): number => ((c.done ?? c.opened) - c.opened) / DAY;
const last = (groups: readonly string[]): string => groups.at(-1) ?? 'everything';
const first = (groups: readonly string[]): string => groups[0] ?? 'everything';

/**
 * Walks through the log in time: one promise at an opening, from what was known at that moment and nothing else; the first
 * quarter only teaches (P2). Every method is scored on the same requests: those for which a date was given that came due
 * within the log. `sample` evenly spread promises are asked; Infinity asks at every opening.
 */
export function backtest(log: readonly Case[], tau: number, p: Parameters, sample: number): Backtest {
  const cases = log.toSorted((a, b) => a.opened - b.opened);
  const finished = cases.filter((c) => c.done !== null).toSorted((a, b) => (a.done ?? 0) - (b.done ?? 0));
  const end = cases.reduce((t, c) => Math.max(t, c.done ?? c.opened), 0);
  const quarter = Math.floor(cases.length / 4);
  const step = Math.max(1, (cases.length - quarter) / sample);
  const all: number[] = [];
  const groups = new Map<string, number[]>();
  const fixed = new Map<string, number>();
  const closings: Instant[] = [];
  const refused: Record<string, number> = {};
  const scores = new Map<string, Scored[]>();
  const halves: Scored[] = [];
  let watched: Case[] = [];
  let asked = 0;
  let nextAsk = quarter;

  cases.forEach((c, i) => {
    const now = c.opened;
    for (let f = finished[closings.length]; f?.done && f.done <= now; f = finished[closings.length]) {
      closings.push(f.done);
      learn(all, daysOf(f));
      for (const key of new Set([first(f.groups), last(f.groups)])) learn(listOf(groups, key), daysOf(f));
    }
    watched.push(c);
    if (i === quarter) for (const [key, known] of groups) fixed.set(key, quantile(known, tau) ?? Infinity);
    if (i < quarter || i < nextAsk - 1e-9) return;
    nextAsk += step;
    asked++;
    const from = periodStart(closings, now, p);
    if (from !== null) watched = watched.filter((w) => w.done === null || w.done > from);
    const evidence = gather(watched, c.groups, from ?? now, now);
    const given = suggestAge(evidence, tau, p);
    if (!given.ok) {
      refused[given.refusal.code] = (refused[given.refusal.code] ?? 0) + 1;
      return;
    }
    if (now + given.value.age > end) return;
    const truth = { took: ((c.done ?? end) - now) / DAY, done: c.done !== null, group: first(c.groups) };
    const own = listOf(groups, first(c.groups));
    const note = (method: string, days: number | null): void => {
      if (days !== null && Number.isFinite(days)) listOf(scores, method).push({ ...truth, promised: days });
    };
    const everything = quantile(all, tau);
    note('parley', given.value.age / DAY);
    note('quantile of everything', everything);
    note('quantile of the group', quantile(own, tau) ?? everything);
    note('fixed by severity', fixed.get(last(c.groups)) ?? everything);
    const usual = quantile(own, 0.5) ?? quantile(all, 0.5);
    note('twice the group median', usual === null ? null : 2 * usual);
    const recent = finished.slice(Math.max(0, closings.length - 500), closings.length).map(daysOf);
    note(
      'last 500 finished',
      quantile(
        recent.toSorted((a, b) => a - b),
        tau,
      ),
    );
    const half = suggestAge(evidence, 0.5, p);
    if (half.ok) halves.push({ ...truth, promised: half.value.age / DAY });
  });

  const lateFrom = end - 0.02 * (end - (cases[0]?.opened ?? end));
  return {
    asked,
    refused,
    closedAtTheEnd: finished.filter((f) => (f.done ?? 0) >= lateFrom).length / Math.max(1, finished.length),
    methods: [...scores].map(([method, list]) => ({
      method,
      scored: list.length,
      coverage: coverage(list),
      pinball: pinball(list, tau),
      pinballHalf: method === 'parley' ? pinball(halves, 0.5) : null,
      medianPromise: median(list.map((s) => s.promised)),
      worst200: worstRun(list),
      worstGroup: worstGroup(list),
    })),
  };
}
