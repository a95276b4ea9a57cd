import { type CivilDay, type Clock } from './civil.ts';
import { type DeadlineGrammar } from './compile.ts';
import { resolve } from './resolve.ts';

/** A time phrase in the text. `day` is null for a bare time of day, for "soon" and for phrases that set no deadline. */
export type Deadline = {
  readonly start: number;
  readonly end: number;
  readonly day: CivilDay | null;
  /** Minutes since midnight, where a time of day is named. */
  readonly minute: number | null;
  readonly kind: 'date' | 'time' | 'soon' | 'skip';
};

const WORDS: Readonly<Record<string, number>> = { noon: 12, midday: 12, midnight: 24, midi: 12, minuit: 24 };

/** Reads every time phrase of folded text, longest reading first, none overlapping, in the order of the text. */
export function readDeadlines(text: string, g: DeadlineGrammar, now: Clock): Deadline[] {
  const found: Deadline[] = [];
  for (const { re, op } of g.rules) {
    re.lastIndex = 0;
    for (const m of text.matchAll(re)) {
      const groups = { 0: lastWord(m[0]), ...m.groups };
      const start = m.index;
      const end = start + m[0].length;
      if (op === 'skip' || op === 'soon') found.push({ start, end, day: null, minute: null, kind: op });
      else if (op === 'time') found.push({ start, end, day: null, minute: minuteOf(g, groups), kind: 'time' });
      else {
        const day = resolve(g, op, groups, now);
        if (day !== null) found.push({ start, end, day, minute: null, kind: 'date' });
      }
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Deadline[] = [];
  for (const d of found) {
    const last = kept.at(-1);
    if (last && d.start < last.end) {
      if (d.end - d.start > last.end - last.start) kept[kept.length - 1] = d;
    } else kept.push(d);
  }
  return kept;
}

/** "in March": the month is the last word of the phrase. */
const lastWord = (phrase: string): string => phrase.trim().split(/\s+/).at(-1) ?? '';

function minuteOf(g: DeadlineGrammar, m: Readonly<Record<string, string | undefined>>): number | null {
  if (m['word'] !== undefined) return (WORDS[m['word']] ?? 12) * 60;
  const spoken = m['hw'] === undefined ? undefined : (g.numbers.get(m['hw']) ?? spokenHour(m['hw']));
  // an hour said in words is an hour of the working day: "at two" is 14:00
  const h = m['h'] === undefined ? (spoken !== undefined && spoken < 7 ? spoken + 12 : spoken) : Number(m['h']);
  if (h === undefined) return null;
  const afternoon = /^(?:p|дня|веч|wiecz|po poł)/.test(m['ap'] ?? m['ap2'] ?? '') && h < 12;
  return (h + (afternoon ? 12 : 0)) * 60 + Number(m['mi'] ?? 0);
}

/** Ordinal hours ("do dwunastej", «к шести») by their stems. */
function spokenHour(word: string): number | undefined {
  const i = HOURS.findIndex((stems) => stems.some((s) => word.startsWith(s)));
  return i < 0 ? undefined : i + 1;
}

const HOURS = [
  ['pierwsz', 'час'],
  ['drug', 'дву'],
  ['trzeci', 'тре'],
  ['czwart', 'четыр'],
  ['piąt', 'пят'],
  ['szóst', 'шест'],
  ['siódm', 'сем'],
  ['ósm', 'восьм'],
  ['dziewiąt', 'девят'],
  ['dziesiąt', 'десят'],
  ['jedenast', 'одиннадцат'],
  ['dwunast', 'двенадцат'],
  ['trzynast'],
  ['czternast'],
  ['piętnast'],
  ['szesnast'],
  ['siedemnast'],
  ['osiemnast'],
  ['dziewiętnast'],
  ['dwudziest'],
];
