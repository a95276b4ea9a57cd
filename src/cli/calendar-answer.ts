import { add, between, isOpen, nextOpen, spansBetween, subtract } from '../domain/calendar/business-time.ts';
import { formatDay, weekdayOf } from '../domain/calendar/civil.ts';
import type { Clock } from '../domain/calendar/clock.ts';
import { type DerivationLine, deriveDeadline } from '../domain/calendar/derivation.ts';
import { formatLocal, formatUtc } from '../domain/calendar/time-text.ts';
import { addWorkingDays, subtractWorkingDays, workingDays } from '../domain/calendar/working-days.ts';
import { dayAt, type Resolved, startOfDay } from '../domain/calendar/zone.ts';
import type { CalendarFile } from './calendar-file.ts';
import { UsageError } from './command.ts';

export type Answer = { readonly json: Record<string, unknown>; readonly text: string; readonly latest: number };

const MINUTE = 60_000;

/** An instant as both sides read it. */
const shown = (file: CalendarFile, t: number) => ({ utc: formatUtc(t), local: formatLocal(file.time.zone, t) });

/** A start as typed; `moved` when the clock skipped it or shows it twice. */
const typed = (file: CalendarFile, { instant, shift }: Resolved) => ({
  ...shown(file, instant),
  ...(shift === 'none'
    ? {}
    : { moved: shift === 'gap' ? 'the clock skips this time' : 'the clock shows this time twice' }),
});

const header = (file: CalendarFile) => ({
  calendar: { name: file.name, zone: file.time.zone, version: file.version, hash: file.hash },
});

type Amount = { readonly back: boolean } & ({ readonly days: number } | { readonly ms: number });

function readAmount(text: string): Amount {
  const m = /^(-?)(?:(\d+)d|(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)$/.exec(text.trim());
  if (!m) throw new UsageError(`--amount: "${text}" is not like 8h, 90m, 1h30m or 3d`);
  const [days, h, min, s] = m.slice(2).map((n) => (n === undefined ? undefined : Number(n)));
  const back = m[1] === '-';
  return days !== undefined ? { back, days } : { back, ms: (((h ?? 0) * 60 + (min ?? 0)) * 60 + (s ?? 0)) * 1000 };
}

export function answerAdd(file: CalendarFile, start: Resolved, text: string): Answer {
  const amount = readAmount(text);
  const { time } = file;
  const from = start.instant;
  const due =
    'days' in amount
      ? (amount.back ? subtractWorkingDays : addWorkingDays)(time, from, amount.days)
      : (amount.back ? subtract : add)(time, from, amount.ms);
  const lines = derivation(file, from, due, amount);
  const json = { ...header(file), start: typed(file, start), amount: text, due: shown(file, due), derivation: lines };
  return { json, text: inWords(file, start, lines, formatLocal(time.zone, due)), latest: Math.max(from, due) };
}

type Line = {
  readonly kind: DerivationLine['kind'] | 'working-day';
  readonly date: string;
  readonly from?: string;
  readonly to?: string;
  readonly minutes?: number;
  readonly name?: string;
};

/** Forward: the derivation every deadline shows. Back, or in working days: the spans or the dates that were counted. */
function derivation(file: CalendarFile, start: number, due: number, amount: Amount): Line[] {
  const { time } = file;
  if ('days' in amount) return countedDays(file, Math.min(start, due), Math.max(start, due), amount.back);
  if (amount.back) return spanLines(file, due, start);
  const clock: Clock = {
    kind: 'resolution',
    terms: [{ from: start, time, target: amount.ms }],
    pauses: [],
    stoppedAt: null,
  };
  return deriveDeadline(clock, start).lines.flatMap((l): Line[] => {
    if (l.kind === 'closed') return [{ kind: 'closed', date: l.date, name: l.name }];
    return l.kind === 'open' ? [spanLine(file, l)] : [];
  });
}

function countedDays(file: CalendarFile, a: number, b: number, back: boolean): Line[] {
  const [first, last] = [dayAt(file.time.zone, a), dayAt(file.time.zone, b)];
  const days = back ? workingDays(file.time, first, last) : workingDays(file.time, first + 1, last + 1);
  return [
    ...days.map((day): Line => ({ kind: 'working-day', date: formatDay(day) })),
    ...closedLines(file, first, last + 1),
  ].toSorted((x, y) => (x.date < y.date ? -1 : 1));
}

const closedLines = (file: CalendarFile, from: number, to: number): Line[] =>
  [...file.time.closed]
    .filter(([day, c]) => c.removesHours && day >= from && day < to)
    .map(([day, c]) => ({ kind: 'closed', date: formatDay(day), name: c.name }));

const spanLine = (file: CalendarFile, s: { from: number; to: number }): Line => ({
  kind: 'open',
  date: formatDay(dayAt(file.time.zone, s.from)),
  from: formatLocal(file.time.zone, s.from),
  to: formatLocal(file.time.zone, s.to),
  minutes: (s.to - s.from) / MINUTE,
});

const spanLines = (file: CalendarFile, a: number, b: number): Line[] =>
  spansBetween(file.time, a, b).map((s) => spanLine(file, s));

export function answerBetween(file: CalendarFile, start: Resolved, end: Resolved): Answer {
  const [a, b] = [start.instant, end.instant];
  const ms = Math.max(0, between(file.time, a, b));
  const lines = b > a ? spanLines(file, a, b) : [];
  const length = { ms, minutes: ms / MINUTE, hours: ms / (60 * MINUTE) };
  const json = { ...header(file), start: typed(file, start), end: typed(file, end), ...length, derivation: lines };
  return { json, text: inWords(file, start, lines, `${length.minutes} min`), latest: Math.max(a, b) };
}

export function answerNext(file: CalendarFile, start: Resolved): Answer {
  const open = isOpen(file.time, start.instant);
  const next = nextOpen(file.time, start.instant);
  const json = { ...header(file), start: typed(file, start), open, next: shown(file, next) };
  return { json, text: inWords(file, start, [], formatLocal(file.time.zone, next)), latest: next };
}

export function answerDays(file: CalendarFile, start: Resolved, end: Resolved): Answer {
  const { time } = file;
  const [from, to] = [dayAt(time.zone, start.instant), dayAt(time.zone, end.instant)];
  const days = to > from ? workingDays(time, from, to) : [];
  const openMs = to > from ? between(time, startOfDay(time.zone, from), startOfDay(time.zone, to)) : 0;
  const closed = closedLines(file, from, to);
  const lines = [...days.map((day): Line => ({ kind: 'working-day', date: formatDay(day) })), ...closed];
  const json = {
    ...header(file),
    from: formatDay(from),
    to: formatDay(to),
    count: days.length,
    openMinutes: openMs / MINUTE,
    days: days.map((day) => ({ date: formatDay(day), weekday: weekdayOf(day) })),
    closed: closed.map(({ date, name }) => ({ date, name })),
  };
  const sorted = lines.toSorted((x, y) => (x.date < y.date ? -1 : 1));
  return {
    json,
    text: inWords(file, start, sorted, `${days.length} working days, ${openMs / MINUTE} min`),
    latest: end.instant,
  };
}

function inWords(file: CalendarFile, start: Resolved, lines: readonly Line[], result: string): string {
  const from = typed(file, start);
  const rows = lines.map((l) => {
    if (l.kind === 'open') return `  ${l.date}  ${l.from?.slice(11, 16)}–${l.to?.slice(11, 16)}  ${l.minutes} min`;
    return l.kind === 'closed' ? `  ${l.date}  closed: ${l.name}` : `  ${l.date}  working day`;
  });
  const moved = from.moved ? ` (${from.moved})` : '';
  return [`from ${from.local}${moved}, ${file.time.zone}`, ...rows, `= ${result}`, ''].join('\n');
}
