import { instantOfWall, wallAt, type WallTime, wallOf } from '../calendar/zone.ts';
import { DAY, type Instant, MINUTE } from '../shared/instant.ts';
import { type DayPart, readDays } from './asked-days.ts';
import { readTimes, type TimePart } from './asked-times.ts';
import { buildLexicon, fold, type Token, tokensOf } from './asked-tokens.ts';
import { en } from './asked-words/en.ts';
import { fr } from './asked-words/fr.ts';
import { pl } from './asked-words/pl.ts';
import { ru } from './asked-words/ru.ts';
import type { AskedLang, AskedWords } from './asked-words/words.ts';

/** A time the client asked for, in their own words. `grain` "day": some time on these days; "time": all of it. */
export type AskedWindow = {
  readonly from: Instant;
  readonly to: Instant;
  readonly grain: 'day' | 'part-of-day' | 'time';
  readonly words: string;
  readonly lang: AskedLang;
};

const LEXICONS = { en: buildLexicon(en), ru: buildLexicon(ru), pl: buildLexicon(pl), fr: buildLexicon(fr) };
const WORDS: Readonly<Record<AskedLang, AskedWords>> = { en, ru, pl, fr };

/**
 * T3: a time asked for in the client's words – a day, a weekend, a night, a date, hours – in one of the languages hinted at.
 * Rather nothing than something wrong: a deadline ("by Friday"), a report of what happened, a habit, a refusal and anything said
 * twice differently are null. Quoted lines are not the client's words now.
 */
export function findAskedWindow(
  text: string,
  hints: readonly AskedLang[],
  now: Instant,
  zone: string,
): AskedWindow | null {
  const langs = hints.length > 0 ? hints : (['en', 'ru', 'pl', 'fr'] as const);
  const wallNow = wallAt(zone, now);
  for (const lang of langs) {
    for (const sentence of sentencesOf(text, WORDS[lang])) {
      const tokens = tokensOf(fold(sentence.text), sentence.text.toLowerCase(), LEXICONS[lang]);
      const part = askedIn(tokens, sentence.question, WORDS[lang], wallNow);
      if (!part) continue;
      const from = instantOfWall(zone, part.from);
      const to = instantOfWall(zone, part.to);
      if (to <= now) continue;
      const words = sentence.text.slice(part.start, part.end);
      return { from: Math.max(from, now), to, grain: part.grain, words, lang };
    }
  }
  return null;
}

type Sentence = { readonly text: string; readonly question: boolean };

function sentencesOf(text: string, words: AskedWords): Sentence[] {
  const own = text
    .slice(0, LONGEST)
    .normalize('NFC')
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n');
  const abbreviations = words.abbreviations.map((a) => a.replaceAll('.', '\\.')).join('|');
  const joined = own.replace(new RegExp(`(?<![\\p{L}])(${abbreviations})\\.(?=\\s)`, 'giu'), '$1 ');
  return [...joined.matchAll(/[^.!?;\n]+(?:\.(?=\S)[^.!?;\n]*)*[.!?;]?/gu)].map((m) => ({
    text: m[0],
    question: m[0].endsWith('?'),
  }));
}

type Found = {
  readonly from: WallTime;
  readonly to: WallTime;
  readonly grain: AskedWindow['grain'];
  readonly start: number;
  readonly end: number;
};
type Place = { readonly first: number; readonly last: number };

const NEAR = 4;
const SHORT = 4;
/** An ask stands near the top; a pasted log behind it is not read. */
const LONGEST = 20_000;

function askedIn(tokens: readonly Token[], question: boolean, words: AskedWords, now: WallTime): Found | null {
  const kinds = withoutPausesAroundPlease(tokens.map((t) => t.kind).join(''));
  // "Saturday?" asks; a longer question needs the words of somebody who wants something.
  const short = question && kinds.length <= SHORT;
  if (!short && !/[Kk]/.test(kinds)) return null;
  const today = Math.floor(now / DAY);
  const said = readDays(tokens, kinds, words, today);
  const times = readTimes(tokens, kinds);
  if (isDeadline(kinds, times)) return null;
  const days = said.filter((d) => isMeant(kinds, d));
  const found = (place: Place, from: WallTime, to: WallTime, grain: Found['grain']): Found => ({
    from,
    to,
    grain,
    start: tokens[place.first]?.start ?? 0,
    end: tokens[place.last]?.end ?? 0,
  });
  const timed = (place: Place, day: number, t: TimePart): Found =>
    found(place, wallOf(day, t.from * MINUTE), wallOf(day, t.to * MINUTE), t.exact ? 'time' : 'part-of-day');

  if (said.length === 0) {
    const time = times.length === 1 ? times[0] : undefined;
    if (!time?.firm || !isMeant(kinds, time) || !(short || clauseOf(kinds, time.first).includes('K'))) return null;
    const day = wallOf(today, time.from * MINUTE) > now ? today : today + 1;
    return timed(time, day, time);
  }
  const day = oneDay(days, kinds);
  if (!day) return null;
  const near = times.filter((t) => (t.first > day.last ? t.first - day.last : day.first - t.last) <= NEAR);
  const time = near[0];
  if (time && near.length === 1 && day.days === 1 && (time.first > day.last || time.last < day.first)) {
    return timed({ first: Math.min(day.first, time.first), last: Math.max(day.last, time.last) }, day.day, time);
  }
  if (day.hours) {
    return found(day, wallOf(day.day, day.hours[0] * MINUTE), wallOf(day.day, day.hours[1] * MINUTE), 'part-of-day');
  }
  return found(day, wallOf(day.day), wallOf(day.day + day.days), 'day');
}

/** "Please" between pauses is no clause of its own: its pauses count as any other word. */
function withoutPausesAroundPlease(kinds: string): string {
  const clauses = kinds.split(',');
  const alone = (i: number): boolean => /^K+$/.test(clauses[i] ?? '');
  return clauses.reduce((all, clause, i) => all + (alone(i - 1) || alone(i) ? '-' : ',') + clause);
}

/** The kinds of the clause a token is in: between two pauses. */
function clauseOf(kinds: string, at: number): string {
  const end = kinds.indexOf(',', at);
  return kinds.slice(kinds.lastIndexOf(',', at) + 1, end < 0 ? undefined : end);
}

/** Not a report of something past, not a refusal, not "by", "since" or "every". */
function isMeant(kinds: string, { first, last }: Place): boolean {
  const before = kinds.slice(0, first);
  if (clauseOf(kinds, last).includes('V') || before.slice(before.lastIndexOf(',') + 1).includes('n')) return false;
  return !/[BEF]$/.test(before) && !/(?:^|[^DRWGCNU])O$/.test(before);
}

/** "By 18:00": one time that is a limit makes the whole sentence a deadline. */
function isDeadline(kinds: string, times: readonly TimePart[]): boolean {
  return times.some(
    (t) => /(?:B|(?:^|[^CNUpP])O)$/.test(kinds.slice(0, t.first)) && /[CN]/.test(kinds.slice(t.first, t.last + 1)),
  );
}

/** The one day meant. Days that follow each other are one stretch; of several others only the one in the asking clause. */
function oneDay(days: readonly DayPart[], kinds: string): DayPart | null {
  const [first, ...rest] = days;
  if (!first || rest.length === 0) return first ?? null;
  const sorted = [...days].sort((a, b) => a.day - b.day);
  const joined = sorted.every((d, i) => i === 0 || d.day <= (sorted[i - 1]?.day ?? 0) + (sorted[i - 1]?.days ?? 0));
  const start = sorted[0] ?? first;
  if (joined && days.every((d) => d.hours === null)) {
    const end = Math.max(...days.map((d) => d.day + d.days));
    return {
      first: first.first,
      last: rest.at(-1)?.last ?? first.last,
      day: start.day,
      days: end - start.day,
      hours: null,
    };
  }
  const asking = days.filter((d) => clauseOf(kinds, d.first).includes('K'));
  return asking.length === 1 ? (asking[0] ?? null) : null;
}
