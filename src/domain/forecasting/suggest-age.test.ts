import { describe, expect, it } from 'vitest';
import { DAY, type Instant } from '../shared/instant.ts';
import { curve, promiseAge, type Stratum } from './curve.ts';
import { DEFAULTS } from './parameters.ts';
import { type Case, gather, periodStart, suggestAge } from './suggest-age.ts';

type Row = readonly [entry: number, exit: number, event: boolean];
const stratum = (rows: readonly Row[], weight = 1): Stratum => ({
  weight,
  entries: Float64Array.from(rows.map((r) => (r[0] > 0 ? r[0] : -1))).sort(),
  exits: Float64Array.from(rows.map((r) => r[1])).sort(),
  events: Float64Array.from(rows.filter((r) => r[2]).map((r) => r[1])).sort(),
});
const times = (n: number, row: Row): Row[] => Array.from({ length: n }, () => row);
const open = { minSimilar: 0, minAtRisk: 0 };
const EXAMPLE: readonly Row[] = [
  [0, 1, true],
  [0, 2, true],
  [0, 2, false],
  [0, 3, true],
  [0, 4, false],
  [0, 5, true],
  [3.5, 8, true],
  [5, 6, true],
];

/** The same figures at every run: a small linear congruential generator. */
const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state + 0.5) / 4_294_967_296;
  };
};
const weibull = (next: () => number, scale: number, shape: number): number =>
  scale * (-Math.log(next())) ** (1 / shape);

describe('the curve', () => {
  it('[P2] follows requests from the age they were first watched, and counts the open ones', () => {
    const steps = [...curve([stratum(EXAMPLE)])];
    expect(steps.map((s) => s.age)).toEqual([1, 2, 3, 5, 6, 8]);
    expect(steps.map((s) => s.atRisk)).toEqual([6, 5, 3, 2, 2, 1]);
    expect(steps.map((s) => Number(s.stillOpen.toFixed(4)))).toEqual([0.8333, 0.6667, 0.4444, 0.2222, 0.1111, 0]);
  });

  it('[P2] is read at a rank that leaves room for the next request', () => {
    expect(promiseAge([stratum(EXAMPLE)], 6, 0.5, open)).toEqual({ ok: true, value: 5 });
    expect(promiseAge([stratum(EXAMPLE)], 6, 0.9, open)).toMatchObject({ refusal: { code: 'too-many-still-open' } });
  });

  it.each([
    [9, 9],
    [20, 19],
    [30, 28],
    [50, 46],
  ])('[P2] of %i finished requests the one at place %i is promised', (n, place) => {
    const all = Array.from({ length: n }, (_, i): Row => [0, i + 1, true]);
    expect(promiseAge([stratum(all)], n, 0.9, open)).toEqual({ ok: true, value: place });
  });

  it.each([
    ['too-few-similar', 29, stratum(EXAMPLE)],
    ['too-many-still-open', 40, stratum([...EXAMPLE, ...Array.from({ length: 40 }, (): Row => [0, 9, false])])],
    [
      'tail-too-thin',
      40,
      stratum([...times(20, [0, 1, true]), ...times(10, [0, 2, false]), [0, 9, true], [0, 10, true]]),
    ],
  ])('[P2] refuses with %s', (code, n, rows) => {
    expect(promiseAge([rows], n, 0.9, DEFAULTS)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('[P2] one more open request never makes the date earlier, nor does a higher chance', () => {
    const next = random(7);
    for (let round = 0; round < 200; round++) {
      const rows = Array.from({ length: 40 }, (): Row => [0, Math.ceil(weibull(next, 9, 0.8)), next() < 0.9]);
      const at = (list: readonly Row[], tau: number): number => {
        const age = promiseAge([stratum(list)], 40, tau, open);
        return age.ok ? age.value : Infinity;
      };
      const stuck: Row = [0, Math.ceil(next() * 30), false];
      expect(at([...rows, stuck], 0.8)).toBeGreaterThanOrEqual(at(rows, 0.8));
      expect(at(rows, 0.8)).toBeGreaterThanOrEqual(at(rows, 0.5));
    }
  });
});

const NOW: Instant = 1000 * DAY;
const finished = (took: number, ago: number, groups: string[] = []): Case => ({
  opened: NOW - ago - took,
  done: NOW - ago,
  groups,
});

describe('the period', () => {
  it.each([
    ['nothing was ever finished', [], null],
    ['four weeks on a busy desk', Array.from({ length: 400 }, (_, i) => NOW - (400 - i) * 1000), NOW - 28 * DAY],
    ['300 closings on a small one', Array.from({ length: 400 }, (_, i) => NOW - (400 - i) * DAY), NOW - 300 * DAY],
    ['a year at the most', Array.from({ length: 400 }, (_, i) => NOW - (400 - i) * 9 * DAY), NOW - 365 * DAY],
  ])('[P2] %s', (_name, closings, from) => {
    expect(periodStart(closings, NOW, DEFAULTS)).toBe(from);
  });
});

describe('a suggestion', () => {
  const own = Array.from({ length: 40 }, (_, i) => finished((i + 1) * DAY, DAY, ['vip|repair', 'vip']));
  const from = NOW - 365 * DAY;
  const ask = (cases: Case[], tau = 0.9) => suggestAge(gather(cases, ['vip|repair', 'vip'], from, NOW), tau, DEFAULTS);

  it('[P2] stands on requests like this one, the wider ones joining lightly', () => {
    const others = Array.from({ length: 400 }, () => finished(DAY / 4, DAY, ['other|x', 'other']));
    const alone = ask(own);
    const joined = ask([...own, ...others]);
    expect(alone).toMatchObject({ ok: true, value: { age: 37 * DAY, basis: { level: 0, n: 40, own: 40, open: 0 } } });
    expect(joined).toMatchObject({ ok: true, value: { basis: { level: 0, n: 60, own: 40 } } });
  });

  it('[P2] falls back to the wider group when its own is too small', () => {
    const kin = Array.from({ length: 60 }, (_, i) => finished((i + 1) * DAY, DAY, ['vip|move', 'vip']));
    expect(ask([...own.slice(0, 5), ...kin])).toMatchObject({
      ok: true,
      value: { basis: { level: 1, n: 65, own: 5 } },
    });
  });

  it('[P2] does not depend on the order of the records', () => {
    expect(ask(own.toReversed())).toEqual(ask(own));
  });

  it('[P2] says that nothing like this has been finished yet', () => {
    const waiting: Case = { opened: NOW - DAY, done: null, groups: ['vip|repair', 'vip'] };
    expect(ask([waiting])).toMatchObject({ refusal: { code: 'no-history' } });
  });

  it('[P2] an open request brought by an import counts only from the age at which we began to watch it', () => {
    const old: Case = { opened: NOW - 300 * DAY, done: null, groups: [], watchedFrom: NOW - 2 * DAY };
    const [rows] = gather([old], [], from, NOW);
    expect(rows?.entries[0]).toBe(298 * DAY);
  });

  it.each([0.5, 0.8])('[P2] a freshly imported backlog is refused, every time (spread %f)', (shape) => {
    for (let seed = 1; seed <= 5; seed++) {
      const next = random(seed);
      const cases = Array.from({ length: 860 }, (_, i): Case => {
        const scale = [8, 15, 25, 40][i % 4] ?? 8;
        const opened = NOW + (i / 860) * 3 * DAY;
        return { opened, done: opened + weibull(next, scale, shape) * DAY, groups: [`g${i % 4}`] };
      });
      for (const asked of cases.slice(200)) {
        const now = asked.opened;
        const closings = cases.flatMap((c) => (c.done !== null && c.done <= now ? [c.done] : [])).sort((a, b) => a - b);
        const start = periodStart(closings, now, DEFAULTS) ?? now;
        expect(suggestAge(gather(cases, asked.groups, start, now), 0.9, DEFAULTS).ok).toBe(false);
      }
    }
  });
});
