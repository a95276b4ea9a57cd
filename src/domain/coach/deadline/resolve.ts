import {
  addMonths,
  addWorkdays,
  civilDay,
  type CivilDay,
  type Clock,
  dateOf,
  lastOfMonth,
  mondayOf,
  weekdayOf,
} from './civil.ts';
import { type DeadlineGrammar } from './compile.ts';

type Groups = Readonly<Record<string, string | undefined>>;

const index = (list: readonly RegExp[], word: string | undefined): number =>
  word === undefined ? -1 : list.findIndex((re) => re.test(word));

const count = (g: DeadlineGrammar, word: string | undefined): number =>
  word === undefined ? 1 : /^\d+$/.test(word) ? Number(word) : (g.numbers.get(word) ?? 1);

/** The day a deadline phrase means by the author's clock, or null when it names none. Conventions: FORMAT.md of the gold drafts. */
export function resolve(g: DeadlineGrammar, op: string, m: Groups, now: Clock): CivilDay | null {
  const [name, a, b] = op.split(':');
  const k = Number(a ?? 0);
  const today = now.day;
  switch (name) {
    case 'day':
    case 'days':
      return today + k;
    case 'workdays':
      return addWorkdays(today, k);
    case 'months':
      return addMonths(today, k);
    case 'eow':
      return friday(today, k);
    case 'dow':
      return mondayOf(today) + 7 * k + Number(b);
    case 'eom':
      return lastOfMonth(today, k);
    case 'eoq':
      return lastOfMonth(today, 2 - ((dateOf(today).month - 1) % 3));
    case 'eoy':
      return civilDay(dateOf(today).year, 12, 31);
    case 'mon':
    case 'monloc':
    case 'mid':
    case 'early':
      return monthDay(g, name, m['mon'] ?? m[0], today);
    case 'wd':
      return weekday(g, m, a ?? '', today);
    case 'in':
      return offset(g, m, now);
    case 'iso':
      return civilDay(Number(m['y']), Number(m['m']), Number(m['d']));
    case 'date':
    case 'date1':
      return dated(today, name === 'date1' ? 1 : Number(m['d']), index(g.months, m['mon']) + 1, m['y']);
    case 'num':
      return dated(today, Number(m['d']), Number(m['m']), m['y']);
    case 'nth':
      return nth(today, Number(m['d']));
    default:
      return null;
  }
}

/** Friday of this week (k = 0) or k weeks on; on a weekend "this week" can only mean the one that begins. */
const friday = (today: CivilDay, k: number): CivilDay =>
  mondayOf(today) + 4 + 7 * (k === 0 && weekdayOf(today) > 4 ? 1 : k);

function weekday(g: DeadlineGrammar, m: Groups, how: string, today: CivilDay): CivilDay | null {
  const wd = index(g.weekdays, m['wd']);
  if (wd < 0) return null;
  if (how === 'next') return mondayOf(today) + 7 + wd;
  const coming = today + ((wd - weekdayOf(today) + 6) % 7) + 1;
  return how === 'week' ? coming + 7 : coming;
}

function offset(g: DeadlineGrammar, m: Groups, now: Clock): CivilDay | null {
  const n = count(g, m['n'] ?? m['n2']);
  const unit = m['unit'] === undefined ? 'hour' : g.units.find(([, re]) => re.test(m['unit'] ?? ''))?.[0];
  switch (unit) {
    case 'minute':
      return now.day + Math.floor((now.minute + n) / 1440);
    case 'hour':
      return now.day + Math.floor((now.minute + n * 60) / 1440);
    case 'workday':
      return addWorkdays(now.day, n);
    case 'day':
      return now.day + n;
    case 'week':
      return now.day + 7 * n;
    case 'month':
      return addMonths(now.day, n);
    case 'year':
      return addMonths(now.day, 12 * n);
    default:
      return null;
  }
}

/** A date without a year is this year's, unless it lies more than four months back. */
function dated(today: CivilDay, d: number, month: number, y: string | undefined): CivilDay | null {
  if (month < 1 || month > 12 || d < 1 || d > 31) return null;
  const { year } = dateOf(today);
  const day = civilDay(y ? Number(y) : year, month, d);
  return !y && day < today - 120 ? civilDay(year + 1, month, d) : day;
}

function nth(today: CivilDay, d: number): CivilDay | null {
  if (d < 1 || d > 31) return null;
  const { year, month, day } = dateOf(today);
  return d >= day ? civilDay(year, month, d) : civilDay(year + Math.floor(month / 12), (month % 12) + 1, d);
}

function monthDay(g: DeadlineGrammar, name: string, word: string | undefined, today: CivilDay): CivilDay | null {
  const month = index(g.months, word) + 1;
  if (month === 0) return null;
  const now = dateOf(today);
  const year = month < now.month ? now.year + 1 : now.year;
  if (name === 'mid') return civilDay(year, month, 15);
  return name === 'early' ? civilDay(year, month, 5) : lastOfMonth(civilDay(year, month, 1));
}
