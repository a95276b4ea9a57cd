import { DAY, type Instant } from '../shared/instant.ts';
import { askTimeline, type BusinessTime, nextOpen, previousOpen } from './business-time.ts';
import type { Day } from './civil.ts';
import { BeyondHorizon, type Timeline, type WorkingDay } from './timeline.ts';
import { dayAt, instantOfWall, wallAt, wallOf } from './zone.ts';

/** Index of the first working day later than `day`. */
function firstAfter(days: readonly WorkingDay[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle]?.day ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nthAfter(tl: Timeline, t: Instant, day: Day, n: number): WorkingDay {
  if (t < tl.from) throw new BeyondHorizon('before');
  const found = tl.days[firstAfter(tl.days, day) + n - 1];
  if (!found) throw new BeyondHorizon('after');
  return found;
}

function nthBefore(tl: Timeline, t: Instant, day: Day, n: number): WorkingDay {
  if (t > tl.to) throw new BeyondHorizon('after');
  const found = tl.days[firstAfter(tl.days, day - 1) - n];
  if (!found) throw new BeyondHorizon('before');
  return found;
}

/**
 * "In n working days": the n-th later local date that has hours, at the same wall time, then on to the next opening. From before
 * opening it is that day's opening, from after closing the next day's. With 0 the first open instant.
 */
export function addWorkingDays(time: BusinessTime, t: Instant, n: number): Instant {
  whole(n);
  if (n === 0) return nextOpen(time, t);
  const day = dayAt(time.zone, t);
  const target = askTimeline(time, t, (tl) => nthAfter(tl, t, day, n));
  return nextOpen(time, onDay(time.zone, target.day, t));
}

/** The n-th earlier local date that has hours, same wall time, then back to the last open instant. */
export function subtractWorkingDays(time: BusinessTime, t: Instant, n: number): Instant {
  whole(n);
  if (n === 0) return previousOpen(time, t);
  const day = dayAt(time.zone, t);
  const target = askTimeline(time, t, (tl) => nthBefore(tl, t, day, n));
  return previousOpen(time, onDay(time.zone, target.day, t));
}

/** A due *date* in n working days: when the hours of that date end. With 0 the end of the hours that are open now or next. */
export function endOfWorkingDay(time: BusinessTime, t: Instant, n: number): Instant {
  whole(n);
  if (n > 0) return askTimeline(time, t, (tl) => nthAfter(tl, t, dayAt(time.zone, t), n)).end;
  const from = nextOpen(time, t);
  return askTimeline(time, from, (tl) => {
    const found = tl.days.find((d) => d.end > from);
    if (!found) throw new BeyondHorizon('after');
    return found.end;
  });
}

/** The local dates with hours from … to (not included). */
export function workingDays(time: BusinessTime, from: Day, to: Day): Day[] {
  return time
    .compile(from, to)
    .days.map((d) => d.day)
    .filter((day) => day >= from && day < to);
}

const onDay = (zone: string, day: Day, t: Instant): Instant => {
  const wall = wallAt(zone, t);
  return instantOfWall(zone, wallOf(day, wall - Math.floor(wall / DAY) * DAY));
};

function whole(n: number): void {
  if (!Number.isInteger(n) || n < 0) throw new RangeError('working days are a whole number from 0');
}
