import { type Message } from '../frames/message.ts';
import { type Sentence } from '../sentences.ts';
import { fold, has } from '../text.ts';
import { type LedgerEntry } from '../types.ts';
import { type Hit, type Rule } from './hit.ts';
import { contentWords, shared } from './values.ts';

/** L4: an offer of what the client has already, from us or from anyone else, unless the draft builds on the thing they have. */
export const alreadyHas: Rule = (m) => {
  const owned = m.context.ledger.filter((e) => e.kind === 'already-has');
  const hits: Hit[] = [];
  for (const e of owned) {
    const s = m.sentences.find((x) => offers(m, x, e));
    if (s) hits.push({ start: s.start, end: s.end, entry: e });
  }
  return hits;
};

const POSSESSIVE =
  /(?:your|państwa|pana|pani|wasz\S*|twój|twoj\S*|ваш\S*|твой|твоя|твои|votre|vos|ton|tes)\s+(?:\S+\s+)?(\S+)/g;

/** "Your contract covers this": the thing is spoken of as theirs. */
const possessed = (text: string): string[] =>
  Array.from(text.matchAll(POSSESSIVE), (p) => contentWords(p[0], new Set())).flat();

function offers(m: Message, s: Sentence, e: LedgerEntry): boolean {
  const { frames, stop, values } = m.lexicon;
  if (!has(frames.offer, s.text) || has(frames.theirs, s.text)) return false;
  const words = contentWords(fold(`${e.text} ${e.value ?? ''}`), stop);
  const theirs = possessed(s.text);
  const here = shared(words, contentWords(s.text, stop)).filter((w) => shared([w], theirs).length === 0);
  const long = here.filter((w) => w.length >= 5);
  if (here.length >= 2 || (long.length === 1 && words.length <= 4)) return true;
  const before = m.sentences[s.index - 1];
  if (!before || before.question || has(frames.theirs, before.text) || !(s.question || has(values.fee, s.text)))
    return false;
  return here.length >= 1 && shared(words, contentWords(`${before.text} ${s.text}`, stop)).length >= 2;
}
