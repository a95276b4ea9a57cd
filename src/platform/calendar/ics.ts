import { Temporal } from 'temporal-polyfill';
import { expandEvent, type Spell } from './ics-events.ts';
import { type IcsComponent, parseIcs, type Unread } from './ics-lines.ts';
import { zoneFinder } from './ics-times.ts';
import { busyPeriods } from './ics-busy.ts';

export type IcsCalendar = {
  /** Local dates taken whole, in order; one name per date. */
  readonly closed: readonly { readonly date: string; readonly name: string; readonly uid: string }[];
  /** Times of day that are taken, instants in ms UTC, in order. */
  readonly busy: readonly { readonly from: number; readonly to: number; readonly name: string; readonly uid: string }[];
  /** The zone the file names for itself. */
  readonly zone: string | null;
  readonly name: string | null;
  /** What could not be read, so that nobody takes a part for the whole. */
  readonly unread: readonly Unread[];
};

export type IcsHorizon = {
  /** Local dates, the last one not included. */
  readonly from: string;
  readonly to: string;
  /** For times that name no zone. */
  readonly zone: string;
};

const LARGEST = 10_000_000;
const MOST_EVENTS = 20_000;
const MOST_OCCURRENCES = 10_000;
const MOST_REPORTS = 200;

/**
 * Reads a calendar file (RFC 5545) within a horizon: all-day events become closed dates, timed ones busy spans. Rules, extra and
 * excepted dates are expanded and moved occurrences follow; cancelled events are left out. An all-day event counts although it is
 * marked as free, because feeds of holidays are. Never throws: what it cannot read is listed.
 */
export function readIcs(text: string, horizon: IcsHorizon): IcsCalendar {
  const unread: Unread[] = [];
  const report = (line: number, what: string, why: string): void => {
    if (unread.length < MOST_REPORTS) unread.push({ line, what, why });
  };
  const none = { closed: [], busy: [], zone: null, name: null, unread };
  if (text.length > LARGEST) {
    report(1, `${text.length}`, 'file-too-large');
    return none;
  }
  const top = parseIcs(text, report);
  const calendars = top.filter((c) => c.name === 'VCALENDAR');
  const components = [...top, ...calendars.flatMap((c) => c.children)];
  if (components.length === 0) report(1, text.slice(0, 40), 'no-calendar');

  const findZone = zoneFinder(components);
  const own = calendars.flatMap((c) => c.properties);
  const header = (name: string): string | null => own.find((p) => p.name === name)?.value.trim() || null;
  const zone = findZone(header('X-WR-TIMEZONE') ?? header('TIMEZONE-ID') ?? '');
  const floating = zone ?? horizon.zone;
  const context = { findZone, report, horizon, floating, budget: { left: MOST_OCCURRENCES } };

  const events = components.filter((c) => c.name === 'VEVENT');
  if (events.length > MOST_EVENTS) report(events[MOST_EVENTS]?.line ?? 1, `${events.length}`, 'too-many-events');
  const spells = byUid(events.slice(0, MOST_EVENTS)).flatMap((group) => expandEvent(group, context));
  for (const busy of components.filter((c) => c.name === 'VFREEBUSY')) spells.push(...busyPeriods(busy, context));
  for (const other of components.filter((c) => c.name === 'VAVAILABILITY'))
    report(other.line, other.name, 'not-supported');
  return {
    closed: closedDates(spells, horizon),
    busy: busySpans(spells, horizon),
    zone,
    name: header('X-WR-CALNAME'),
    unread,
  };
}

/** An event and its moved occurrences share a UID; events without one stand alone. */
function byUid(events: readonly IcsComponent[]): IcsComponent[][] {
  const groups = new Map<string, IcsComponent[]>();
  events.forEach((event, i) => {
    const uid = event.properties.find((p) => p.name === 'UID')?.value.trim() || `#${i}`;
    groups.set(uid, [...(groups.get(uid) ?? []), event]);
  });
  return [...groups.values()];
}

function closedDates(spells: readonly Spell[], { from, to }: IcsHorizon): IcsCalendar['closed'] {
  const dates = new Map<string, { date: string; name: string; uid: string }>();
  for (const s of spells) {
    if (s.kind !== 'dates') continue;
    for (let day = s.from; Temporal.PlainDate.compare(day, s.to) < 0; day = day.add({ days: 1 })) {
      const date = day.toString();
      if (date >= from && date < to && !dates.has(date)) dates.set(date, { date, name: s.name, uid: s.uid });
    }
  }
  return [...dates.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function busySpans(spells: readonly Spell[], horizon: IcsHorizon): IcsCalendar['busy'] {
  const edge = (date: string): number => Temporal.PlainDate.from(date).toZonedDateTime(horizon.zone).epochMilliseconds;
  const [from, to] = [edge(horizon.from), edge(horizon.to)];
  return spells
    .flatMap((s) => (s.kind === 'span' ? [{ from: s.from, to: s.to, name: s.name, uid: s.uid }] : []))
    .filter((s) => s.from < s.to && s.to > from && s.from < to)
    .sort((a, b) => a.from - b.from);
}
