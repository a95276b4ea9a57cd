import { DAY, HOUR, type Instant, MINUTE } from '../shared/instant.ts';
import { formatDay, parseDay } from './civil.ts';
import { offsetAt, type Resolved, resolveWall, wallOf } from './zone.ts';

const SECOND = 1000;

/** Local time with its offset, `2026-03-16T09:30:00+01:00`; milliseconds are cut off. */
export function formatLocal(zone: string, t: Instant): string {
  const offset = offsetAt(zone, t);
  const wall = t + offset;
  const day = Math.floor(wall / DAY);
  return `${formatDay(day)}T${formatClock(wall - day * DAY)}${formatOffset(offset)}`;
}

/** `2026-03-16T08:30:00Z`. */
export function formatUtc(t: Instant): string {
  const day = Math.floor(t / DAY);
  return `${formatDay(day)}T${formatClock(t - day * DAY)}Z`;
}

const two = (n: number): string => String(n).padStart(2, '0');

function formatClock(ms: number): string {
  const s = Math.floor(ms / SECOND);
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

function formatOffset(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / MINUTE);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * A time as typed. With `Z` or an offset it is an instant already; without, it is local time in `zone`.
 * Accepts `2026-03-13`, `2026-03-13T16:30`, seconds and fractions, `T` or a space. Null when it is none of these.
 */
export function parseTime(text: string, zone: string): Resolved | null {
  const m =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/.exec(
      text.trim(),
    );
  const day = m && parseDay(m[1] ?? '');
  if (!m || day === null) return null;
  const [hours, minutes, seconds] = [Number(m[2] ?? 0), Number(m[3] ?? 0), Number(m[4] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const ms = ((hours * 60 + minutes) * 60 + seconds) * SECOND + Number((m[5] ?? '').padEnd(3, '0').slice(0, 3));
  const wall = wallOf(day, ms);
  return m[6] ? { instant: wall - parseOffset(m[6]), shift: 'none' } : resolveWall(zone, wall);
}

function parseOffset(text: string): number {
  if (text === 'Z') return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const size = Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2)) * MINUTE;
  return text.startsWith('-') ? -size : size;
}
