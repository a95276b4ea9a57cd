import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

export type Holiday = { readonly date: string; readonly name: string; readonly source: string };

/** `PL`, `US-MA`, `DE-BY-A`: country, state, region as in ISO 3166, joined by hyphens. */
const open = (region: string, languages?: string): Holidays | null => {
  const [country = '', state, area] = region.toUpperCase().split('-');
  const known = new Holidays();
  // The package keeps silent about a region it does not know and answers for the country; that would be the wrong calendar.
  if (!Object.hasOwn(known.getCountries(), country)) return null;
  if (state !== undefined && !Object.hasOwn(known.getStates(country) ?? {}, state)) return null;
  if (area !== undefined && !Object.hasOwn(known.getRegions(country, state ?? '') ?? {}, area)) return null;
  const options = languages === undefined ? {} : { languages };
  if (area !== undefined && state !== undefined) return new Holidays(country, state, area, options);
  return state === undefined ? new Holidays(country, options) : new Holidays(country, state, options);
};

/**
 * The public holidays of a region, every date of those that last several days, in the region's own zone; null for a region
 * nobody knows. Transferred working days are not modelled: they are overrides, made by a person.
 * A date counts when the holiday covers its noon, so that an evening before and a free afternoon close nothing.
 */
export function publicHolidays(region: string, fromYear: number, toYear: number, lang?: string): Holiday[] | null {
  const known = open(region, lang);
  if (!known) return null;
  const zone = known.getTimezones()[0] ?? 'UTC';
  const dates = new Map<string, Holiday>();
  // One year before: a holiday may last over the turn of the year.
  for (let year = fromYear - 1; year <= toYear; year += 1) {
    for (const h of known.getHolidays(year)) {
      if (h.type !== 'public') continue;
      for (const date of datesOf(h.start.getTime(), h.end.getTime(), zone)) {
        const inside = Number(date.slice(0, 4)) >= fromYear && Number(date.slice(0, 4)) <= toYear;
        if (inside && !dates.has(date)) dates.set(date, { date, name: h.name, source: region });
      }
    }
  }
  return [...dates.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function datesOf(start: number, end: number, zone: string): string[] {
  const dates: string[] = [];
  let day = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).toPlainDate();
  for (;;) {
    const noon = day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds;
    if (noon >= end) return dates;
    if (noon >= start) dates.push(day.toString());
    day = day.add({ days: 1 });
  }
}

/** What can be chosen: countries, or the states of a country, or the regions of a state, with their names. */
export function holidayRegions(parent: string | null, lang: string): { code: string; name: string }[] {
  const known = new Holidays();
  const [country, state] = (parent ?? '').toUpperCase().split('-');
  const names = !country
    ? known.getCountries(lang)
    : state
      ? known.getRegions(country, state, lang)
      : known.getStates(country, lang);
  return Object.entries(names ?? {}).map(([code, name]) => ({
    code: parent ? `${parent.toUpperCase()}-${code}` : code,
    name,
  }));
}
