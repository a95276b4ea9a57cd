import { FATES, type Fate } from '../triage/words.ts';
import { monthList, weeksOf } from './period.ts';
import { CAUSES, type Cause, type Count, type Period, type Tally } from './words.ts';

/** A working day of talking, in minutes: what “days per week” are counted in (T17). */
const WORKING_DAY = 480;

export type Cell = Count & {
  readonly fate: Fate;
  /** Of all requests of the period, 0…1. */
  readonly share: number;
  readonly daysPerWeek: number;
  readonly before: Count;
};
export type CauseCount = Count & { readonly cause: Cause; readonly before: number };
export type Outcomes = {
  readonly kept: number;
  readonly early: number;
  readonly exceeded: number;
  readonly moved: number;
  readonly broken: number;
  /** Kept, early or exceeded of all that ended kept or broken; null while none has. A promise moved in time is neither (P1). */
  readonly keptShare: number | null;
};
type Word = { readonly key: string; readonly n: number };
export type MonthOfCells = {
  readonly month: string;
  readonly cells: Readonly<Record<Fate, number>>;
  readonly minutes: number;
};

export type Figures = {
  readonly requests: number;
  readonly minutes: number;
  /** T2: the four cells and what is not placed, in the order of the board. */
  readonly cells: Cell[];
  /** Minutes on requests of the three cells that are not “do it”: the time nobody sees (T20). */
  readonly discussion: Count & { readonly daysPerWeek: number; readonly before: Count };
  readonly causes: CauseCount[];
  /** T10: what became of what was asked first, where it was discussed. */
  readonly ask: {
    readonly asAsked: number;
    readonly conditionsKept: number;
    readonly changed: number;
    readonly declined: number;
    readonly noAgreement: number;
    readonly open: number;
  };
  readonly conditions: { readonly asked: number; readonly missed: number };
  readonly promises: { readonly ours: Outcomes; readonly theirs: Outcomes };
  readonly missed: { readonly ours: Word[]; readonly theirs: Word[] };
  /** L2: how often something had to be said again, and in how many requests. */
  readonly repeats: { readonly times: number; readonly requests: number; readonly before: number };
  /** C2: opened and closed in the period; how they were closed. */
  readonly closing: {
    readonly opened: number;
    readonly closed: number;
    readonly how: Word[];
    readonly before: number;
  };
  /** T6, C4: first answers that opened a conversation – an invitation, a call, a visit – among all first answers. */
  readonly firstAnswers: { readonly opened: number; readonly written: number; readonly none: number };
  /** P6: rounds with two options or more, and with one. */
  readonly rounds: { readonly choice: number; readonly oneOption: number };
  readonly favours: number;
  readonly months: MonthOfCells[];
};

type Sums = { readonly of: (metric: string, key: string) => Count; readonly keys: (metric: string) => Word[] };

function sum(tallies: readonly Tally[]): Sums {
  const found = new Map<string, Map<string, Count>>();
  for (const { metric, key, n, minutes } of tallies) {
    const keys = found.get(metric) ?? new Map<string, Count>();
    const known = keys.get(key) ?? { n: 0, minutes: 0 };
    found.set(metric, keys.set(key, { n: known.n + n, minutes: known.minutes + minutes }));
  }
  return {
    of: (metric, key) => found.get(metric)?.get(key) ?? { n: 0, minutes: 0 },
    keys: (metric) =>
      [...(found.get(metric) ?? [])]
        .map(([key, { n }]) => ({ key, n }))
        .filter(({ n }) => n > 0)
        .toSorted((a, b) => b.n - a.n || a.key.localeCompare(b.key)),
  };
}

const together = (counts: readonly Count[]): Count =>
  counts.reduce((a, b) => ({ n: a.n + b.n, minutes: a.minutes + b.minutes }), { n: 0, minutes: 0 });
const AWKWARD: readonly Fate[] = ['reasonable-not-possible', 'possible-not-reasonable', 'neither'];

const METRIC_OF: Partial<Record<Cause, readonly [metric: string, key: string]>> = {
  'said-again': ['repeat', 'times'],
  'broken-promise': ['promise-ours', 'broken'],
};
const causeIn = (sums: Sums, cause: Cause): Count => sums.of(...(METRIC_OF[cause] ?? ['cause', cause]));

/** T18: how often a cause was counted; what before and after are compared by. */
export const countOf = (tallies: readonly Tally[], cause: Cause): Count => causeIn(sum(tallies), cause);

/** T17: a period and the one before it, put into the figures that both sides look at. Exact: nothing is estimated. */
export function figuresOf(period: Period, now: readonly Tally[], before: readonly Tally[]): Figures {
  const [here, past] = [sum(now), sum(before)];
  const perWeek = (minutes: number): number => minutes / WORKING_DAY / weeksOf(period);
  const all = together(FATES.map((fate) => here.of('fate', fate)));
  const awkward = (sums: Sums): Count => together(AWKWARD.map((fate) => sums.of('fate', fate)));
  const n = (metric: string, key: string): number => here.of(metric, key).n;
  const closedIn = (sums: Sums): number => sums.keys('closed').reduce((total, { n: closed }) => total + closed, 0);
  return {
    requests: all.n,
    minutes: all.minutes,
    cells: FATES.map((fate) => {
      const count = here.of('fate', fate);
      const share = all.n === 0 ? 0 : count.n / all.n;
      return { fate, ...count, share, daysPerWeek: perWeek(count.minutes), before: past.of('fate', fate) };
    }),
    discussion: { ...awkward(here), daysPerWeek: perWeek(awkward(here).minutes), before: awkward(past) },
    causes: CAUSES.map((cause) => ({ cause, ...causeIn(here, cause), before: causeIn(past, cause).n }))
      .filter((c) => c.n > 0 || c.before > 0)
      .toSorted((a, b) => b.n - a.n || b.minutes - a.minutes || CAUSES.indexOf(a.cause) - CAUSES.indexOf(b.cause)),
    ask: {
      asAsked: n('ask', 'as-asked'),
      conditionsKept: n('ask', 'conditions-kept'),
      changed: n('ask', 'changed'),
      declined: n('ask', 'declined'),
      noAgreement: n('ask', 'no-agreement'),
      open: n('ask', 'open'),
    },
    conditions: { asked: n('condition', 'asked'), missed: n('condition', 'missed') },
    promises: { ours: outcomes(here, 'ours'), theirs: outcomes(here, 'theirs') },
    missed: { ours: here.keys('missed-ours'), theirs: here.keys('missed-theirs') },
    repeats: { times: n('repeat', 'times'), requests: n('repeat', 'requests'), before: past.of('repeat', 'times').n },
    closing: { opened: all.n, closed: closedIn(here), how: here.keys('closed'), before: closedIn(past) },
    firstAnswers: {
      opened: n('first', 'invitation') + n('first', 'talk'),
      written: n('first', 'written'),
      none: n('first', 'none'),
    },
    rounds: { choice: n('round', 'choice'), oneOption: n('round', 'one-option') },
    favours: n('favour', 'done'),
    months: monthsOfCells(period, now),
  };
}

function outcomes(sums: Sums, side: 'ours' | 'theirs'): Outcomes {
  const n = (state: string): number => sums.of(`promise-${side}`, state).n;
  const [kept, early, exceeded, broken] = [n('kept'), n('kept-early'), n('exceeded'), n('broken')];
  const good = kept + early + exceeded;
  return {
    kept,
    early,
    exceeded,
    moved: n('renegotiated'),
    broken,
    keptShare: good + broken === 0 ? null : good / (good + broken),
  };
}

function monthsOfCells(period: Period, tallies: readonly Tally[]): MonthOfCells[] {
  const byMonth = Map.groupBy(tallies, (t) => t.month);
  return monthList(period).map((month) => {
    const sums = sum(byMonth.get(month) ?? []);
    const cells = Object.fromEntries(FATES.map((fate) => [fate, sums.of('fate', fate).n])) as Record<Fate, number>;
    return { month, cells, minutes: together(AWKWARD.map((fate) => sums.of('fate', fate))).minutes };
  });
}
