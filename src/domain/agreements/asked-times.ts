import { NIGHT } from './asked-days.ts';
import type { Token } from './asked-tokens.ts';

/**
 * Hours said with the tokens first … last, in minutes of the day; the end may pass midnight. `exact`: both ends were said.
 * `firm`: the words alone tell a time ("at 20:00", "at night"), without a day beside them.
 */
export type TimePart = {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
  readonly firm: boolean;
};

const PARTS: readonly (readonly [from: number, to: number])[] = [NIGHT, [360, 720], [720, 1080], [1080, 1380]];
const NOON = 720;
const MIDNIGHT = 1440;
const HOUR = 60;

type Hours = Omit<TimePart, 'first' | 'last'>;
type Read = { readonly pattern: RegExp; readonly read: (t: readonly Token[], text: string) => Hours | null };

const READS: readonly Read[] = [
  { pattern: /F(?:CU?|NU?)[pP]?[OA]Z?(?:CU?|NU?)(?![Mm])[pP]?/g, read: between },
  { pattern: /C[-,O]C(?![Mm])/g, read: between },
  { pattern: /E(?:C|NU|N(?=$|[,DZ]))/g, read: (t) => after(hourOf(t.slice(1))) },
  { pattern: /[AZ]?CU?[,]?[pP]?/g, read: (t) => at(hourOf(t), /^[AZ]/.test(t[0]?.kind ?? '')) },
  { pattern: /[AZ]NU?[pP]/g, read: (t) => at(hourOf(t), true) },
  { pattern: /[AZ]NU/g, read: (t) => at(hourOf(t), true) },
  { pattern: /A(?:N)(?=$|[,DZRKk])/g, read: (t) => ((t[1]?.value ?? 0) > 12 ? at(hourOf(t), true) : null) },
  { pattern: /P/g, read: (t) => part(t[0]?.value ?? 0) },
];

/** Every time of the day said in a sentence, in the order of the words. */
export function readTimes(tokens: readonly Token[], kinds: string): TimePart[] {
  const found: TimePart[] = [];
  let open = kinds;
  for (const { pattern, read } of READS) {
    for (const m of open.matchAll(pattern)) {
      const [first, last] = [m.index, m.index + m[0].length - 1];
      const hours = read(tokens.slice(first, last + 1), m[0]);
      if (hours) found.push({ first, last, ...hours });
      open = open.slice(0, first) + '*'.repeat(m[0].length) + open.slice(last + 1);
    }
  }
  return found.sort((a, b) => a.first - b.first);
}

/** Minutes of "20:00", "20 часов", "8 in the evening". */
function hourOf(tokens: readonly Token[]): number | null {
  const number = tokens.find((t) => t.kind === 'C' || t.kind === 'N');
  if (!number) return null;
  const minutes = number.kind === 'C' ? number.value : number.value * HOUR;
  const half = tokens.find((t) => t.kind === 'p' || t.kind === 'P')?.value;
  if (minutes > MIDNIGHT) return null;
  return minutes < NOON && (half === 2 || half === 3) ? minutes + NOON : minutes;
}

const at = (from: number | null, firm: boolean): Hours | null =>
  from === null ? null : { from, to: from + HOUR, exact: false, firm };

const after = (from: number | null): Hours | null =>
  from === null || from >= MIDNIGHT ? null : { from, to: MIDNIGHT, exact: false, firm: true };

const part = (value: number): Hours | null => {
  const hours = PARTS[value];
  return hours ? { from: hours[0], to: hours[1], exact: false, firm: true } : null;
};

function between(tokens: readonly Token[], kinds: string): Hours | null {
  const middle = kinds.search(/(?<=[CNUpP])[-,OA]/);
  // A dash joins two times, a comma does not.
  if (!/[OA]/.test(kinds[middle] ?? '') && !/^[-–—]$/.test(tokens[middle]?.text ?? '')) return null;
  const to = hourOf(tokens.slice(middle + 1));
  let from = hourOf(tokens.slice(0, middle));
  if (from === null || to === null) return null;
  const named = kinds.includes('C') || kinds.includes('U') || /[pP]/.test(kinds);
  // "Between 8 and 10 pm" and "с 8 до 10 вечера": the half of the day is said once for both.
  if (!kinds.slice(0, middle).includes('C') && from < NOON && to > NOON && from + NOON < to) from += NOON;
  return { from, to: to > from ? to : to + MIDNIGHT, exact: true, firm: named };
}
