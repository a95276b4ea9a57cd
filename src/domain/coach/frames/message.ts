import { type Clock } from '../deadline/civil.ts';
import { type Deadline, readDeadlines } from '../deadline/read-deadlines.ts';
import { type Lexicon } from '../lexicon.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';
import { type CheckContext } from '../types.ts';
import { ownBody } from '../zones.ts';
import { type Clause, type ClauseReader, clausesOf } from './clauses.ts';
import { readEnglish } from './read-en.ts';
import { readFrench } from './read-fr.ts';
import { readSlavic } from './read-slavic.ts';
import { type Undertaking, undertakingsOf } from './undertakings.ts';

/** The draft as the rules see it: own sentences, their clauses, and what is undertaken in them. */
export type Message = {
  readonly draft: string;
  /** Folded, offsets as in the draft. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly clauses: ReadonlyMap<Sentence, readonly Clause[]>;
  readonly deadlines: readonly Deadline[];
  readonly undertakings: readonly Undertaking[];
  readonly lexicon: Lexicon;
  readonly context: CheckContext;
  readonly clock: Clock;
};

const READERS: Readonly<Record<string, ClauseReader>> = {
  en: readEnglish,
  fr: readFrench,
  ru: readSlavic,
  pl: readSlavic,
};

/** Zones → sentences → clauses → undertakings. `text` is the folded draft, character for character. */
export function readMessage(
  draft: string,
  text: string,
  lexicon: Lexicon,
  context: CheckContext,
  clock: Clock,
): Message {
  const sentences = sentencesOf(text, ownBody(text, lexicon), lexicon);
  const clauses = new Map(sentences.map((s) => [s, clausesOf(s, text, draft, lexicon)]));
  const first = sentences[0]?.start ?? 0;
  const last = sentences.at(-1)?.end ?? 0;
  const deadlines = readDeadlines(text.slice(first, last), lexicon.deadline, clock).map((d) => ({
    ...d,
    start: d.start + first,
    end: d.end + first,
  }));
  const reader = READERS[lexicon.pack.lang] ?? readEnglish;
  const undertakings = undertakingsOf({
    text,
    sentences,
    clauses,
    deadlines,
    lexicon,
    clock,
    reader,
    badNews: context.kind === 'bad-news',
  });
  return { draft, text, sentences, clauses, deadlines, undertakings, lexicon, context, clock };
}
