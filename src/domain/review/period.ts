import { civilOf, dayOf, formatDay, monthStart, parseDay } from '../calendar/civil.ts';
import type { Period } from './words.ts';

const days = ({ from, to }: Period): { from: number; to: number } => ({
  from: parseDay(from) ?? 0,
  to: parseDay(to) ?? 0,
});

/** Weeks of a period, its last day included; never 0. */
export function weeksOf(period: Period): number {
  const { from, to } = days(period);
  return Math.max(1, to - from + 1) / 7;
}

/** True when a period begins on the first and ends on the last day of a month: then kept tallies tell it at once. */
export function wholeMonths(period: Period): boolean {
  const { from, to } = days(period);
  return monthStart(from) === from && monthStart(to, 1) === to + 1;
}

/** How many months a period has, also for broken ones: what counts of two periods are compared by. */
export function monthsOf(period: Period): number {
  if (!wholeMonths(period)) return (weeksOf(period) * 7 * 12) / 365.25;
  const [from, to] = [civilOf(days(period).from), civilOf(days(period).to)];
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

/** T17: the period just before, equally long: whole months before whole months, else the same number of days. */
export function periodBefore(period: Period): Period {
  const { from, to } = days(period);
  const begin = wholeMonths(period) ? monthStart(from, -monthsOf(period)) : from - (to - from + 1);
  return { from: formatDay(begin), to: formatDay(from - 1) };
}

/** The first days of the months that a period touches, in order. */
export function monthList(period: Period): string[] {
  const { from, to } = days(period);
  const found: string[] = [];
  for (let month = monthStart(from); month <= to; month = monthStart(month, 1)) found.push(formatDay(month));
  return found;
}

/** The quarter that ended last before `today`: what a review is usually about. */
export function lastQuarter(today: string): Period {
  const { year, month } = civilOf(parseDay(today) ?? 0);
  const begin = dayOf(year, Math.floor((month - 1) / 3) * 3 + 1, 1);
  return { from: formatDay(monthStart(begin, -3)), to: formatDay(begin - 1) };
}
