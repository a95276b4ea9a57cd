import { describe, expect, it } from 'vitest';
import { holidayRegions, publicHolidays } from './holidays.ts';

const dates = (region: string, year: number): string[] =>
  (publicHolidays(region, year, year) ?? []).map((h) => h.date.slice(5));

describe('public holidays', () => {
  it('Russia: every day of the holidays after New Year, although they are one entry', () => {
    expect(dates('RU', 2026).slice(0, 8)).toEqual([
      '01-01',
      '01-02',
      '01-03',
      '01-04',
      '01-05',
      '01-06',
      '01-07',
      '01-08',
    ]);
  });

  it('Poland: 24 December is free from 2025 on', () => {
    expect(dates('PL', 2024)).not.toContain('12-24');
    expect(dates('PL', 2025)).toContain('12-24');
  });

  it('France: Moselle has two days more', () => {
    expect(dates('FR-57', 2026).filter((d) => !dates('FR', 2026).includes(d))).toEqual(['04-03', '12-26']);
  });

  it('an evening before closes nothing: the feast begins at sunset, its days follow', () => {
    expect(dates('TR', 2026)).toEqual(expect.arrayContaining(['03-20', '03-21', '03-22']));
    expect(dates('TR', 2026)).not.toContain('03-19');
  });

  it('names are in the language asked for, and say where they come from', () => {
    expect(publicHolidays('PL', 2026, 2026, 'en')?.[0]).toEqual({
      date: '2026-01-01',
      name: "New Year's Day",
      source: 'PL',
    });
    expect(publicHolidays('PL', 2026, 2026)?.[0]?.name).toBe('Nowy Rok');
  });

  it('several years in one list, in order and without repeats', () => {
    const all = (publicHolidays('RU', 2020, 2029) ?? []).map((h) => h.date);
    expect(all).toEqual([...new Set(all)].toSorted());
    expect([all[0]?.slice(0, 4), all.at(-1)?.slice(0, 4)]).toEqual(['2020', '2029']);
  });

  it.each(['XX', 'FR-99', 'DE-BY-ZZ', '', 'constructor'])(
    '%j is no region, and no calendar of somewhere else is given',
    (region) => {
      expect(publicHolidays(region, 2026, 2026)).toBeNull();
    },
  );
});

describe('what can be chosen', () => {
  it.each([
    ['countries', null, 'PL', 'Poland'],
    ['states', 'FR', 'FR-57', 'Département Moselle'],
    ['regions of a state', 'DE-BY', 'DE-BY-A', 'Stadt Augsburg'],
  ])('%s', (_, parent, code, name) => {
    expect(holidayRegions(parent, 'en')).toContainEqual({ code, name });
  });

  it('a country without states has none', () => expect(holidayRegions('PL', 'en')).toEqual([]));
});
