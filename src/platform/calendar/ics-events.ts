import { Temporal } from 'temporal-polyfill';
import { type IcsComponent, type IcsProperty, unescapeText } from './ics-lines.ts';
import { occurrences } from './ics-recurrence.ts';
import { type IcsTime, readDuration, readPeriod, readTime, valuesOf } from './ics-times.ts';

/** A stretch of whole dates (the last not included), or of time in ms UTC. */
export type Spell =
  | {
      readonly kind: 'dates';
      readonly from: Temporal.PlainDate;
      readonly to: Temporal.PlainDate;
      readonly name: string;
      readonly uid: string;
    }
  | { readonly kind: 'span'; readonly from: number; readonly to: number; readonly name: string; readonly uid: string };

export type IcsContext = {
  readonly findZone: (tzid: string) => string | null;
  readonly report: (line: number, what: string, why: string) => void;
  readonly horizon: { readonly from: string; readonly to: string };
  /** For times that name no zone. */
  readonly floating: string;
  /** What expanding rules may still cost, in occurrences; a file with endless daily rules must not hold up the rest. */
  readonly budget: { left: number };
};

const LONGEST_DAYS = 1000;
/** Starting a rule costs about as much as this many occurrences. */
const RULE_COST = 20;

const find = (c: IcsComponent, name: string): IcsProperty | undefined => c.properties.find((p) => p.name === name);
const all = (c: IcsComponent, name: string): IcsProperty[] => c.properties.filter((p) => p.name === name);
const textOf = (c: IcsComponent, name: string): string => unescapeText(find(c, name)?.value ?? '').trim();

/** The zone of a property; one nobody knows is read as the calendar's own, and said so. */
export function zoneOf(property: IcsProperty, context: IcsContext): string {
  const tzid = property.params['TZID'];
  if (tzid === undefined) return context.floating;
  const zone = context.findZone(tzid);
  if (zone === null) context.report(property.line, tzid, 'zone-unknown');
  return zone ?? context.floating;
}

function timesOf(property: IcsProperty, context: IcsContext): IcsTime[] {
  const zone = zoneOf(property, context);
  return valuesOf(property).flatMap((value) => {
    const time = readTime(value.split('/')[0] ?? '', zone);
    if (time === null) context.report(property.line, `${property.name}:${value}`.slice(0, 60), 'time-unreadable');
    return time ?? [];
  });
}

const sameKind = (t: IcsTime): string => (t.kind === 'date' ? t.date.toString() : String(t.time.epochMilliseconds));
const dayOf = (t: IcsTime): string => (t.kind === 'date' ? t.date : t.time.toPlainDate()).toString();

/** All occurrences, within the horizon, of an event and of its moved or changed occurrences. */
export function expandEvent(group: readonly IcsComponent[], context: IcsContext): Spell[] {
  const moved = group.filter((e) => find(e, 'RECURRENCE-ID'));
  for (const p of moved.flatMap((e) => all(e, 'RECURRENCE-ID'))) {
    if (p.params['RANGE']) context.report(p.line, `RECURRENCE-ID;RANGE=${p.params['RANGE']}`, 'not-supported');
  }
  const replaced = moved.flatMap((e) => all(e, 'RECURRENCE-ID').flatMap((p) => timesOf(p, context)));
  const gone = new Set(replaced.map(sameKind));
  const masters = group.filter((e) => !moved.includes(e));
  return [
    ...masters.flatMap((e) => expandMaster(e, gone, context)),
    ...moved.flatMap((e) => expandMaster(e, new Set(), context)),
  ];
}

function expandMaster(event: IcsComponent, gone: ReadonlySet<string>, context: IcsContext): Spell[] {
  const started = find(event, 'DTSTART');
  const start = started && timesOf(started, context)[0];
  if (!started || !start) {
    context.report(event.line, textOf(event, 'SUMMARY') || event.name, 'no-start');
    return [];
  }
  if (textOf(event, 'STATUS').toUpperCase() === 'CANCELLED') return [];
  if (start.kind === 'time' && textOf(event, 'TRANSP').toUpperCase() === 'TRANSPARENT') return [];
  const length = lengthOf(event, start, context);
  if (length === null) return [];

  const except = all(event, 'EXDATE').flatMap((p) => timesOf(p, context));
  const exceptTimes = new Set([...except.map(sameKind), ...gone]);
  // A bare date excepts whatever starts on it: programs write it so.
  const exceptDays = new Set(except.filter((t) => t.kind === 'date').map(dayOf));
  const extra = all(event, 'RDATE').filter((p) => p.params['VALUE']?.toUpperCase() !== 'PERIOD');
  const starts = [...startsOf(event, start, length, context), ...extra.flatMap((p) => timesOf(p, context))];
  const seen = new Set<string>();
  const spells: Spell[] = extraPeriods(event, context);
  for (const t of starts) {
    const key = sameKind(t);
    if (seen.has(key) || exceptTimes.has(key) || exceptDays.has(dayOf(t))) continue;
    seen.add(key);
    spells.push(spell(t, length, textOf(event, 'SUMMARY'), textOf(event, 'UID')));
  }
  return spells;
}

/** RDATE may carry periods of their own length. */
function extraPeriods(event: IcsComponent, context: IcsContext): Spell[] {
  const periods = all(event, 'RDATE').filter((p) => p.params['VALUE']?.toUpperCase() === 'PERIOD');
  return periods.flatMap((p) =>
    valuesOf(p).flatMap((value): Spell[] => {
      const period = readPeriod(value, zoneOf(p, context));
      if (!period) context.report(p.line, `RDATE:${value}`.slice(0, 60), 'period-unreadable');
      return period ? [{ kind: 'span', ...period, name: textOf(event, 'SUMMARY'), uid: textOf(event, 'UID') }] : [];
    }),
  );
}

function startsOf(event: IcsComponent, start: IcsTime, length: Temporal.Duration, context: IcsContext): IcsTime[] {
  const rules = all(event, 'RRULE');
  if (rules.length === 0) return [start];
  const first = start.kind === 'date' ? start.date.toZonedDateTime('UTC') : start.time;
  const days = Math.ceil(length.total({ unit: 'days', relativeTo: first })) + 2;
  const from = Temporal.PlainDate.from(context.horizon.from).subtract({ days }).toZonedDateTime('UTC').toInstant();
  const to = Temporal.PlainDate.from(context.horizon.to).add({ days: 2 }).toZonedDateTime('UTC').toInstant();
  return rules.flatMap((rule): IcsTime[] => {
    if (context.budget.left <= 0) {
      context.report(rule.line, `RRULE:${rule.value}`.slice(0, 60), 'too-many-occurrences');
      return [start];
    }
    const found = occurrences(rule.value, first, from, to);
    if (!found.ok) {
      context.report(rule.line, `RRULE:${rule.value}`.slice(0, 60), found.why);
      return [start];
    }
    context.budget.left -= Math.max(RULE_COST, found.times.length);
    return found.times.map((t) =>
      start.kind === 'date' ? { kind: 'date', date: t.toPlainDate() } : { kind: 'time', time: t },
    );
  });
}

/**
 * From DTEND (not included), else DURATION, else one day for a date and nothing for a time. An end at the start of an all-day
 * event means that day: many feeds write it. Null, and reported, for an end before the start.
 */
function lengthOf(event: IcsComponent, start: IcsTime, context: IcsContext): Temporal.Duration | null {
  const ended = find(event, 'DTEND');
  const end = ended && timesOf(ended, context)[0];
  const lasts = find(event, 'DURATION');
  const oneDay = Temporal.Duration.from({ days: 1 });
  let length = lasts ? readDuration(lasts.value) : Temporal.Duration.from({ days: start.kind === 'date' ? 1 : 0 });
  if (lasts && !length) context.report(lasts.line, `DURATION:${lasts.value}`.slice(0, 60), 'duration-unreadable');
  if (end && start.kind === 'date') length = start.date.until(end.kind === 'date' ? end.date : end.time.toPlainDate());
  if (end?.kind === 'time' && start.kind === 'time')
    length = start.time.until(end.time.withTimeZone(start.time.timeZoneId));
  if (end?.kind === 'date' && start.kind === 'time') {
    length = start.time.until(end.date.toZonedDateTime(start.time.timeZoneId));
  }
  if (!length || length.sign < 0) {
    context.report(ended?.line ?? event.line, textOf(event, 'SUMMARY') || event.name, 'ends-before-it-starts');
    return null;
  }
  if (length.total({ unit: 'days', relativeTo: '2000-01-01' }) > LONGEST_DAYS) {
    context.report(event.line, textOf(event, 'SUMMARY') || event.name, 'too-long');
    return null;
  }
  return length.sign === 0 && start.kind === 'date' ? oneDay : length;
}

function spell(start: IcsTime, length: Temporal.Duration, name: string, uid: string): Spell {
  if (start.kind === 'date') return { kind: 'dates', from: start.date, to: start.date.add(length), name, uid };
  return { kind: 'span', from: start.time.epochMilliseconds, to: start.time.add(length).epochMilliseconds, name, uid };
}
