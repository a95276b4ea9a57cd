/** Letters and digits of the four languages in folded form; `\b` knows none of them but Latin ones. */
export const LETTER = 'a-z0-9ß-öø-ÿąćęłńœśźżа-я';

const FOLDS: Readonly<Record<string, string>> = {
  ё: 'е',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '–': '—',
};

/** Lower-cases and folds quotes, apostrophes, spaces and ё, one character for one, so that offsets stay those of the draft. */
export function fold(text: string): string {
  return text.replace(/[^a-z0-9 .,\n]/g, (c) => {
    const lower = c.toLowerCase();
    return lower.length === c.length ? (FOLDS[lower] ?? lower) : c;
  });
}

const MARKS: Readonly<Record<string, string>> = { ł: 'l', œ: 'e', æ: 'e' };

/** Drops diacritics, one letter for one: for authors who type „zadzwonie jutro” on a foreign keyboard. */
export const stripMarks = (text: string): string =>
  text.replace(/[ß-öø-ÿąćęłńœśźż]/g, (c) => MARKS[c] ?? c.normalize('NFD').charAt(0));

/** One word of a gap; after an apostrophe it may follow at once ("n'est pas"). A short gap may open with a comma but holds none. */
const GAP = `(?:(?:\\s+|(?<='))[^\\s,.;:!?]+)`;
const WIDE = `(?:[\\s,]+[^\\s,.;:!?]+)`;

/**
 * Turns one cue into a regular expression source. A cue is a phrase in which `*` stands for the rest of a word, ` .. ` for up to
 * four words and ` ... ` for up to nine; groups and `?` work as usual, a starred group whose
 * alternatives end in a space or apostrophe may occur up to three times. Gaps are bounded, so matching stays linear.
 */
export function cueSource(cue: string): string {
  return cue
    .replace(/(?: \.\.)? \*$/, '')
    .replace(/ (\([^()]*\))\?(?= |$)/g, '(?: $1)?')
    .replace(/([ '])\)\*/g, '$1){0,3}')
    .replace(/ \?/g, '\ue003')
    .replace(/ \.\.\. /g, '\ue001')
    .replace(/ \.\. /g, '\ue002')
    .replace(/\*/g, `[${LETTER}]*`)
    .replace(/ /g, '\\s+')
    .replace(/\ue001/g, `${WIDE}{0,9}?[\\s,]+`)
    .replace(/\ue002/g, `,?${GAP}{0,4}?(?:\\s+|(?<='))`)
    .replace(/\ue003/g, '\\s*');
}

/** The cues of a list: one a line or separated by semicolons. */
const cueList = (source: string): string[] =>
  source
    .split(/[;\n]+/)
    .map((c) => c.trim())
    .filter((c) => c !== '');

/** Compiles a list of cues to one expression with word boundaries that hold in all four languages. Null when the list is empty. */
export function compileCues(source: string, strip = false): RegExp {
  const cues = cueList(strip ? stripMarks(source) : source).map(cueSource);
  if (cues.length === 0) return /(?!)/g;
  return new RegExp(`(?<![${LETTER}])(?:${cues.join('|')})(?:(?<=')|(?![${LETTER}]))`, 'g');
}

export const has = (re: RegExp, text: string): boolean => {
  re.lastIndex = 0;
  return re.test(text);
};

export type Span = { readonly start: number; readonly end: number };

export function spansOf(re: RegExp, text: string): Span[] {
  re.lastIndex = 0;
  return Array.from(text.matchAll(re), (m) => ({ start: m.index, end: m.index + m[0].length }));
}
