import { ok, type Refusal, type Result } from '../shared/result.ts';
import { type Day, parseDay, type Weekday, WEEKDAYS } from './civil.ts';
import type { ClosedDay, Hours, Rulebook } from './rules.ts';
import { isKnownZone } from './zone.ts';

/** One thing to put right: `row` is where it stands in the record (`week.mon[1]`), `found` what stands there. */
export type RuleProblem = {
  readonly row: string;
  readonly code:
    | 'zone-unknown'
    | 'no-hours'
    | 'not-an-object'
    | 'not-a-list'
    | 'not-a-pair'
    | 'not-a-time'
    | 'end-not-after-start'
    | 'starts-next-day'
    | 'ends-beyond-48'
    | 'not-a-date'
    | 'not-a-weekday'
    | 'name-missing'
    | 'choice-unknown'
    | 'field-unknown';
  readonly found: string;
};

export type CalendarRefusal = Refusal<'calendar-has-problems'> & {
  readonly data: { readonly problems: readonly RuleProblem[] };
};

type Report = (row: string, code: RuleProblem['code'], found?: unknown) => void;
type Entries = Record<string, unknown>;

const FIELDS = ['week', 'overrides', 'breaks', 'closed', 'nightShifts'];

/**
 * Reads the rules of a calendar version from JSON and says everything that is wrong with it at once.
 * Overlapping hours are no problem, they merge. `ignore` names further fields that the caller knows.
 */
export function readRules(
  zone: string,
  rules: unknown,
  ignore: readonly string[] = [],
): Result<Rulebook, CalendarRefusal> {
  const problems: RuleProblem[] = [];
  const report: Report = (row, code, found) => problems.push({ row, code, found: show(found) });
  if (!isKnownZone(zone)) report('zone', 'zone-unknown', zone);
  const given = asEntries(rules, '', report);
  for (const key of Object.keys(given)) {
    if (!FIELDS.includes(key) && !ignore.includes(key)) report(key, 'field-unknown', key);
  }
  const week = readWeek(given['week'], report);
  const overrides = byDate(given['overrides'], 'overrides', report, readOverride);
  const breaks = byDate(given['breaks'], 'breaks', report, readBreaks);
  const closed = byDate(given['closed'], 'closed', report, readClosed);
  const nightShifts = given['nightShifts'] ?? 'cut-at-midnight';
  if (nightShifts !== 'cut-at-midnight' && nightShifts !== 'keep-start-day') {
    report('nightShifts', 'choice-unknown', nightShifts);
  } else if (problems.length === 0) {
    return ok({ zone, week, overrides, breaks, closed, nightShifts });
  }
  return { ok: false, refusal: { code: 'calendar-has-problems', data: { problems } } };
}

const show = (found: unknown): string =>
  (typeof found === 'string' ? found : (JSON.stringify(found) ?? '')).slice(0, 80);

function asEntries(value: unknown, row: string, report: Report): Entries {
  if (value === undefined) return {};
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  report(row, 'not-an-object', value);
  return {};
}

function readWeek(value: unknown, report: Report): Hours[][] {
  const week: Hours[][] = WEEKDAYS.map(() => []);
  let open = 0;
  let wrong = 0;
  const watch: Report = (row, code, found) => {
    wrong += 1;
    report(row, code, found);
  };
  for (const [name, hours] of Object.entries(asEntries(value, 'week', watch))) {
    const index = WEEKDAYS.indexOf(name as Weekday);
    if (index < 0) watch(`week.${name}`, 'not-a-weekday', name);
    else {
      week[index] = readHours(hours, `week.${name}`, watch, 1440);
      open += week[index].length;
    }
  }
  if (open === 0 && wrong === 0) report('week', 'no-hours');
  return week;
}

function readHours(value: unknown, row: string, report: Report, startBefore: number): Hours[] {
  if (!Array.isArray(value)) {
    report(row, 'not-a-list', value);
    return [];
  }
  return value.flatMap((pair: unknown, i) => readPair(pair, `${row}[${i}]`, report, startBefore));
}

function readPair(pair: unknown, row: string, report: Report, startBefore: number): Hours[] {
  if (!Array.isArray(pair) || pair.length !== 2) {
    report(row, 'not-a-pair', pair);
    return [];
  }
  const from = readClock(pair[0]);
  const to = readClock(pair[1]);
  if (from === null || to === null) report(row, 'not-a-time', from === null ? pair[0] : pair[1]);
  else if (to > 2880) report(row, 'ends-beyond-48', pair[1]);
  else if (to <= from) report(row, 'end-not-after-start', pair);
  else if (from >= startBefore) report(row, 'starts-next-day', pair[0]);
  else return [{ from, to }];
  return [];
}

/** Minutes of `HH:MM`; hours may count on after midnight. */
function readClock(text: unknown): number | null {
  const m = typeof text === 'string' ? /^(\d{2}):([0-5]\d)$/.exec(text) : null;
  return m ? Number(m[1]) * 60 + Number(m[2]) : null;
}

type ReadOne<T> = (value: unknown, row: string, report: Report) => T;

function byDate<T>(value: unknown, field: string, report: Report, read: ReadOne<T>): Map<Day, T> {
  const map = new Map<Day, T>();
  for (const [date, entry] of Object.entries(asEntries(value, field, report))) {
    const day = parseDay(date);
    if (day === null) report(`${field}.${date}`, 'not-a-date', date);
    else map.set(day, read(entry, `${field}.${date}`, report));
  }
  return map;
}

/** `[]` or `{ "hours": [], "worksAlthoughClosed": true }`. */
const readOverride: ReadOne<{ hours: Hours[]; worksAlthoughClosed: boolean }> = (value, row, report) => {
  if (Array.isArray(value)) return { hours: readHours(value, row, report, 1440), worksAlthoughClosed: false };
  const given = asEntries(value, row, report);
  const works = given['worksAlthoughClosed'] ?? false;
  if (typeof works !== 'boolean') report(`${row}.worksAlthoughClosed`, 'choice-unknown', works);
  return { hours: readHours(given['hours'], `${row}.hours`, report, 1440), worksAlthoughClosed: works === true };
};

/** A break may lie in the part of a night shift after midnight, so it may start there. */
const readBreaks: ReadOne<Hours[]> = (value, row, report) => readHours(value, row, report, 2880);

/** `"Labour Day"` or `{ "name": "Labour Day", "source": "PL" }`. */
const readClosed: ReadOne<ClosedDay> = (value, row, report) => {
  const given = typeof value === 'string' ? { name: value } : asEntries(value, row, report);
  const { name, source }: Entries = given;
  if (typeof name !== 'string' || name.trim() === '') report(`${row}.name`, 'name-missing', name);
  return { name: String(name), source: typeof source === 'string' ? source : 'own' };
};
