import { type Message } from '../frames/message.ts';
import { type Sentence } from '../sentences.ts';
import { fold, has } from '../text.ts';
import { type LedgerEntry } from '../types.ts';
import { type Hit, type Rule } from './hit.ts';
import { contentWords, shared } from './values.ts';

/** L3: a question whose answer stands in the ledger, unless it is asked as a confirmation of what is known. */
export const askedAgain: Rule = (m) => {
  const known = m.context.ledger.filter((e) => e.kind === 'fact' || e.kind === 'condition' || e.kind === 'already-has');
  const hits: Hit[] = [];
  for (const s of m.sentences) {
    if (!s.question && !has(m.lexicon.frames.request, s.text)) continue;
    if (has(m.lexicon.frames.confirm, s.text)) continue;
    if (has(m.lexicon.frames.offer, s.text) && !has(m.lexicon.ask.quantity, s.text) && !has(m.lexicon.ask.time, s.text))
      continue;
    const entry = known.find((e) => answers(m, s, e));
    if (entry) hits.push({ ...questionIn(s), entry });
  }
  return hits;
};

/** The part of the sentence that asks: after the last colon or semicolon. */
function questionIn(s: Sentence): Hit {
  const cut = Math.max(s.text.lastIndexOf(': '), s.text.lastIndexOf('; '));
  const start = s.question && cut > 0 && s.text.length - cut > 12 ? s.start + cut + 2 : s.start;
  return { start, end: s.end };
}

function answers(m: Message, s: Sentence, e: LedgerEntry): boolean {
  const { ask, stop, keys } = m.lexicon;
  const entry = fold(`${e.text} ${e.value ?? ''}`);
  const before = m.sentences[s.index - 1]?.text ?? '';
  if (
    figures(entry).some((n) => figures(`${before} ${s.text}`).includes(n)) &&
    has(m.lexicon.frames.confirm, `${before} ${s.text}`)
  )
    return false;
  if (figures(entry).some((n) => figures(s.text).includes(n))) return false;
  const words = [
    ...contentWords(entry, stop),
    ...(m.lexicon.pack.lang === 'en' ? (e.key ?? '').split(/[_\s]/).filter((k) => k.length > 2 && !stop.has(k)) : []),
  ];
  const question = contentWords(s.text, stop);
  const common = shared(words, question);
  const keyed = (e.key ?? '').split(/[_\s]/).some((k) => has(keys.get(k) ?? /(?!)/g, s.text));
  const score = common.length + (keyed && common.every((w) => !sameKey(w, e.key)) ? 1 : 0);
  const quantity = has(ask.quantity, s.text);
  const time = has(ask.time, s.text);
  const numeric = /\d/.test(entry) || entry.split(/[^\p{L}]+/u).some((w) => m.lexicon.deadline.numbers.has(w));
  const timed =
    /\d[:.]\d\d|\d ?h(?!\p{L})|\d\s*[—-]\s*\d/u.test(entry) ||
    m.lexicon.deadline.weekdays.some((re) => entry.split(/[\s,]+/).some((w) => re.test(w))) ||
    m.lexicon.deadline.months.some((re) => entry.split(/[\s,.]+/).some((w) => re.test(w)));
  if (quantity) return score >= 1 && numeric;
  if (time) return score >= 1 && (timed || numeric);
  const asking =
    has(ask.place, s.text) || has(ask.which, s.text) || has(ask.who, s.text) || has(m.lexicon.frames.request, s.text);
  if (score >= 2) return true;
  return asking && score === 1 && question.length <= 6 && (keyed || common.some((w) => w.length >= 4));
}

const sameKey = (w: string, key: string | undefined): boolean => (key ?? '').split(/[_\s]/).includes(w);

const figures = (t: string): string[] => t.match(/\d{2,}/g) ?? [];
