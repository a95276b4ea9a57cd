import type { Instant } from '../shared/instant.ts';
import { type Day, weekdayIndex } from './civil.ts';
import type { ClosedDate, Hours, Rulebook } from './rules.ts';
import { type Timeline, timelineOf, type WorkingDay } from './timeline.ts';
import { instantOfWall, startOfDay } from './zone.ts';

/** A piece of elapsed time, end not included. */
export type Span = { readonly from: Instant; readonly to: Instant };

const MINUTE = 60_000;

/**
 * Turns rules into open spans for the local dates from … to (not included). Everything local – zone, clock changes, precedence –
 * is settled here; afterwards there are only instants.
 *
 * Precedence on a date: an override replaces the weekday's hours, a closed date removes them (unless the override works although
 * closed), breaks are cut out. A date that the zone skips has no hours.
 */
export function compile(book: Rulebook, from: Day, to: Day): Timeline {
  const spans: Span[] = [];
  const days: WorkingDay[] = [];
  for (let day = from - 1; day < to; day += 1) {
    const hours = hoursOn(book, day);
    if (hours.length === 0) continue;
    const open = merge(cut(toSpans(book.zone, day, hours), cutters(book, day)));
    const last = open.at(-1);
    if (!last) continue;
    spans.push(...open);
    if (day >= from) days.push({ day, end: last.to });
  }
  return timelineOf({ from: startOfDay(book.zone, from), to: startOfDay(book.zone, to) }, merge(spans), days);
}

/** Whether hours may start on this date and none reach into it. */
const isClosed = (book: Rulebook, day: Day): boolean =>
  book.closed.has(day) && !book.overrides.get(day)?.worksAlthoughClosed;

/** The closed dates, each with whether it takes hours away. */
export function closedDays(book: Rulebook): Map<Day, ClosedDate> {
  const opened: Rulebook = { ...book, closed: new Map() };
  const removes = (day: Day): boolean => isClosed(book, day) && hoursOn(opened, day).length > 0;
  return new Map([...book.closed].map(([day, closed]) => [day, { ...closed, removesHours: removes(day) }]));
}

function hoursOn(book: Rulebook, day: Day): readonly Hours[] {
  if (isClosed(book, day) || startOfDay(book.zone, day) === startOfDay(book.zone, day + 1)) return [];
  return book.overrides.get(day)?.hours ?? book.week[weekdayIndex(day)] ?? [];
}

function toSpans(zone: string, day: Day, hours: readonly Hours[]): Span[] {
  return hours.map(({ from, to }) => ({ from: atMinute(zone, day, from), to: atMinute(zone, day, to) }));
}

const atMinute = (zone: string, day: Day, minute: number): Instant =>
  instantOfWall(zone, day * 1440 * MINUTE + minute * MINUTE);

/** What is taken out of the hours that start on `day`: breaks of the dates they can touch, and a closed date after midnight. */
function cutters(book: Rulebook, day: Day): Span[] {
  const out: Span[] = [];
  for (const d of [day - 1, day, day + 1]) out.push(...toSpans(book.zone, d, book.breaks.get(d) ?? []));
  if (book.nightShifts === 'cut-at-midnight' && isClosed(book, day + 1)) {
    out.push({ from: startOfDay(book.zone, day + 1), to: startOfDay(book.zone, day + 2) });
  }
  return out;
}

function cut(spans: readonly Span[], cutters: readonly Span[]): Span[] {
  let left = [...spans];
  for (const c of cutters) {
    left = left.flatMap((s) =>
      c.to <= s.from || c.from >= s.to
        ? s
        : [
            { from: s.from, to: c.from },
            { from: c.to, to: s.to },
          ],
    );
    left = left.filter((s) => s.from < s.to);
  }
  return left;
}

/** Sorted, empty ones dropped, overlapping and touching ones joined. */
function merge(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((s) => s.from < s.to).sort((a, b) => a.from - b.from);
  const out: { from: Instant; to: Instant }[] = [];
  for (const s of sorted) {
    const last = out.at(-1);
    if (last && s.from <= last.to) last.to = Math.max(last.to, s.to);
    else out.push({ ...s });
  }
  return out;
}
