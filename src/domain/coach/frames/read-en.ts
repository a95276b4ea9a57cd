import { type Lexicon } from '../lexicon.ts';
import { has } from '../text.ts';
import { type Clause, type ClauseEvent, type Token } from './clauses.ts';
import { subjectClass } from './subject.ts';

const LIGHT = new Set(
  'also then now not never personally certainly definitely surely gladly just still soon shortly always only already again probably simply happily even both all each no longer promptly immediately quickly be'.split(
    ' ',
  ),
);
const PRONOUN: Readonly<Record<string, ClauseEvent['who']>> = {
  i: 'i',
  we: 'we',
  you: 'you',
  he: 'human',
  she: 'human',
  they: 'human',
  it: 'thing',
  that: 'thing',
  this: 'thing',
  there: 'thing',
};
const AUX = new Set(['will', 'shall', "'ll", 'wil']);
const NEG = new Set(['not', 'never', 'no']);

/** The verb after position i: light adverbs are passed over, a negation on the way is remembered. */
function verbAfter(tokens: readonly Token[], i: number): { verb: Token | undefined; negated: boolean; index: number } {
  let negated = false;
  let j = i + 1;
  for (; j < tokens.length && LIGHT.has(tokens[j]?.w ?? ''); j++) {
    if (NEG.has(tokens[j]?.w ?? '')) negated = true;
    if (tokens[j]?.w === 'be' && tokens[j + 1]) {
      const next = tokens[j + 1]?.w ?? '';
      if (!LIGHT.has(next) && !next.endsWith('ing')) return { verb: tokens[j], negated, index: j };
    }
  }
  return { verb: tokens[j], negated, index: j };
}

/** English: "will", "'ll", "going to", progressive and plain present; a missing subject is carried over from the verb before. */
export function readEnglish(clause: Clause, text: string, lexicon: Lexicon): ClauseEvent[] {
  const { tokens } = clause;
  const out: ClauseEvent[] = [];
  let carried: ClauseEvent['who'] | null = null;
  let done = -1;
  /** "We never work", "we do not work": the denial stands before the verb. */
  const denied = (from: number, verb: number): boolean =>
    tokens.slice(from + 1, verb).some((t) => NEG.has(t.w)) ||
    (tokens[verb]?.w === 'do' && NEG.has(tokens[verb + 1]?.w ?? ''));
  tokens.forEach((t, i) => {
    if (i <= done) return;
    const split = /^(.+)'(ll|m|re)$/.exec(t.w);
    const bare = split?.[1] ?? t.w;
    const aux = split?.[2] === 'll' || AUX.has(t.w) || t.w === "won't";
    const before = { start: clause.start, end: t.start };
    const who = (): ClauseEvent['who'] => {
      if (split)
        return (
          PRONOUN[bare] ?? subjectClass({ start: clause.start, end: t.end }, tokens.slice(0, i + 1), text, lexicon)
        );
      let j = i - 1;
      while (j >= 0 && LIGHT.has(tokens[j]?.w ?? '')) j--;
      const left = tokens[j]?.w;
      if (left === undefined || left === 'and' || left === 'but' || left === 'or' || left === 'then')
        return carried ?? (left === undefined ? 'i' : 'thing');
      if (j === 0 && clause.strong && !PRONOUN[left] && FIRST_NAME.test(left) && !has(lexicon.frames.machine, left))
        return 'human';
      return PRONOUN[left] ?? subjectClass(before, tokens.slice(0, j + 1), text, lexicon);
    };
    const push = (
      w: ClauseEvent['who'],
      tense: ClauseEvent['tense'],
      verb: Token | undefined,
      negated: boolean,
      mood: ClauseEvent['mood'] = 'firm',
    ): void => {
      if (!verb) return;
      carried = w;
      done = tokens.indexOf(verb);
      out.push({
        at: t.start,
        end: verb.end,
        who: w,
        tense,
        negated,
        verb: verb.w,
        mood,
        pronoun: /^(?:it|that|this|they)/.test(tokens[i - 1]?.w ?? t.w) || /^(?:it|that|they)'/.test(t.w),
      });
    };
    if (MIGHT.has(t.w) && i > 0 && t.w !== 'can') {
      const { verb, negated, index } = verbAfter(tokens, i);
      const w = who();
      // "would" is a wish of the author's only with "like to"
      if (t.w === 'could') push(w, 'able', verb, negated);
      else if (t.w !== 'would') push(w, 'future', verb, negated, 'hedged');
      else if ((w === 'i' || w === 'we') && /^(?:like|love|want)$/.test(verb?.w ?? ''))
        push(w, 'future', tokens[index + 2], negated, 'hedged');
    } else if (t.w === 'can' && (tokens[i - 1]?.w === 'i' || tokens[i - 1]?.w === 'we')) {
      const { verb, negated } = verbAfter(tokens, i);
      push(who(), 'able', verb, negated);
    } else if (aux) {
      const next = tokens[i + 1]?.w ?? '';
      if (!split && i === 0 && PRONOUN[next]) return;
      const { verb, negated } = verbAfter(tokens, i);
      push(who(), 'future', verb, negated || t.w === "won't");
    } else if (split || ((t.w === 'am' || t.w === 'are' || t.w === 'is') && i > 0)) {
      const { verb, negated, index } = verbAfter(tokens, i);
      if (!verb) return;
      if (verb.w === 'going' && tokens[index + 1]?.w === 'to') push(who(), 'future', tokens[index + 2], negated);
      else if (verb.w.endsWith('ing') && verb.w.length > 4)
        push(who(), tokens[index + 1]?.w === 'you' ? 'future' : 'present', verb, negated);
      else if (!split && t.w !== 'am') push(who() === 'you' ? 'you' : 'thing', 'present', t, negated);
    } else if ((t.w === 'i' || t.w === 'we') && tokens[i + 1]) {
      let j = i + 1;
      while (LIGHT.has(tokens[j]?.w ?? '')) j++;
      const v = tokens[j];
      if (v && !/(?:ed|'ve|'d)$/.test(v.w) && !PAST.has(v.w) && !AUX.has(v.w) && !/^(?:am|are|is|won't)$/.test(v.w))
        push(bare === 'i' ? 'i' : 'we', 'present', v, denied(i, j));
    } else if (
      i > 0 &&
      t.w.length > 3 &&
      /[^s]s$/.test(t.w) &&
      (THIRD.test(t.w) || (!NO_VERB.has(t.w) && has(lexicon.frames.role, tokens[i - 1]?.w ?? '')))
    ) {
      const w = who();
      push(w === 'i' || w === 'we' ? 'thing' : w, 'present', t, false);
    } else if (i === 0 && (t.w === 'might' || t.w === 'could' || t.w === 'should')) {
      const { verb, negated } = verbAfter(tokens, i);
      if (verb && !PRONOUN[verb.w]) push('i', 'future', verb, negated);
    } else if (
      i > 0 &&
      PLURAL.has(t.w) &&
      !MODAL.has(tokens[i - 1]?.w ?? '') &&
      !(LIGHT.has(tokens[i - 1]?.w ?? '') && MODAL.has(tokens[i - 2]?.w ?? ''))
    ) {
      const w = who();
      if (w === 'human' || w === 'thing') push(w, 'present', t, false);
    }
  });
  return out;
}

const PAST = new Set(
  "had have haven't was were went came made did don't didn't saw got found sent took gave told said asked wrote put can can't cannot could couldn't would wouldn't should may might must understand know see think hope believe want need like love wish regret appreciate realise realize feel hear apologise apologize thank guess suppose assume doubt agree noticed just say mean read tried ran kept left".split(
    ' ',
  ),
);
const THIRD =
  /^(?:arrives|reaches|comes|goes|follows|gets|sets|ships|starts|delivers|leaves|returns|brings|calls|visits|fixes|sends|takes|replaces|finishes|installs|does|opens|hands|picks|joins|repairs|signs|approves|lands|runs|begins|moves|swaps|fits|drops|collects|meets|writes|checks|releases|pays)$/;
/** One word alone before "will" at the head of a sentence is most often a name or a department. */
const FIRST_NAME =
  /^(?!this|that|these|those|there|both|everything|nothing|something|some|most|all|none|many|each)[a-zà-ÿ]+(?<!tion|ing|ment|ity|ance|ence|ness|s)$/;
const NO_VERB = new Set('this his hers its is was has does as us always perhaps besides towards unless'.split(' '));
const MIGHT = new Set('should would could might may'.split(' '));
const MODAL = new Set(
  "can could would may might must should to not cannot can't please you i we let's don't and or the a an your our my this these those some all".split(
    ' ',
  ),
);
const PLURAL = new Set(
  'arrive reach come follow ship start deliver return bring call fix send replace finish install sign approve do go'.split(
    ' ',
  ),
);
