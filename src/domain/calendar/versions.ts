import type { Instant } from '../shared/instant.ts';
import type { Result } from '../shared/result.ts';
import { type BusinessTime, businessTime } from './business-time.ts';
import { formatDay } from './civil.ts';
import type { CalendarRefusal } from './read-rules.ts';
import type { Calendar, CalendarRules, CalendarVersion } from './rules.ts';
import { dayAt } from './zone.ts';

/** The version in force at an instant, by the local date it is then. */
export const calendarVersionAt = (calendar: Calendar, t: Instant): CalendarVersion | null =>
  versionOn(calendar.versions, formatDay(dayAt(calendar.zone, t)));

/** The version in force on a local date: the last to begin by then, the higher number on a tie. Null before the first. */
export function versionOn(versions: readonly CalendarVersion[], date: string): CalendarVersion | null {
  let found: CalendarVersion | null = null;
  for (const v of versions) {
    if (v.validFrom > date) continue;
    if (!found || v.validFrom > found.validFrom || (v.validFrom === found.validFrom && v.no > found.no)) found = v;
  }
  return found;
}

const VERSION_FIELDS = ['no', 'validFrom', 'holidayRegion', 'note'];
const KEEP = 200;
const compiled = new Map<string, BusinessTime>();

/** The hours of a version, shared by everyone who asks for the same zone and rules, whatever the order they are written in. */
export function timeOf(zone: string, version: CalendarRules): Result<BusinessTime, CalendarRefusal> {
  const key = canonical(zone, version);
  const known = compiled.get(key);
  if (known) return { ok: true, value: known };
  const made = businessTime(zone, version, VERSION_FIELDS);
  if (made.ok) {
    const oldest = compiled.keys().next().value;
    if (compiled.size >= KEEP && oldest !== undefined) compiled.delete(oldest);
    compiled.set(key, made.value);
  }
  return made;
}

/** The rules alone, in one order: what decides a deadline and nothing else. */
function canonical(zone: string, r: CalendarRules): string {
  return JSON.stringify(
    sorted([zone, r.week, r.overrides ?? {}, r.breaks ?? {}, r.closed ?? {}, r.nightShifts ?? 'cut-at-midnight']),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => [k, sorted(v)]);
}

/** 64 bits of FNV-1a over the rules, 16 hex digits: tells versions apart in a derivation; no protection against forgery. */
export function rulesHash(zone: string, rules: CalendarRules): string {
  const text = canonical(zone, rules);
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i += 1) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return [a, b].map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
}
