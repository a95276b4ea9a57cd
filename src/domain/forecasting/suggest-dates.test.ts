import { describe, expect, it } from 'vitest';
import { AROUND_THE_CLOCK } from '../calendar/rules.ts';
import { parseTime } from '../calendar/time-text.ts';
import { timeOf } from '../calendar/versions.ts';
import { DAY, HOUR } from '../shared/instant.ts';
import { alarmAt, guardOf } from './guard.ts';
import { DEFAULTS } from './parameters.ts';
import { type Case, chanceOf, gather, suggestAge } from './suggest-age.ts';
import { chanceOfDate, suggestDates, targetFor } from './suggest-dates.ts';

const at = (text: string): number => parseTime(text, 'UTC')?.instant ?? 0;
const NOW = at('2026-03-27T10:00:00Z');
const FROM = NOW - 365 * DAY;
const OFFICE = { week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((d) => [d, [['09:00', '17:00']]])) };
const hours = (rules: object, zone = 'Europe/Warsaw') => {
  const made = timeOf(zone, rules as never);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
};
/** Finished after 1, 2 … n days, all of them long ago enough to be seen to the end. */
const taking = (n: number, day = DAY): Case[] =>
  Array.from({ length: n }, (_, i) => ({ opened: NOW - 100 * DAY, done: NOW - 100 * DAY + (i + 1) * day, groups: [] }));
const seen = (cases: readonly Case[]) => gather(cases, [], FROM, NOW);

describe('a request that is some days old', () => {
  const evidence = seen(taking(90));
  it('[P2] at its first moment is like any other', () => {
    expect(suggestAge(evidence, 0.9, DEFAULTS, 0)).toEqual(suggestAge(evidence, 0.9, DEFAULTS));
    expect(suggestAge(evidence, 0.9, DEFAULTS)).toMatchObject({ value: { age: 82 * DAY } });
  });

  it('[P2] is compared with those that got as old: 40 of 90 took longer than 50 days', () => {
    // Rank 0.9 · 41 / 40 of the forty that were left: the 37th of them.
    expect(suggestAge(evidence, 0.9, DEFAULTS, 50 * DAY)).toMatchObject({ value: { age: 87 * DAY, basis: { n: 40 } } });
    expect(suggestAge(evidence, 0.5, DEFAULTS, 50 * DAY)).toMatchObject({ value: { age: 71 * DAY } });
  });

  it('[P2] gets no date when too few got so old', () => {
    expect(suggestAge(evidence, 0.9, DEFAULTS, 75 * DAY)).toMatchObject({
      refusal: { code: 'too-few-similar', data: { n: 15, needed: 30 } },
    });
  });

  it.each([
    ['a new one, in 45 days', 0, 45, 0.5],
    ['one that is 50 days old, by its 70th', 50, 70, 0.5],
    ['one that is 50 days old, by its 90th', 50, 90, 1],
    ['one that is 50 days old, at once', 50, 50, 0],
  ])('[P2] the chance of %s', (_name, aged, by, chance) => {
    const found = chanceOf(evidence, by * DAY, DEFAULTS, aged * DAY);
    // In the tail fewer than three are under watch: there nothing is said.
    if (by === 90) expect(found).toMatchObject({ refusal: { code: 'tail-too-thin' } });
    else expect(found).toMatchObject({ ok: true, value: expect.closeTo(chance, 9) as number });
  });

  it('[P2] a given date never gets likelier while nothing happens', () => {
    const chances = [0, 10, 20, 30, 40, 50].map((aged) =>
      chanceOfDate(evidence, NOW - aged * DAY, NOW - aged * DAY + 55 * DAY, NOW, DEFAULTS),
    );
    const values = chances.map((c) => (c.ok ? c.value : -1));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(values.at(-1)).toBeCloseTo(5 / 40, 9);
  });
});

describe('where a date lands', () => {
  it('[P2] at the end of a working day, never before the age it stands for', () => {
    // 28 of 30 took up to 28 hours: from Friday 10:00 that is Saturday afternoon, so it is Monday's end.
    const dates = suggestDates(seen(taking(30, HOUR)), NOW, NOW, hours(OFFICE), DEFAULTS);
    expect(dates).toMatchObject({ value: { nineOfTen: at('2026-03-30T15:00:00Z') } });
  });

  it('[P2] on the right local day in the night the clocks move', () => {
    const dates = suggestDates(seen(taking(30, HOUR * 1.25)), NOW, NOW, hours(AROUND_THE_CLOCK), DEFAULTS);
    // 35 hours after Friday 11:00 in Warsaw is Saturday 22:00; the day ends at midnight, an hour before the gap.
    expect(dates).toMatchObject({ value: { nineOfTen: at('2026-03-28T23:00:00Z') } });
  });

  it.each([
    ['half-way when that is earlier', 30, 4, 4],
    ['the team’s buffer when that is earlier', 5, 4.5, 4],
    ['the buffer where nothing is known', 10, null, 8],
  ])('[P2] our own target: %s', (_name, due, half, target) => {
    expect(targetFor(NOW, NOW + due * DAY, half === null ? null : NOW + half * DAY)).toBe(NOW + target * DAY);
  });
});

describe('the guard', () => {
  it.each([
    [0.8, 42],
    [0.85, 45],
    [0.9, 49],
    [0.95, 53],
  ])('[P2] of sixty dates meant to be kept with %f, %i kept are an alarm and one more is none', (tau, limit) => {
    expect(alarmAt(60, tau)).toBe(limit);
    const kept = (n: number): boolean[] => Array.from({ length: 60 }, (_, i) => i < n);
    expect(guardOf(kept(limit), tau).drifts).toBe(true);
    expect(guardOf(kept(limit + 1), tau)).toMatchObject({ drifts: false, readAt: tau });
  });

  it('[P2] reads later dates while the world drifts, and never beyond 99 of 100', () => {
    const some = guardOf(
      Array.from({ length: 60 }, (_, i) => i % 4 > 0),
      0.9,
    );
    expect(some).toMatchObject({ kept: 45, drifts: true });
    expect(some.readAt).toBeCloseTo(0.9 + 0.005 * (15 - 6), 9);
    expect(
      guardOf(
        Array.from({ length: 60 }, () => false),
        0.9,
      ).readAt,
    ).toBeCloseTo(0.99, 9);
  });

  it('[P2] says nothing before sixty dates have come', () => {
    expect(
      guardOf(
        Array.from({ length: 59 }, () => false),
        0.9,
      ),
    ).toMatchObject({ drifts: false, scored: 59 });
  });
});
