import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../shared/instant.ts';
import { add, between, businessTime, nextOpen, subtract } from './business-time.ts';
import { formatDay, parseDay, WEEKDAYS } from './civil.ts';
import type { CalendarRules, HoursText } from './rules.ts';

/**
 * Another way to the same answers: look at the clock on the wall once a minute and count. Zones come from another implementation
 * as well. Hours begin and end outside 00:00–04:00, when clocks are changed; what happens inside it is in the vectors.
 */
const WINDOW = 45;
const AROUND: readonly [zone: string, firstDay: string][] = [
  ['Europe/Warsaw', '2026-03-10'],
  ['Europe/Paris', '2025-10-10'],
  ['Europe/Moscow', '2026-04-25'],
  ['America/New_York', '2026-02-20'],
  ['Australia/Lord_Howe', '2026-03-15'],
  ['Asia/Kathmandu', '2026-06-01'],
  ['Africa/Casablanca', '2026-02-05'],
  ['Australia/Sydney', '2026-09-20'],
  ['America/St_Johns', '2025-10-15'],
];

const edges = [
  0,
  4 * 60,
  7 * 60 + 15,
  9 * 60,
  12 * 60,
  13 * 60 + 1,
  17 * 60,
  18 * 60 + 40,
  22 * 60,
  1440,
  1440 + 5 * 60,
  1440 + 600,
];
const clock = (m: number): string =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
const hours: fc.Arbitrary<HoursText> = fc
  .tuple(fc.constantFrom(...edges.filter((e) => e < 1440)), fc.constantFrom(...edges))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => [clock(from), clock(to)]);
const dayHours = fc.array(hours, { maxLength: 2 });

const rulesNear = (first: number): fc.Arbitrary<CalendarRules> => {
  const date = fc.integer({ min: first, max: first + WINDOW }).map(formatDay);
  return fc.record({
    week: fc
      .tuple(hours, fc.array(dayHours, { minLength: 7, maxLength: 7 }))
      .map(([h, days]) => Object.fromEntries(WEEKDAYS.map((d, i) => [d, i === 0 ? [h] : (days[i] ?? [])]))),
    overrides: fc.dictionary(date, fc.record({ hours: dayHours, worksAlthoughClosed: fc.boolean() }), { maxKeys: 4 }),
    breaks: fc.dictionary(date, fc.array(hours, { maxLength: 2 }), { maxKeys: 4 }),
    closed: fc.dictionary(date, fc.constant({ name: 'closed', source: 'own' }), { maxKeys: 4 }),
    nightShifts: fc.constantFrom('cut-at-midnight', 'keep-start-day'),
  });
};

/** A local date and the minutes of it that the clock on the wall shows, in the order in which they pass. */
type WallDay = { readonly date: number; readonly minutes: number[] };

/** Asked four times an hour, counted on in between. */
function wallClock(zone: string, from: number): WallDay[] {
  const out: WallDay[] = [];
  for (let i = 0; i < WINDOW * 1440; i += 15) {
    const local = Temporal.Instant.fromEpochMilliseconds(from + i * MINUTE).toZonedDateTimeISO(zone);
    const date = parseDay(local.toPlainDate().toString()) ?? 0;
    if (out.at(-1)?.date !== date) out.push({ date, minutes: [] });
    for (let k = 0; k < 15; k += 1) out.at(-1)?.minutes.push(local.hour * 60 + local.minute + k);
  }
  return out;
}

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const covering = (list: readonly HoursText[] | undefined): ((minute: number) => boolean) => {
  const hours = (list ?? []).map(([from, to]) => [minutes(from), minutes(to)] as const);
  return (minute) => hours.some(([from, to]) => from <= minute && minute < to);
};

function openMinutes(rules: CalendarRules, { date, minutes: shown }: WallDay): boolean[] {
  const isClosed = (d: number): boolean =>
    rules.closed?.[formatDay(d)] !== undefined && !rules.overrides?.[formatDay(d)]?.worksAlthoughClosed;
  const startedOn = (d: number): ((minute: number) => boolean) => {
    const weekday = WEEKDAYS[(((d + 3) % 7) + 7) % 7] ?? 'mon';
    return covering(isClosed(d) ? [] : (rules.overrides?.[formatDay(d)]?.hours ?? rules.week[weekday]));
  };
  const [today, yesterday] = [startedOn(date), startedOn(date - 1)];
  const [pauseToday, pauseYesterday] = [
    covering(rules.breaks?.[formatDay(date)]),
    covering(rules.breaks?.[formatDay(date - 1)]),
  ];
  const cut = isClosed(date) && rules.nightShifts === 'cut-at-midnight';
  return shown.map((m) => (today(m) || (yesterday(m + 1440) && !cut)) && !pauseToday(m) && !pauseYesterday(m + 1440));
}

describe('a walk through the calendar, minute by minute', () => {
  it.each(AROUND)('%s agrees', (zone, firstDay) => {
    const first = parseDay(firstDay) ?? 0;
    const from = first * DAY;
    const wall = wallClock(zone, from);
    const asked = fc.array(fc.tuple(fc.nat(WINDOW * 1440 - 1), fc.nat(3000)), { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(rulesNear(first), asked, (rules, questions) => {
        const made = businessTime(zone, rules);
        if (!made.ok) throw new Error(JSON.stringify(made.refusal));
        const isOpen = wall.flatMap((w) => openMinutes(rules, w));
        for (const [start, amount] of questions) {
          const t = from + start * MINUTE;
          const forward = walk(isOpen, start, amount, 1);
          if (forward !== null) expect(add(made.value, t, amount * MINUTE)).toBe(from + forward * MINUTE);
          const back = walk(isOpen, start, amount, -1);
          if (back !== null && amount > 0) expect(subtract(made.value, t, amount * MINUTE)).toBe(from + back * MINUTE);
          const end = Math.min(isOpen.length, start + amount);
          const counted = isOpen.slice(start, end).filter(Boolean).length;
          expect(between(made.value, t, from + end * MINUTE)).toBe(counted * MINUTE);
          const next = isOpen.indexOf(true, start);
          if (next >= 0) expect(nextOpen(made.value, t)).toBe(from + next * MINUTE);
        }
      }),
      { numRuns: 15 },
    );
  });
});

/** The minute at which `amount` open ones have passed; with 0 the first open one. Null when the window ends first. */
function walk(isOpen: readonly boolean[], start: number, amount: number, step: 1 | -1): number | null {
  let left = amount;
  for (let i = start; i >= 0 && i < isOpen.length; i += step) {
    const minute = step === 1 ? i : i - 1;
    if (minute < 0) return null;
    if (!isOpen[minute]) continue;
    if (left === 0) return i;
    left -= 1;
    if (left === 0) return i + step;
  }
  return null;
}
