import { WEEKDAYS, type Weekday } from '../calendar/civil.ts';
import type { CalendarRules, HoursText } from '../calendar/rules.ts';
import { DAY } from '../shared/instant.ts';

/** Neighbouring weekdays with the same hours: Monday to Friday, 09:00–18:00. */
export type HoursGroup = { readonly from: Weekday; readonly to: Weekday; readonly hours: readonly HoursText[] };

/** The week as people say it; days without hours are left out. */
export function hoursGroups(rules: CalendarRules): HoursGroup[] {
  const groups: { from: Weekday; to: Weekday; hours: readonly HoursText[] }[] = [];
  let before = '';
  for (const day of WEEKDAYS) {
    const hours = [...(rules.week[day] ?? [])].sort((a, b) => (a[0] < b[0] ? -1 : 1));
    const shape = JSON.stringify(hours);
    const last = groups.at(-1);
    if (hours.length > 0 && last && shape === before) last.to = day;
    else if (hours.length > 0) groups.push({ from: day, to: day, hours });
    before = shape;
  }
  return groups;
}

const MONDAY = 4 * DAY; // 1970-01-05

/** "Mon–Fri 09:00–18:00", weekday names in the reader's language. An end past midnight is shown as the clock shows it. */
export function hoursText(groups: readonly HoursGroup[], locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const day = (d: Weekday): string => name.format(MONDAY + WEEKDAYS.indexOf(d) * DAY);
  return groups
    .map((g) => {
      const days = g.from === g.to ? day(g.from) : `${day(g.from)}–${day(g.to)}`;
      return `${days} ${g.hours.map(([from, to]) => `${from}–${onTheClock(to)}`).join(', ')}`;
    })
    .join('; ');
}

const onTheClock = (end: string): string =>
  end <= '24:00' ? end : `${String(Number(end.slice(0, 2)) % 24).padStart(2, '0')}${end.slice(2)}`;
