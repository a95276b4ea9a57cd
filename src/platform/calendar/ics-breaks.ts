import { Temporal } from 'temporal-polyfill';

type Breaks = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;

/** Busy spans as breaks of a calendar version: per local date, whole minutes, so that no busy minute counts as open. */
export function breaksFrom(busy: readonly { readonly from: number; readonly to: number }[], zone: string): Breaks {
  const breaks: Record<string, [string, string][]> = {};
  for (const span of busy) {
    let at = Temporal.Instant.fromEpochMilliseconds(Math.floor(span.from / 60_000) * 60_000).toZonedDateTimeISO(zone);
    const end = Temporal.Instant.fromEpochMilliseconds(Math.ceil(span.to / 60_000) * 60_000).toZonedDateTimeISO(zone);
    while (at.epochMilliseconds < end.epochMilliseconds) {
      const midnight = at.toPlainDate().add({ days: 1 }).toZonedDateTime(zone);
      const sameDay = end.epochMilliseconds < midnight.epochMilliseconds;
      const date = at.toPlainDate().toString();
      (breaks[date] ??= []).push([clock(at), sameDay ? clock(endOnTheWall(end)) : '24:00']);
      at = midnight;
    }
  }
  return breaks;
}

/** In the hour that comes twice in autumn the wall clock means the first; an end in the second is moved behind it. */
function endOnTheWall(end: Temporal.ZonedDateTime): Temporal.PlainDateTime {
  let wall = end.toPlainDateTime();
  while (wall.toZonedDateTime(end.timeZoneId).epochMilliseconds < end.epochMilliseconds)
    wall = wall.add({ minutes: 1 });
  return wall;
}

const clock = (t: Temporal.ZonedDateTime | Temporal.PlainDateTime): string =>
  t.toPlainTime().toString({ smallestUnit: 'minute' });
