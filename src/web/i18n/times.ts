import type { Lang } from './i18n.tsx';

/** How each language writes dates: English the European way, day before month, 24 hours. */
export const localeOf = (lang: Lang): string => (lang === 'en' ? 'en-GB' : lang);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times more than using it, and a list shows thousands of dates. */
function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** Who reads, where, and when: the year is named when it is not this year's, the zone when it is not the reader's own. */
export type Reader = { readonly lang: Lang; readonly zone: string; readonly now: number };

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

export function writeDate(reader: Reader, instant: number, zone = reader.zone): string {
  return dates(localeOf(reader.lang), { ...DAY, ...year(reader, instant, zone), timeZone: zone }).format(instant);
}

export function writeWhen(reader: Reader, instant: number, zone = reader.zone): string {
  const options = { ...DAY, ...TIME, ...year(reader, instant, zone), ...named(reader, instant, zone), timeZone: zone };
  return dates(localeOf(reader.lang), options).format(instant);
}

export function writeTime(reader: Reader, instant: number, zone = reader.zone): string {
  const options = { ...TIME, ...named(reader, instant, zone), timeZone: zone };
  return dates(localeOf(reader.lang), options).format(instant);
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** “in 3 hours”, “yesterday”: the largest unit that is not below one, and days counted by the reader's calendar. */
export function writeRelative(reader: Reader, instant: number): string {
  const format = new Intl.RelativeTimeFormat(localeOf(reader.lang), { numeric: 'auto' });
  const apart = instant - reader.now;
  const days = dayNumber(reader, instant) - dayNumber(reader, reader.now);
  if (days !== 0 && Math.abs(days) < 7 && Math.abs(apart) >= 6 * 3_600_000) return format.format(days, 'day');
  const [unit, size] = UNITS.find(([, ms]) => Math.abs(apart) >= ms) ?? ['minute', 60_000];
  return format.format(Math.round(apart / size), unit);
}

function dayNumber(reader: Reader, instant: number): number {
  const parts = dates('en-GB', { timeZone: reader.zone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const of = Object.fromEntries(parts.formatToParts(instant).map((p) => [p.type, Number(p.value)]));
  return Date.UTC(of['year'] ?? 0, (of['month'] ?? 1) - 1, of['day'] ?? 1) / 86_400_000;
}

function year(reader: Reader, instant: number, zone: string): Intl.DateTimeFormatOptions {
  const of = (t: number): string => dates('en-GB', { year: 'numeric', timeZone: zone }).format(t);
  return of(instant) === of(reader.now) ? {} : { year: 'numeric' };
}

/** Two zones that show the same clock at that moment need no name. */
function named(reader: Reader, instant: number, zone: string): Intl.DateTimeFormatOptions {
  if (zone === reader.zone) return {};
  const clock = (z: string): string =>
    dates('en-GB', { timeZone: z, day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(instant);
  return clock(zone) === clock(reader.zone) ? {} : { timeZoneName: 'shortGeneric' };
}
