import { add, between, type BusinessTime, businessTime, spansBetween } from '../src/domain/calendar/business-time.ts';
import { dayOf } from '../src/domain/calendar/civil.ts';
import { AROUND_THE_CLOCK, type CalendarRules, type HoursText } from '../src/domain/calendar/rules.ts';
import { startOfDay } from '../src/domain/calendar/zone.ts';
import { publicHolidays } from '../src/platform/calendar/holidays.ts';
import type { Figure, Measurement } from './support/figures.ts';

const MINUTE = 60_000;
const FIRST_YEAR = 2024;
const YEARS = 5;
const BATCH = 200_000;
const TIMES = 7;

const weekdays = (...hours: HoursText[]): CalendarRules => ({
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
});

const closedIn = (region: string): CalendarRules['closed'] =>
  Object.fromEntries(
    (publicHolidays(region, FIRST_YEAR, FIRST_YEAR + YEARS) ?? []).map((h) => [
      h.date,
      { name: h.name, source: region },
    ]),
  );

const CALENDARS: readonly (readonly [name: string, zone: string, rules: CalendarRules])[] = [
  ['Warsaw, office hours', 'Europe/Warsaw', { ...weekdays(['09:00', '17:00']), closed: closedIn('PL') }],
  [
    'Paris, with lunch',
    'Europe/Paris',
    { ...weekdays(['09:00', '12:00'], ['13:00', '18:00']), closed: closedIn('FR') },
  ],
  ['New York, nights', 'America/New_York', { ...weekdays(['22:00', '30:00']), closed: closedIn('US') }],
  ['Lord Howe, 24/7', 'Australia/Lord_Howe', AROUND_THE_CLOCK],
];

function open(zone: string, rules: CalendarRules): BusinessTime {
  const made = businessTime(zone, rules);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

/** Compiles the years once more, from the rules, and says how long it took in milliseconds. */
function compileOnce(zone: string, rules: CalendarRules): number {
  const began = performance.now();
  open(zone, rules).compile(dayOf(FIRST_YEAR, 1, 1), dayOf(FIRST_YEAR + YEARS, 1, 1));
  return performance.now() - began;
}

type Question = { readonly start: number; readonly amount: number };

/** Starts and amounts spread over the years by a fixed rule, so that every run asks the same. */
function questions(zone: string): Question[] {
  const from = startOfDay(zone, dayOf(FIRST_YEAR, 1, 1));
  const length = startOfDay(zone, dayOf(FIRST_YEAR + YEARS - 1, 1, 1)) - from;
  return Array.from({ length: BATCH }, (_, i) => ({
    start: from + ((i * 7_919 * MINUTE) % length),
    amount: ((i * 31) % 4_800) * MINUTE,
  }));
}

/** Millions a second, the median of several batches; the sum is looked at, so that nothing is optimised away. */
function rate(asked: readonly Question[], answer: (q: Question) => number): number {
  const rates = Array.from({ length: TIMES }, () => {
    const began = performance.now();
    let sum = 0;
    for (const q of asked) sum += answer(q);
    if (!Number.isFinite(sum)) throw new Error('an answer was no number');
    return asked.length / (performance.now() - began) / 1_000;
  });
  return median(rates);
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function measureOne(name: string, zone: string, rules: CalendarRules): Figure[] {
  const first = compileOnce(zone, rules);
  const later = median(Array.from({ length: TIMES }, () => compileOnce(zone, rules)));
  const time = open(zone, rules);
  const asked = questions(zone);
  // Everything is compiled before the first batch is timed.
  spansBetween(time, asked[0]?.start ?? 0, startOfDay(zone, dayOf(FIRST_YEAR + YEARS, 6, 1)));
  return [
    { name: `${name}: compile ${YEARS} years, first`, value: first, unit: 'ms' },
    { name: `${name}: compile ${YEARS} years, later`, value: later, unit: 'ms' },
    { name: `${name}: add`, value: rate(asked, (q) => add(time, q.start, q.amount)), unit: 'million/s' },
    {
      name: `${name}: between`,
      value: rate(asked, (q) => between(time, q.start, q.start + q.amount)),
      unit: 'million/s',
    },
  ];
}

/** Business time on one core: the aim is a million adds a second. */
export const measurement: Measurement = {
  summary: 'business time: compiling five years, adds and betweens a second on one core',
  run: async () => CALENDARS.flatMap(([name, zone, rules]) => measureOne(name, zone, rules)),
};
