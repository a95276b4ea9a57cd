import { civilOf, type Day, parseDay, weekdayIndex } from '../calendar/civil.ts';
import type { Token } from './asked-tokens.ts';
import type { AskedWords } from './asked-words/words.ts';

/** Days said with the tokens first … last. `hours`: minutes of the first day, when the words tell them ("tonight"). */
export type DayPart = {
  readonly first: number;
  readonly last: number;
  readonly day: Day;
  readonly days: number;
  readonly hours: readonly [from: number, to: number] | null;
};

export const NIGHT = [22 * 60, 30 * 60] as const;
const TONIGHT = [18 * 60, 30 * 60] as const;
/** A date without a year that lies this many days back is meant for next year; nearer ones are a report. */
const LAST_YEAR = 60;

type Read = {
  readonly pattern: RegExp;
  readonly read: (t: readonly Token[], c: Context) => Omit<DayPart, 'first' | 'last'> | null;
};
type Context = { readonly today: Day; readonly words: AskedWords; readonly before: string; readonly behind: string };

const one = (day: Day | null, hours: DayPart['hours'] = null) => (day === null ? null : { day, days: 1, hours });
const find = (tokens: readonly Token[], kinds: string): Token | undefined => tokens.find((t) => kinds.includes(t.kind));

/** Widest first: what one pattern has taken, the next cannot take again. */
const READS: readonly Read[] = [
  // the night from Saturday to Sunday
  {
    pattern: /[Pe]F[DG][ZOA]D/g,
    read: (t, c) => (t[0]?.kind === 'P' && t[0].value !== 0 ? null : one(coming(t[2], c), NIGHT)),
  },
  // в ночь на субботу
  { pattern: /eZD/g, read: (t, c) => one(minus(coming(t[2], c)), NIGHT) },
  // from Saturday to Sunday
  { pattern: /F[DG]O[DG]/g, read: (t, c) => range(coming(t[1], c), coming(t[3], c)) },
  // on Saturday, 14 March 2026
  { pattern: /[ZJA]*[HX]?(?:D,?[ZJ]*)?(?:(?:NM|Nm|MN|mN)(?:,?Y)?|I|Q)/g, read: (t, c) => one(dateOf(t, c)) },
  { pattern: /[ZA]?J?[HX]?D[HX]?/g, read: (t, c) => one(weekdayOf(t, c)) },
  { pattern: /[HX]?W[X]?/g, read: (t, c) => ({ day: weekendOf(t, c), days: 2, hours: null }) },
  { pattern: /T/g, read: (_, c) => one(c.today, TONIGHT) },
  { pattern: /R/g, read: (t, c) => one(c.today + (t[0]?.value ?? 0)) },
];

/** Every day said in a sentence, in the order of the words. */
export function readDays(tokens: readonly Token[], kinds: string, words: AskedWords, today: Day): DayPart[] {
  const found: DayPart[] = [];
  let open = kinds;
  for (const { pattern, read } of READS) {
    for (const m of open.matchAll(pattern)) {
      const first = m.index;
      const last = first + m[0].length - 1;
      const context = { today, words, before: kinds.slice(0, first), behind: kinds.slice(last + 1) };
      const part = read(tokens.slice(first, last + 1), context);
      if (part) found.push({ first, last, ...part });
      open = open.slice(0, first) + '*'.repeat(m[0].length) + open.slice(last + 1);
    }
  }
  return found.sort((a, b) => a.first - b.first);
}

/** The first such weekday after today; "this" may be today, "next" is the one of next week where the language says so. */
function coming(token: Token | undefined, { today, words }: Context, which = ''): Day | null {
  if (!token) return null;
  const ahead = (token.value - weekdayIndex(today) + 7) % 7;
  if (which === 'X' && !words.nextIsComing) return today - weekdayIndex(today) + 7 + token.value;
  return today + (ahead === 0 && which !== 'H' ? 7 : ahead);
}

const minus = (day: Day | null): Day | null => (day === null ? null : day - 1);

function range(from: Day | null, to: Day | null): Omit<DayPart, 'first' | 'last'> | null {
  return from === null || to === null || to < from ? null : { day: from, days: to - from + 1, hours: null };
}

function weekdayOf(tokens: readonly Token[], c: Context): Day | null {
  if (find(tokens, 'J')) return null; // "le samedi": every Saturday
  // "The Saturday report" is no asked Saturday: something before or behind has to say that it is a time.
  const said = find(tokens, 'ZAHX') || /(?:[KkPpCe]|[DR]O)$/.test(c.before) || /^(?:$|[,PCAFEKT])/.test(c.behind);
  if (!said && !c.words.bareWeekday) return null;
  return coming(find(tokens, 'D'), c, find(tokens, 'HX')?.kind);
}

function weekendOf(tokens: readonly Token[], { today, words }: Context): Day {
  const saturday = today - weekdayIndex(today) + 5;
  const next = find(tokens, 'W')?.value === 1 || (find(tokens, 'X') !== undefined && !words.nextIsComing);
  return next ? saturday + 7 : saturday;
}

function dateOf(tokens: readonly Token[], c: Context): Day | null {
  const day = numberedDay(tokens, c);
  const weekday = find(tokens, 'D');
  // A weekday that does not fit its date: one of the two is wrong, and nobody knows which.
  return day !== null && weekday && weekdayIndex(day) !== weekday.value ? null : day;
}

function numberedDay(tokens: readonly Token[], c: Context): Day | null {
  const full = find(tokens, 'I');
  if (full) return full.value;
  const said = find(tokens, 'ZJD') !== undefined;
  const pair = find(tokens, 'Q');
  if (pair) return said ? ahead(Math.floor(pair.value / 100), pair.value % 100, undefined, c.today) : null;
  const number = find(tokens, 'N');
  const month = find(tokens, 'Mm');
  const year = find(tokens, 'Y');
  if (!number || !month || (month.kind === 'm' && !said && !year && /^\d+$/.test(number.text))) return null;
  return ahead(number.value, month.value, year?.value, c.today);
}

function ahead(day: number, month: number, year: number | undefined, today: Day): Day | null {
  const real = (y: number): Day | null => {
    const text = `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return parseDay(text);
  };
  const thisYear = civilOf(today).year;
  const first = real(year ?? thisYear);
  if (first === null || first >= today) return first;
  return year === undefined && today - first > LAST_YEAR ? real(thisYear + 1) : null;
}
