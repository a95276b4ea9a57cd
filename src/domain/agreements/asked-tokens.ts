import { dayOf, formatDay, parseDay } from '../calendar/civil.ts';
import type { AskedWords } from './asked-words/words.ts';

/**
 * One piece of a sentence. Kinds are single letters, so that a sentence is a word over kinds and its grammar a regular expression:
 *
 * D weekday · G weekday after "from" · W weekend · R day from today · T tonight · P part of the day · p part after an hour ·
 * e night before · H this · X next · M month · m doubtful month · N number · Y year · I date · Q day.month or hour.minute · C clock ·
 * Z on · J before a date · A at · F from · O to · E after · U hour · B block · n negation · K ask · k need · V past · , pause · - other
 */
export type Token = {
  readonly kind: string;
  /** Weekday, month, day number, minutes of the day, part of the day – whatever the kind tells. */
  readonly value: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

type Phrase = { readonly words: readonly string[]; readonly kind: string; readonly value: number };
export type Lexicon = {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly words: AskedWords;
  readonly notPast: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
};

/** Lower case without accents, letter for letter, so that places stay where they are. */
export function fold(text: string): string {
  const plain = (letter: string): string => {
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return bare.length === letter.length ? bare : letter;
  };
  return text.replace(/[^ -@[-~]/g, plain).replace(/[’‘`]/g, "'");
}

export function buildLexicon(words: AskedWords): Lexicon {
  const byFirst = new Map<string, Phrase[]>();
  const add = (list: readonly string[], kind: string, value = 0): void => {
    for (const text of list) {
      const parts = fold(text).split(/,? /);
      const first = parts[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words: parts, kind, value }]);
    }
  };
  words.weekdays.forEach((list, i) => add(list, 'D', i));
  words.weekdaysFrom.forEach((list, i) => add(list, 'G', i));
  words.months.forEach((list, i) => {
    add(
      list.filter((m) => !words.doubtfulMonths.includes(m)),
      'M',
      i + 1,
    );
    add(
      list.filter((m) => words.doubtfulMonths.includes(m)),
      'm',
      i + 1,
    );
  });
  [words.weekend, words.nextWeekend].forEach((list, i) => add(list, 'W', i));
  [words.today, words.tomorrow, words.afterTomorrow].forEach((list, i) => add(list, 'R', i));
  add(words.tonight, 'T');
  [words.night, words.morning, words.afternoon, words.evening].forEach((list, i) => add(list, 'P', i));
  words.hourParts.forEach((list, i) => add(list, 'p', i));
  add(words.nightBefore, 'e');
  const plain: readonly [readonly string[], string][] = [
    [words.thisOne, 'H'],
    [words.nextOne, 'X'],
    [words.on, 'Z'],
    [words.onDate, 'J'],
    [words.at, 'A'],
    [words.from, 'F'],
    [words.to, 'O'],
    [words.after, 'E'],
    [words.hour, 'U'],
    [words.block, 'B'],
    [words.ask, 'K'],
    [words.need, 'k'],
    [words.negation, 'n'],
    [words.past, 'V'],
  ];
  for (const [list, kind] of plain) add(list, kind);
  // Longest first; of equal length the one that was added first.
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    byFirst,
    words,
    notPast: new Set(words.notPast.map(fold)),
    auxiliaries: new Set(words.pastPair?.first.map(fold)),
  };
}

const PIECE =
  /(?<iso>\d{4}-\d{2}-\d{2})|(?<full>\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d))|(?<ampm>\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m|p\.m)(?![\p{L}]))|(?<clock>\d{1,2}:\d{2}(?!\d)|\d{1,2} ?h ?\d{2}(?!\d)|\d{1,2} ?h(?![\p{L}\d]))|(?<pair>\d{1,2}[./]\d{1,2}(?![\d%]))|(?<year>(?:19|20)\d{2}(?!\d))|(?<num>\d{1,2}(?:st|nd|rd|th|er|-?(?:го|ого|е))?(?![\p{L}\d%]))|(?<word>\p{L}[\p{L}'-]*)|(?<pause>[,:()–—]|-(?=\s))|(?<other>\S)/gu;

type RawPiece = { readonly type: string; readonly text: string; readonly start: number };

function pieces(folded: string): RawPiece[] {
  return [...folded.matchAll(PIECE)].map((m) => {
    const [type = 'other'] = Object.entries(m.groups ?? {}).find(([, v]) => v !== undefined) ?? [];
    return { type, text: m[0], start: m.index };
  });
}

/** The tokens of one sentence; `sentence` is folded, `raw` is the same sentence in lower case with its accents. */
export function tokensOf(sentence: string, raw: string, lexicon: Lexicon): Token[] {
  const list = pieces(sentence);
  const tokens: Token[] = [];
  for (let i = 0; i < list.length;) {
    const piece = list[i];
    if (!piece) break;
    const phrase = piece.type === 'word' ? longest(list, i, lexicon) : null;
    const last = list[i + (phrase?.words.length ?? 1) - 1] ?? piece;
    const end = last.start + last.text.length;
    const base = { text: sentence.slice(piece.start, end), start: piece.start, end };
    if (phrase) tokens.push({ ...base, kind: phrase.kind, value: phrase.value });
    else tokens.push({ ...base, ...plainToken(piece, raw.slice(piece.start, end), tokens.at(-1), lexicon) });
    i += phrase?.words.length ?? 1;
  }
  const isDateOf = (t: Token, i: number): boolean =>
    t.text === 'of' && tokens[i - 1]?.kind === 'N' && /[Mm]/.test(tokens[i + 1]?.kind ?? '');
  return tokens.filter((t, i) => !isDateOf(t, i) && !/^[.!?;]$/.test(t.text));
}

function longest(list: readonly RawPiece[], at: number, lexicon: Lexicon): Phrase | null {
  const options = lexicon.byFirst.get(list[at]?.text ?? '') ?? [];
  return options.find((p) => p.words.every((w, k) => list[at + k]?.text === w)) ?? null;
}

type Meaning = Pick<Token, 'kind' | 'value'>;
const OTHER: Meaning = { kind: '-', value: 0 };

function plainToken(piece: RawPiece, raw: string, before: Token | undefined, lexicon: Lexicon): Meaning {
  const { words } = lexicon;
  const numbers = [...piece.text.matchAll(/\d+/g)].map((m) => Number(m[0]));
  const [a = 0, b = 0, c = 0] = numbers;
  switch (piece.type) {
    case 'iso':
      return date(a, b, c);
    case 'full':
      if (piece.text.includes('/') && words.dayFirst === null && a <= 12 && a !== b) return OTHER;
      return date(c, b, a);
    case 'ampm':
      return clock((a % 12) + (piece.text.includes('p') ? 12 : 0), b, a >= 1 && a <= 12);
    case 'clock':
      return clock(a, b, true);
    case 'pair':
      if (piece.text.includes('/') && words.dayFirst === null) return OTHER;
      return { kind: 'Q', value: a * 100 + b };
    case 'year':
      return { kind: 'Y', value: a };
    case 'num':
      return { kind: 'N', value: a };
    case 'pause':
      return { kind: ',', value: 0 };
    default:
      return piece.type === 'word' && isPast(piece.text, raw, before, lexicon) ? { kind: 'V', value: 0 } : OTHER;
  }
}

function date(year: number, month: number, day: number): Meaning {
  const number = dayOf(year, month, day);
  return parseDay(formatDay(number)) !== null &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    dayOf(year, month + 1, 1) > number
    ? { kind: 'I', value: number }
    : OTHER;
}

const clock = (hour: number, minute: number, sane: boolean): Meaning =>
  sane && hour <= 24 && minute < 60 && hour * 60 + minute <= 1440 ? { kind: 'C', value: hour * 60 + minute } : OTHER;

function isPast(text: string, raw: string, before: Token | undefined, lexicon: Lexicon): boolean {
  const { pastEnding, pastPair, notPastAfter } = lexicon.words;
  if (lexicon.notPast.has(text) || (before && notPastAfter.includes(before.text))) return false;
  if (pastPair && before && lexicon.auxiliaries.has(before.text) && pastPair.second.test(raw)) return true;
  return pastEnding !== null && (pastEnding.test(text) || pastEnding.test(raw));
}
