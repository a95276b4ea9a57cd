import { type Lexicon } from '../lexicon.ts';
import { type Sentence } from '../sentences.ts';
import { LETTER, type Span } from '../text.ts';

export type Token = Span & {
  readonly w: string;
  /** Written with a capital in the draft, and not as the first word of the sentence. */
  readonly name: boolean;
};

/** A stretch between commas, colons and the like; `role` says what opens it. */
export type Clause = Span & {
  readonly role: 'main' | 'condition' | 'subordinate';
  readonly tokens: readonly Token[];
  /** Opened by "and", "but", «а», „a”, "et". */
  readonly joined: boolean;
  /** Set apart by more than a comma. */
  readonly strong: boolean;
  /** Opened by a condition put as a phrase: "after your approval". */
  readonly given: boolean;
  /** Where its sentence begins. */
  readonly sentenceStart: number;
};

/** What a clause reader found: somebody doing something later. */
export type ClauseEvent = {
  readonly at: number;
  readonly end: number;
  readonly who: 'i' | 'we' | 'you' | 'human' | 'thing';
  /** `future` stands alone; `present` is an undertaking only beside a deadline; `able` ("I can") only with a hedge. */
  readonly tense: 'future' | 'present' | 'able';
  readonly negated: boolean;
  /** The verb as written, folded. */
  readonly verb: string;
  readonly mood: 'firm' | 'hedged';
  /** The subject is a pronoun that may stand for people or things. */
  readonly pronoun?: boolean;
};

/** A language's clause reader. */
export type ClauseReader = (clause: Clause, text: string, lexicon: Lexicon) => ClauseEvent[];

const WORD = new RegExp(`[${LETTER}]+(?:['-][${LETTER}]+)*'?`, 'g');
const WORD_FR = new RegExp(`[${LETTER}]+(?:-[${LETTER}]+)*'?`, 'g');

function tokensOf(span: Span, text: string, draft: string, apostrophes: boolean): Token[] {
  const re = apostrophes ? WORD_FR : WORD;
  re.lastIndex = 0;
  return Array.from(text.slice(span.start, span.end).matchAll(re), (m, i) => {
    const start = span.start + m.index;
    const c = draft.charAt(start);
    return { w: m[0], start, end: start + m[0].length, name: i > 0 && c !== c.toLowerCase() };
  });
}

const BREAK = /[;:()]|,(?=\s)|\s[—-](?=\s)|…/g;

/** Cuts a sentence into clauses; commas inside quotes and numbers do not cut. */
export function clausesOf(s: Sentence, text: string, draft: string, lexicon: Lexicon): Clause[] {
  const cuts: { at: number; next: number; strong: boolean }[] = [];
  BREAK.lastIndex = 0;
  const source = text.slice(s.start, s.end);
  for (const m of source.matchAll(BREAK)) {
    if (m[0] === ':' && /\d/.test(source.charAt(m.index + 1))) continue;
    cuts.push({ at: s.start + m.index, next: s.start + m.index + m[0].length, strong: m[0] !== ',' });
  }
  const out: Clause[] = [];
  let from = s.start;
  let strong = true;
  for (const c of [...cuts, { at: s.end, next: s.end, strong: true }]) {
    const raw = text.slice(from, c.at);
    const start = from + (raw.length - raw.trimStart().length);
    const end = from + raw.trimEnd().length;
    if (end > start) out.push({ ...clause({ start, end }, text, draft, lexicon, strong), sentenceStart: s.start });
    from = c.next;
    strong = c.strong;
  }
  return out;
}

const JOIN: Readonly<Record<string, RegExp>> = {
  en: /^(?:and|but|or|so|then|yet)\s+/,
  fr: /^(?:et|mais|ou|puis|donc|alors|car)\s+/,
  ru: /^(?:а|и|но|или|зато|поэтому|то|так что)\s+/,
  pl: /^(?:a|i|ale|lub|albo|oraz|więc|dlatego|to|tak więc|natomiast)\s+/,
};

function clause(
  span: Span,
  text: string,
  draft: string,
  lexicon: Lexicon,
  strong: boolean,
): Omit<Clause, 'sentenceStart'> {
  let head = text.slice(span.start, span.end);
  let skipped = 0;
  const join = JOIN[lexicon.pack.lang] ?? /^$/;
  for (let m = join.exec(head); m && skipped < 24; m = join.exec(head)) {
    skipped += m[0].length;
    head = head.slice(m[0].length);
  }
  const opens = (re: RegExp): boolean => {
    re.lastIndex = 0;
    return re.exec(head)?.index === 0;
  };
  const given = opens(lexicon.frames.given);
  const role = given
    ? 'main'
    : opens(lexicon.frames.condition)
      ? 'condition'
      : opens(lexicon.frames.subordinate)
        ? 'subordinate'
        : 'main';
  const tokens = tokensOf(span, text, draft, lexicon.pack.lang === 'fr');
  return { ...span, role, tokens, joined: skipped > 0, strong, given };
}
