import { Temporal } from 'temporal-polyfill';
import type { IcsComponent, IcsProperty } from './ics-lines.ts';

/** A date, or a local time in a zone. */
export type IcsTime =
  | { readonly kind: 'date'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'time'; readonly time: Temporal.ZonedDateTime };

/** Names that Windows programs write, for the zones of our readers and their neighbours (Unicode CLDR, windowsZones). */
const WINDOWS: Readonly<Record<string, string>> = {
  'gmt standard time': 'Europe/London',
  'w. europe standard time': 'Europe/Berlin',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'western/central europe': 'Europe/Berlin',
  'romance standard time': 'Europe/Paris',
  'e. europe standard time': 'Europe/Chisinau',
  'fle standard time': 'Europe/Kiev',
  'gtb standard time': 'Europe/Bucharest',
  'turkey standard time': 'Europe/Istanbul',
  'russian standard time': 'Europe/Moscow',
  'kaliningrad standard time': 'Europe/Kaliningrad',
  'ekaterinburg standard time': 'Asia/Yekaterinburg',
  'belarus standard time': 'Europe/Minsk',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'pacific standard time': 'America/Los_Angeles',
  'tokyo standard time': 'Asia/Tokyo',
  'china standard time': 'Asia/Shanghai',
  'india standard time': 'Asia/Calcutta',
  'aus eastern standard time': 'Australia/Sydney',
};

const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
};

/** Finds the IANA zone a file means by its TZID: the name itself, one behind a prefix, a Windows name, or X-LIC-LOCATION. */
export function zoneFinder(components: readonly IcsComponent[]): (tzid: string) => string | null {
  const places = new Map<string, string>();
  for (const zone of components.filter((c) => c.name === 'VTIMEZONE')) {
    const value = (name: string): string => zone.properties.find((p) => p.name === name)?.value.trim() ?? '';
    if (isZone(value('X-LIC-LOCATION'))) places.set(value('TZID'), value('X-LIC-LOCATION'));
  }
  const known = new Map<string, string | null>();
  const find = (tzid: string): string | null => {
    const parts = tzid.replace(/^\/+/, '').split('/');
    const names = [tzid, ...parts.map((_, i) => parts.slice(i).join('/'))];
    return names.find(isZone) ?? WINDOWS[tzid.toLowerCase()] ?? places.get(tzid) ?? null;
  };
  return (tzid) => {
    const name = tzid.trim();
    if (!known.has(name)) known.set(name, find(name));
    return known.get(name) ?? null;
  };
}

/**
 * One value of DTSTART, DTEND, RDATE or EXDATE; null when it is none. A time in the spring gap moves on and one said twice in
 * autumn is the first, as RFC 5545 asks.
 */
export function readTime(text: string, zone: string): IcsTime | null {
  const m = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z?))?$/i.exec(text.trim());
  if (!m) return null;
  const [year, month, day, hour, minute, second] = m.slice(1, 7).map((n) => Number(n ?? 0));
  try {
    const date = Temporal.PlainDate.from({ year: year ?? 0, month: month ?? 0, day: day ?? 0 }, { overflow: 'reject' });
    if (m[4] === undefined) return { kind: 'date', date };
    // Second 60 is a leap second; calendars have none.
    const time = Temporal.PlainTime.from({ hour, minute, second: Math.min(second ?? 0, 59) }, { overflow: 'reject' });
    return { kind: 'time', time: date.toPlainDateTime(time).toZonedDateTime(m[7] ? 'UTC' : zone) };
  } catch {
    return null;
  }
}

/** RFC 5545 §3.3.6: weeks, or days and time; days are nominal. Null when it is none or negative. */
export function readDuration(text: string): Temporal.Duration | null {
  const m = /^\+?P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/i.exec(
    text.trim(),
  );
  if (!m || !m.slice(1).some((n) => n !== undefined)) return null;
  const [weeks, days, hours, minutes, seconds] = m.slice(1).map((n) => Number(n ?? 0));
  return Temporal.Duration.from({ weeks, days, hours, minutes, seconds });
}

/** The values of a property that may hold several. */
export const valuesOf = (property: IcsProperty): string[] =>
  property.value
    .split(',')
    .map((v) => v.trim())
    .filter((v) => v !== '');

/** `start/end` or `start/duration` as instants in ms UTC; null when it is none. */
export function readPeriod(value: string, zone: string): { from: number; to: number } | null {
  const [first = '', second = ''] = value.split('/');
  const from = readTime(first, zone);
  const end = readTime(second, zone);
  const length = readDuration(second);
  if (from?.kind !== 'time') return null;
  const to = end?.kind === 'time' ? end.time : length ? from.time.add(length) : null;
  if (!to || to.epochMilliseconds <= from.time.epochMilliseconds) return null;
  return { from: from.time.epochMilliseconds, to: to.epochMilliseconds };
}
