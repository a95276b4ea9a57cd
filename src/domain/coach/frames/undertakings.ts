import { type CivilDay, type Clock } from '../deadline/civil.ts';
import { type Deadline } from '../deadline/read-deadlines.ts';
import { type Lexicon } from '../lexicon.ts';
import { type Sentence } from '../sentences.ts';
import { has, type Span } from '../text.ts';
import { type Firmness, type Who } from '../types.ts';
import { type Clause, type ClauseReader } from './clauses.ts';
import { COMPLEMENT, judge, type Verdict } from './judge.ts';
import { piecesOf } from './pieces.ts';

/** Somebody on the author's side, or somebody they speak for, will do something. */
export type Undertaking = Span & {
  readonly sentence: Sentence;
  readonly who: Who;
  readonly firmness: Firmness;
  readonly day: CivilDay | null;
  /** Minutes since midnight of every time of day named with it. */
  readonly minutes: readonly number[];
  /** Put off with "soon" and the like, without a date. */
  readonly soon: boolean;
  /** Another person is bound who has not confirmed. */
  readonly unconfirmed: boolean;
};

export type Reading = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly clauses: ReadonlyMap<Sentence, readonly Clause[]>;
  readonly deadlines: readonly Deadline[];
  readonly lexicon: Lexicon;
  readonly clock: Clock;
  readonly reader: ClauseReader;
  /** In bad news a future often tells what happens to the client, not what is done for them. */
  readonly badNews: boolean;
};

/** Every undertaking of the message, in the order of the text; questions promise nothing. */
export function undertakingsOf(r: Reading): Undertaking[] {
  const out: Undertaking[] = [];
  let reported = false;
  for (const s of r.sentences) {
    const saysSo = has(r.lexicon.frames.reported, s.text);
    if (!s.question) {
      const judged = judgedClauses(
        r,
        s,
        saysSo || (reported && /^(?:they|he|she|il|elle|ils|elles|он|она|они|oni|ona|on)\s/.test(s.text)),
      );
      const before = out.at(-1);
      const context = before && before.sentence.index >= s.index - 1 ? before.day : null;
      out.push(...piecesOf(r, s, judged, context));
    }
    reported = saysSo;
  }
  return out;
}

/** One clause with the undertakings kept in it and the conditions they stand under. */
export type JudgedClause = Verdict & { readonly clause: Clause; readonly deadlines: readonly Deadline[] };

function judgedClauses(r: Reading, s: Sentence, reported: boolean): JudgedClause[] {
  const list = r.clauses.get(s) ?? [];
  const inSentence = r.deadlines.filter((d) => d.start < s.end && d.end > s.start);
  let condition = false;
  return list.map((clause, i) => {
    const deadlines = inSentence.filter((d) => d.start >= clause.start && d.start < clause.end);
    if (clause.given) condition = true;
    if (clause.role === 'condition') {
      condition = true;
      const tail = consequence(r, clause);
      if (tail === null) return { clause, kept: [], finite: false, end: clause.end, deadlines: [] };
      const part = {
        ...clause,
        start: tail,
        tokens: clause.tokens.filter((t) => t.start >= tail),
        role: 'main' as const,
      };
      const late = deadlines.filter((d) => d.start >= tail);
      return { clause, ...judge(r, s, part, late, true, reported), deadlines: late };
    }
    const before = list[i - 1];
    const head = r.text.slice(clause.start, clause.end);
    const believed =
      before !== undefined && COMPLEMENT.test(head) && states(r, r.text.slice(before.start, before.end), reported);
    const answer = clause.role === 'subordinate' ? consequence(r, clause) : null;
    if (answer !== null) {
      const part = {
        ...clause,
        start: answer,
        tokens: clause.tokens.filter((t) => t.start >= answer),
        role: 'main' as const,
      };
      return { clause, ...judge(r, s, part, deadlines, condition, reported), deadlines };
    }
    if (clause.role === 'subordinate' && !believed)
      return { clause, kept: [], finite: false, end: clause.end, deadlines };
    const next = list[i + 1];
    const trailing =
      next !== undefined &&
      next.role === 'condition' &&
      !next.joined &&
      !next.strong &&
      has(r.lexicon.frames.afterwards, r.text.slice(next.start, next.end));
    const near = [...neighbours(list, i, inSentence), ...deadlines];
    // "send me the number and I'll check": what is asked for is the condition
    const asked =
      clause.joined && before !== undefined && has(r.lexicon.frames.request, r.text.slice(before.start, before.end));
    const aside = before && before.tokens.length <= 3 ? r.text.slice(before.start, before.end) : '';
    const verdict = judge(r, s, clause, near, condition || trailing || asked, reported, aside);
    return { clause, ...verdict, deadlines: clause.given && verdict.kept.length === 0 ? [] : deadlines };
  });
}

/** "I am sure that …", "I think that …", "they have confirmed that …": the clause that follows is stated. */
const states = (r: Reading, text: string, reported: boolean): boolean =>
  has(r.lexicon.frames.belief, text) ||
  has(r.lexicon.frames.hedge, text) ||
  (reported && has(r.lexicon.frames.reported, text));

/** "If you say yes I'll come": the undertaking inside a condition clause that has no comma. English only marks it by pronoun and "will". */
function consequence(r: Reading, clause: Clause): number | null {
  if (r.lexicon.pack.lang !== 'en') return null;
  const m = /\s(?:i'll|we'll|i will|we will)\s/.exec(r.text.slice(clause.start, clause.end));
  return m ? clause.start + m.index + 1 : null;
}

/** Time phrases of verbless neighbours ("Demain à 7 h, je bascule …") count for the clause beside them. */
function neighbours(list: readonly Clause[], i: number, deadlines: readonly Deadline[]): Deadline[] {
  return [list[i - 1], list[i - 2], list[i + 1]].flatMap((c, k) => {
    if (!c || c.role !== 'main' || c.tokens.length > 7) return [];
    if (k === 1 && (list[i - 1]?.tokens.length ?? 9) > 4) return [];
    return deadlines.filter((d) => d.start >= c.start && d.start < c.end);
  });
}
