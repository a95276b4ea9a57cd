import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicHolidays } from '../../src/platform/calendar/holidays.ts';
import { DATA, filesBelow } from './corpus.ts';

type Entry = { readonly date: string; readonly type: string; readonly rule: string };

/** The dates of an entry by its own rule, `01-02 P5D`: counted from the text, not from start and end. */
function datesOf({ date, rule }: Entry): string[] {
  const days = Number(/ P(\d+)D/.exec(rule)?.[1] ?? 1);
  const first = Date.parse(`${date.slice(0, 10)}T00:00Z`);
  return Array.from({ length: days }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10));
}

describe('the published list of the same library', () => {
  it('every date of every public entry, ten regions and ten years', () => {
    const files = filesBelow(`${DATA}/calendars/date-holidays`);
    expect(files.length).toBeGreaterThanOrEqual(100);
    for (const file of files) {
      const [, region = '', year = ''] = /^(.+)-(\d{4})\.json$/.exec(basename(file)) ?? [];
      const entries = JSON.parse(readFileSync(file, 'utf8')) as Entry[];
      const want = new Set(entries.filter((e) => e.type === 'public').flatMap(datesOf));
      const have = publicHolidays(region, Number(year), Number(year)) ?? [];
      const missing = [...want].filter((d) => d.startsWith(year) && !have.some((h) => h.date === d));
      // Our version knows the days that Russia moved in 2022; the list is older.
      const more = have.filter((h) => !want.has(h.date) && !h.name.includes('перенос'));
      expect([region, year, missing, more]).toEqual([region, year, [], []]);
    }
  });
});

describe('another library', () => {
  /** Days the other library counts that are no public holiday here, or that a government moved in one year. */
  const moved = /substituted|observed|World Cup/;
  it.each([
    ['PL', 'PL_COMMON'],
    ['FR', 'FR_COMMON'],
    ['FR-57', 'FR_57'],
    ['DE', 'DE_COMMON'],
    ['GB-SCT', 'GB_SCT'],
    ['RU', 'RU_COMMON'],
  ])('%s agrees from 2020 to 2029, but for days that were moved', (region, file) => {
    const names = JSON.parse(readFileSync(`${DATA}/calendars/python-holidays/${file}.json`, 'utf8')) as Record<
      string,
      string
    >;
    const theirs = Object.keys(names).filter((d) => d >= '2020' && d < '2030');
    const ours = new Set(publicHolidays(region, 2020, 2029)?.map((h) => h.date));
    const missing = theirs.filter((d) => !ours.has(d));
    console.log(
      `${region}: ${ours.size} ours, ${theirs.length} theirs, ${missing.length} moved by decree and not ours`,
    );
    expect(missing.filter((d) => !moved.test(names[d] ?? ''))).toEqual([]);
    // One law says 9 March 2026 where the other library has an ordinary Monday after a Sunday holiday.
    const extra = [...ours].filter((d) => !theirs.includes(d));
    expect(extra).toEqual(region === 'RU' ? ['2026-03-09'] : []);
  });
});
