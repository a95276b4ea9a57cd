import { formatDay, parseDay, weekdayIndex } from '../../../domain/calendar/civil.ts';
import { dayAt, startOfDay } from '../../../domain/calendar/zone.ts';

export type Week = { readonly from: string; readonly to: string; readonly days: readonly string[] };

/** Monday to Sunday around a date `2026-03-13`, as the reader's calendar counts; today's week when there is none. */
export function weekOf(day: string | undefined, zone: string, now: number): Week {
  const date = (day ? parseDay(day) : null) ?? dayAt(zone, now);
  const monday = date - weekdayIndex(date);
  const at = (n: number): string => new Date(startOfDay(zone, monday + n)).toISOString();
  return { from: at(0), to: at(7), days: [0, 1, 2, 3, 4, 5, 6].map((n) => formatDay(monday + n)) };
}

/** The date so many days from another. */
export const dayAfter = (day: string, days: number): string => formatDay((parseDay(day) ?? 0) + days);

/** The date an instant falls on for the reader. */
export const dateOf = (iso: string, zone: string): string => formatDay(dayAt(zone, Date.parse(iso)));

export type VisitsSearch = { day?: string; visit?: string; by?: 'client' };

/** Which week, and which visit is open, live in the address. */
export function visitsSearch(search: Record<string, unknown>): VisitsSearch {
  const { day, visit, by } = search;
  return {
    ...(typeof day === 'string' && parseDay(day) !== null ? { day } : {}),
    ...(typeof visit === 'string' ? { visit } : {}),
    ...(by === 'client' ? { by } : {}),
  };
}
