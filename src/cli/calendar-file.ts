import { readFile } from 'node:fs/promises';
import { type BusinessTime } from '../domain/calendar/business-time.ts';
import { WEEKDAYS } from '../domain/calendar/civil.ts';
import type { CalendarRules, CalendarVersion, HoursText } from '../domain/calendar/rules.ts';
import { rulesHash, timeOf, versionOn } from '../domain/calendar/versions.ts';
import { type IcsCalendar, readIcs } from '../platform/calendar/ics.ts';
import { breaksFrom } from '../platform/calendar/ics-breaks.ts';
import { translator } from '../platform/i18n/translator.ts';
import { UsageError } from './command.ts';

export type CalendarFile = {
  readonly time: BusinessTime;
  readonly name: string | null;
  readonly version: number | null;
  readonly hash: string;
  /** What of an .ics could not be read. */
  readonly unread: IcsCalendar['unread'];
  /** First local date that an .ics was not read for; null for rules, which have no end. */
  readonly readUntil: string | null;
};

export type Wanted = {
  readonly file: string;
  readonly zone: string | undefined;
  readonly hours: string | undefined;
  /** Local date of the question; versions and the horizon of an .ics follow from it. */
  readonly date: string;
};

const OFFICE = 'mon-fri 09:00-17:00';

/** Reads a calendar from JSON (rules or a record with versions) or from an .ics file beside weekly hours. */
export async function readCalendarFile(wanted: Wanted): Promise<CalendarFile> {
  const text = await readFile(wanted.file, 'utf8');
  return /^\s*(?:\uFEFF)?BEGIN:/i.test(text) || wanted.file.toLowerCase().endsWith('.ics')
    ? fromIcs(text, wanted)
    : fromJson(text, wanted);
}

function made(zone: string, rules: CalendarRules, rest: Omit<CalendarFile, 'time' | 'hash'>): CalendarFile {
  const time = timeOf(zone, rules);
  if (time.ok) return { time: time.value, hash: rulesHash(zone, rules), ...rest };
  const say = translator('en');
  const lines = time.refusal.data.problems.map((p) => {
    return `  ${p.row || '(the file)'}: ${say(`calendar.problem.${p.code}`, { found: p.found || 'nothing' })}`;
  });
  throw new Error(`the calendar cannot be right:\n${lines.join('\n')}`);
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fromJson(text: string, { file, zone, hours, date }: Wanted): CalendarFile {
  if (hours !== undefined) throw new UsageError('--hours belongs to an .ics; a JSON calendar has its own week');
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is neither JSON nor an .ics: ${error instanceof Error ? error.message : ''}`);
  }
  if (!isObject(given)) throw new Error(`${file}: a calendar is an object with zone and week`);
  const { id: _id, name, zone: ownZone, versions, ...flat } = given;
  const place = zone ?? ownZone;
  if (typeof place !== 'string') throw new UsageError('no zone: name one with --zone or as "zone" in the file');
  const version = Array.isArray(versions) ? versionOn(versions.filter(isVersion), date) : null;
  if (Array.isArray(versions) && !version) throw new Error(`no version of the calendar is in force on ${date}`);
  const rules: Json = version ?? flat;
  // Checked by timeOf; a list of dates is a short way to write closed dates.
  const checked = { ...rules, closed: closedList(rules['closed']) } as unknown as CalendarRules;
  const rest = { name: typeof name === 'string' ? name : null, version: version?.no ?? null };
  return made(place, checked, { ...rest, unread: [], readUntil: null });
}

const isVersion = (value: unknown): value is CalendarVersion =>
  isObject(value) && typeof value['validFrom'] === 'string' && typeof value['no'] === 'number';

const closedList = (closed: unknown): unknown =>
  Array.isArray(closed) ? Object.fromEntries(closed.map((date) => [String(date), String(date)])) : closed;

/** All-day events are closed dates, timed ones are breaks; a year back and ten ahead of the question are read. */
function fromIcs(text: string, { zone, hours, date }: Wanted): CalendarFile {
  const year = Number(date.slice(0, 4));
  const readUntil = `${year + 11}-01-01`;
  const horizon = { from: `${year - 1}-01-01`, to: readUntil };
  const own = readIcs(text, { ...horizon, zone: zone ?? 'UTC' });
  const place = zone ?? own.zone;
  if (!place) throw new UsageError('the .ics names no zone: give one with --zone');
  const calendar = place === 'UTC' || zone ? own : readIcs(text, { ...horizon, zone: place });
  const rules: CalendarRules = {
    week: readHours(hours ?? OFFICE),
    closed: Object.fromEntries(calendar.closed.map((c) => [c.date, { name: c.name || c.date, source: 'ics' }])),
    breaks: breaksFrom(calendar.busy, place),
  };
  return made(place, rules, { name: calendar.name, version: null, unread: calendar.unread, readUntil });
}

/** `mon-fri 09:00-12:00,13:00-17:00; sat 10:00-14:00`, or `24/7`. */
function readHours(text: string): CalendarRules['week'] {
  const week: Partial<Record<(typeof WEEKDAYS)[number], HoursText[]>> = {};
  const wrong = (part: string): never => {
    throw new UsageError(`--hours: "${part.trim()}" is not like "mon-fri 09:00-12:00,13:00-17:00; sat 10:00-14:00"`);
  };
  const parts = text.trim() === '24/7' ? ['mon-sun 00:00-24:00'] : text.split(';');
  for (const part of parts) {
    const m = /^\s*([a-z]{3})(?:-([a-z]{3}))?\s+(\S+)\s*$/i.exec(part);
    const days = WEEKDAYS as readonly string[];
    const from = days.indexOf(m?.[1]?.toLowerCase() ?? '');
    const to = m?.[2] === undefined ? from : days.indexOf(m[2].toLowerCase());
    if (!m || from < 0 || to < from) wrong(part);
    const hours = (m?.[3] ?? '').split(',').map((range): HoursText => {
      const [start, end, more] = range.split('-');
      return start && end && more === undefined ? [start, end] : wrong(part);
    });
    for (const day of WEEKDAYS.slice(from, to + 1)) week[day] = [...(week[day] ?? []), ...hours];
  }
  return week;
}
