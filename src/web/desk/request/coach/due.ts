import type { Coaching } from '../../../../contract/coach.ts';
import { parseDay } from '../../../../domain/calendar/civil.ts';
import { instantOfWall, wallOf } from '../../../../domain/calendar/zone.ts';

type Calendar = Coaching['calendar'];
const FIVE = 17 * 3_600_000;

/** When a date said in a draft is over: the end of that day's hours, or five o'clock where it has none. */
export function dueOf(date: string, calendar: Calendar, zone: string): string | null {
  const known = calendar.days.find((d) => d.date === date);
  if (known) return known.end;
  const day = parseDay(date);
  return day === null ? null : new Date(instantOfWall(zone, wallOf(day, FIVE))).toISOString();
}

/** Whether anybody works on that date, and the name of the holiday; null beyond what the calendar reaches. */
export function isOpenOn(date: string, calendar: Calendar): { open: boolean; name: string | null } | null {
  if (date >= calendar.until) return null;
  const open = calendar.days.some((d) => d.date === date);
  return { open, name: calendar.closed.find((c) => c.date === date)?.name ?? null };
}
