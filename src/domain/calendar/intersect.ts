import type { Instant } from '../shared/instant.ts';
import { type Timeline, timelineOf, type WorkingDay } from './timeline.ts';
import { dayAt, startOfDay } from './zone.ts';

/** Open time both calendars share. Zones play no part; the local dates counted as working days are those of `zone`. */
export function intersect(a: Timeline, b: Timeline, zone: string): Timeline {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  const spans: { from: Instant; to: Instant }[] = [];
  let i = 0;
  let j = 0;
  while (i < a.starts.length && j < b.starts.length) {
    const [endA, endB] = [a.ends[i] ?? 0, b.ends[j] ?? 0];
    const start = Math.max(a.starts[i] ?? 0, b.starts[j] ?? 0);
    const end = Math.min(endA, endB);
    if (start < end) spans.push({ from: start, to: end });
    if (endA < endB) i += 1;
    else j += 1;
  }
  return timelineOf({ from, to }, spans, sharedDays(spans, zone));
}

/** One long span may cover several local dates; each of them counts, and ends where the shared time on it ends. */
function sharedDays(spans: readonly { from: Instant; to: Instant }[], zone: string): WorkingDay[] {
  const ends = new Map<number, Instant>();
  for (const s of spans) {
    const last = dayAt(zone, s.to - 1);
    for (let day = dayAt(zone, s.from); day <= last; day += 1) ends.set(day, Math.min(s.to, startOfDay(zone, day + 1)));
  }
  return [...ends].map(([day, end]) => ({ day, end }));
}
