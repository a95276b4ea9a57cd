import { DAY, type Instant } from '../shared/instant.ts';
import type { Day } from './civil.ts';

/**
 * Zones, through `Intl` only. Offsets of one zone are found once per calendar year and kept: a sample every four days, and a
 * search to the second between two samples that differ. No zone known to tzdata changed twice within four days since 1970.
 */
type ZoneYears = { readonly read: (t: Instant) => number; readonly years: Map<number, Changes> };
type Changes = { readonly at: readonly Instant[]; readonly offset: readonly number[] };

const YEAR = 365.2425 * DAY;
const SAMPLE = 4 * DAY;
const SECOND = 1000;
const zones = new Map<string, ZoneYears | null>();

function open(zone: string): ZoneYears | null {
  let known = zones.get(zone);
  if (known === undefined) {
    known = load(zone);
    zones.set(zone, known);
  }
  return known;
}

function load(zone: string): ZoneYears | null {
  // An offset such as "+02:00" is accepted by Intl but is no place with rules; the record asks for an IANA zone.
  if (!/^[A-Za-z]/.test(zone)) return null;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  } catch {
    return null;
  }
  return { read: (t) => offsetFromName(format.format(t)), years: new Map() };
}

/** Reads "2026, GMT+05:45" or, before standard time, "GMT-00:01:15". */
function offsetFromName(text: string): number {
  const m = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  if (!m) throw new Error(`unexpected offset from Intl: ${text}`);
  if (!m[1]) return 0;
  const size = Number(m[2]) * 3_600_000 + Number(m[3]) * 60_000 + Number(m[4] ?? 0) * SECOND;
  return m[1] === '-' ? -size : size;
}

function changesOf(z: ZoneYears, year: number): Changes {
  let known = z.years.get(year);
  if (!known) {
    known = findChanges(z.read, Math.floor(year * YEAR), Math.floor((year + 1) * YEAR));
    z.years.set(year, known);
  }
  return known;
}

function findChanges(read: (t: Instant) => number, from: Instant, to: Instant): Changes {
  const at: Instant[] = [from];
  const offset: number[] = [read(from)];
  let before = from;
  while (before < to) {
    const after = Math.min(before + SAMPLE, to);
    const last = offset[offset.length - 1] ?? 0;
    const next = read(after);
    if (next !== last) {
      at.push(firstChange(read, before, after, last));
      offset.push(next);
    }
    before = after;
  }
  return { at, offset };
}

function firstChange(read: (t: Instant) => number, from: Instant, to: Instant, offset: number): Instant {
  let same = Math.floor(from / SECOND);
  let changed = Math.ceil(to / SECOND);
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (read(middle * SECOND) === offset) same = middle;
    else changed = middle;
  }
  return changed * SECOND;
}

/** Whether the runtime has rules for this IANA zone. */
export const isKnownZone = (zone: string): boolean => open(zone) !== null;

/** Offset of local time from UTC at an instant, in ms, positive to the east. Throws on a zone that validation should have refused. */
export function offsetAt(zone: string, t: Instant): number {
  const z = open(zone);
  if (!z) throw new Error(`unknown time zone: ${zone}`);
  const { at, offset } = changesOf(z, Math.floor(t / YEAR));
  let i = at.length - 1;
  while (i > 0 && (at[i] ?? 0) > t) i -= 1;
  return offset[i] ?? 0;
}

/** A local reading of the clock: ms from 1970-01-01T00:00 as if the place were on UTC. Never an instant. */
export type WallTime = number;

export const wallOf = (day: Day, msOfDay = 0): WallTime => day * DAY + msOfDay;

export const wallAt = (zone: string, t: Instant): WallTime => t + offsetAt(zone, t);

/** The local date at an instant. */
export const dayAt = (zone: string, t: Instant): Day => Math.floor(wallAt(zone, t) / DAY);

export type Resolved = { readonly instant: Instant; readonly shift: 'none' | 'gap' | 'overlap' };

/**
 * The instant of a local reading, resolved as RFC 5545 and Temporal's `compatible` do: a time inside the spring gap moves later by
 * the gap, one inside the autumn overlap takes the earlier reading. `shift` says that it happened, so both sides can be shown it.
 */
export function resolveWall(zone: string, wall: WallTime): Resolved {
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  if (before === after) return { instant: wall - before, shift: 'none' };
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  const earlyFits = early + offsetAt(zone, early) === wall;
  const lateFits = late + offsetAt(zone, late) === wall;
  if (earlyFits && lateFits) return { instant: early, shift: 'overlap' };
  if (earlyFits) return { instant: early, shift: 'none' };
  if (lateFits) return { instant: late, shift: 'none' };
  return { instant: wall - before, shift: 'gap' };
}

export const instantOfWall = (zone: string, wall: WallTime): Instant => resolveWall(zone, wall).instant;

/** First instant of a local date; 01:00 where the clock is moved at midnight. */
export const startOfDay = (zone: string, day: Day): Instant => instantOfWall(zone, wallOf(day));
