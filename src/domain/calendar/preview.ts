import { type BusinessTime, between } from './business-time.ts';
import { dayOf, formatDay } from './civil.ts';
import { startOfDay } from './zone.ts';
import { workingDays } from './working-days.ts';

/** What a year will be like, shown before a version is saved: closed dates, days with hours, open milliseconds. */
export type YearPreview = {
  readonly year: number;
  readonly closed: readonly { readonly date: string; readonly name: string; readonly removesHours: boolean }[];
  readonly workingDays: number;
  readonly openMs: number;
};

export function yearPreview(time: BusinessTime, year: number): YearPreview {
  const [from, to] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1)];
  const closed = [...time.closed]
    .filter(([day]) => day >= from && day < to)
    .sort(([a], [b]) => a - b)
    .map(([day, c]) => ({ date: formatDay(day), name: c.name, removesHours: c.removesHours }));
  return {
    year,
    closed,
    workingDays: workingDays(time, from, to).length,
    openMs: between(time, startOfDay(time.zone, from), startOfDay(time.zone, to)),
  };
}
