import { type Message } from '../frames/message.ts';
import { type Sentence } from '../sentences.ts';
import { has, spansOf } from '../text.ts';
import { cue, type Hit, type Rule, sentencesWith, within } from './hit.ts';

/** C6: insult, contempt, sarcastic formulas, condescension. Fixed wording only; sarcasm at large is not claimed. */
export const rude: Rule = (m) =>
  joined(m.sentences.filter((s) => contempt(m, s) && !has(cue(m, 'rude', 'except'), s.text)));

/** A fixed formula, or a harsh word beside the person it is meant for. */
const contempt = (m: Message, s: Sentence): boolean =>
  has(cue(m, 'rude', 'formula'), s.text) ||
  (has(cue(m, 'rude', 'insult'), s.text) && has(cue(m, 'rude', 'who'), s.text));

/** Neighbouring sentences in the same vein are one finding. */
function joined(sentences: readonly Sentence[]): Hit[] {
  const out: (Hit & { readonly last: number })[] = [];
  for (const s of sentences) {
    const before = out.at(-1);
    if (before && before.last === s.index - 1) out[out.length - 1] = { start: before.start, end: s.end, last: s.index };
    else out.push({ start: s.start, end: s.end, last: s.index });
  }
  return out;
}

/** N5: the client is told that it is their fault. The same fact without a culprit passes. */
export const blame: Rule = (m) =>
  m.sentences
    .filter((s) => !s.question && !has(cue(m, 'blame', 'except'), s.text))
    .filter(
      (s) =>
        has(cue(m, 'blame', 'direct'), s.text) ||
        (has(cue(m, 'blame', 'person'), s.text) && has(cue(m, 'blame', 'harm'), s.text)),
    )
    .map(within);

/** N6: reasons about our own side as a defence, in a message that brings no plan. */
export const excuse: Rule = (m) => {
  const strong = cue(m, 'excuse', 'strong');
  const forward = m.sentences.some(
    (s) => s.question || (has(m.lexicon.frames.forward, s.text) && !has(strong, s.text)),
  );
  if (m.undertakings.some((u) => !u.unconfirmed) || (m.context.kind !== 'bad-news' && forward)) return [];
  // where nothing else is offered, one reason about our own side is already a defence
  const cornered = m.sentences.every((s) => !s.question) && (m.context.kind === 'bad-news' || answersWhy(m));
  const enough = (s: Sentence): boolean =>
    weak(m, s) >= 2 || (weak(m, s) === 1 && (clauses(m, s) >= 3 || (cornered && s.index > 0)));
  return m.sentences
    .filter((s) => !s.question)
    .filter((s) => has(strong, s.text) || (enough(s) && !kind(m, s)))
    .map(within)
    .slice(0, 1);
};

/** Regret or praise is no defence. */
const kind = (m: Message, s: Sentence): boolean =>
  has(m.lexicon.frames.empathy, s.text) || has(cue(m, 'sweetening', 'praise'), s.text);

/** The draft takes up a complaint or refuses. */
const answersWhy = (m: Message): boolean =>
  m.sentences
    .slice(0, 2)
    .some((s) => has(cue(m, 'excuse', 'asked'), s.text) || has(cue(m, 'reflex-no', 'refusal'), s.text));

const weak = (m: Message, s: Sentence): number => spansOf(cue(m, 'excuse', 'weak'), s.text).length;
const clauses = (m: Message, s: Sentence): number =>
  (m.clauses.get(s) ?? []).filter((c) => c.tokens.length >= 2).length;

/** N2: throat-clearing before bad news. */
export const riddle: Rule = (m) => {
  if (m.context.kind === 'note') return [];
  const bad = m.context.kind === 'bad-news';
  const detour = bad ? opensElsewhere(m) : undefined;
  if (detour) return [within(detour)];
  return m.sentences
    .slice(0, 4)
    .filter((s) => !has(cue(m, 'riddle', 'except'), s.text))
    .filter((s) => has(cue(m, 'riddle', 'strong'), s.text) || (bad && has(cue(m, 'riddle', 'gentle'), s.text)))
    .map(within)
    .slice(0, 1);
};

/**
 * A first sentence about writer and reader – no news, no regret, no deed – before the bad news comes: the reader is kept waiting.
 */
function opensElsewhere(m: Message): Sentence | undefined {
  const [first, ...rest] = m.sentences;
  if (!first || !rest.some((s) => isBad(m, s)) || isBad(m, first) || has(m.lexicon.frames.empathy, first.text))
    return undefined;
  if (m.undertakings.some((u) => u.sentence === first) || has(cue(m, 'riddle', 'except'), first.text)) return undefined;
  return has(cue(m, 'riddle', 'person'), first.text) && !has(cue(m, 'riddle', 'context'), first.text)
    ? first
    : undefined;
}

const isBad = (m: Message, s: Sentence): boolean =>
  has(cue(m, 'no-plan', 'bad'), s.text) ||
  has(m.lexicon.frames.bad, s.text) ||
  has(cue(m, 'reflex-no', 'refusal'), s.text);

/** N3: bad news sugared with something unrelated. A remedy or a real alternative is not sugar. */
export const sweetening: Rule = (m) => {
  if (m.context.kind !== 'bad-news') return [];
  return m.sentences
    .slice(1)
    .filter((s) => !s.question && !m.undertakings.some((u) => u.sentence === s && u.day !== null))
    .filter((s) => !has(cue(m, 'sweetening', 'except'), s.text) && !has(m.lexicon.frames.empathy, s.text))
    .filter(
      (s) =>
        has(cue(m, 'sweetening', 'strong'), s.text) ||
        (s.text.endsWith('!') && !m.undertakings.some((u) => u.sentence === s)) ||
        (has(cue(m, 'sweetening', 'praise'), s.text) &&
          (has(cue(m, 'sweetening', 'contrast'), s.text) || s.text.endsWith('!'))),
    )
    .map(within)
    .slice(0, 1);
};

/** T4: a refusal at once with no way forward anywhere, or "not without a purchase order" as the whole answer. */
export const reflexNo: Rule = (m) => {
  if (m.context.kind === 'note') return [];
  const early = m.sentences.slice(0, 2);
  const order = early.find(
    (s) => has(cue(m, 'reflex-no', 'order'), s.text) && !has(cue(m, 'reflex-no', 'except'), s.text),
  );
  const refusal =
    order ?? early.find((s) => !has(cue(m, 'reflex-no', 'except'), s.text) && !gives(m, s) && refuses(m, s));
  if (!refusal || hasOpening(m, refusal)) return [];
  if (order) return [within(order)];
  const asked = m.context.kind !== 'bad-news' || has(cue(m, 'reflex-no', 'asked'), refusal.text);
  return asked ? [within(refusal)] : [];
};

/** "We won't charge for it", "they never refuse": negations that hold something out. */
const gives = (m: Message, s: Sentence): boolean =>
  m.undertakings.some(
    (u) =>
      u.sentence === s && (u.unconfirmed || has(m.lexicon.values.free, s.text) || has(m.lexicon.frames.asks, s.text)),
  );

/** A refusal by its wording; in a reply that brings nothing else any plain negation in the first sentence is one. */
const refuses = (m: Message, s: Sentence): boolean =>
  has(cue(m, 'reflex-no', 'refusal'), s.text) ||
  (m.context.kind === 'reply' &&
    s.index === 0 &&
    has(cue(m, 'reflex-no', 'negation'), s.text) &&
    !m.undertakings.some((u) => u.sentence === s) &&
    !has(cue(m, 'blame', 'direct'), s.text) &&
    !has(cue(m, 'excuse', 'strong'), s.text));

/** Anything that keeps the talk open; what the refusing sentence itself says counts only after a "but" or a pause. */
const hasOpening = (m: Message, order: Sentence): boolean =>
  m.undertakings.some((u) => u.sentence !== order || BUT.test(order.text)) ||
  datedBut(m, order) ||
  m.sentences.some((s) => (s !== order || BUT.test(s.text)) && (s.question || has(m.lexicon.frames.forward, s.text)));

/** "…, but on Tuesday there are two places": a day named after the "but" keeps the talk open. */
function datedBut(m: Message, s: Sentence): boolean {
  const at = BUT.exec(s.text);
  if (!at || has(cue(m, 'reflex-no', 'negation'), s.text.slice(at.index))) return false;
  return m.deadlines.some((d) => d.day !== null && d.start > s.start + at.index && d.end <= s.end);
}

const BUT =
  /[;:]|(?:^|[\s,])(?:but|however|instead|though|mais|toutefois|en revanche|ale|natomiast|jednak|za to|но|однако|зато)(?:\s|,)/;

/** N1: bad news without a word of regret or of its effect on the client. */
export const noEmpathy: Rule = (m) =>
  m.context.kind === 'bad-news' && sentencesWith(m, m.lexicon.frames.empathy).length === 0 ? badNews(m) : [];

/** N4: bad news without a next step that somebody takes. */
export const noPlan: Rule = (m) =>
  m.context.kind === 'bad-news' &&
  !m.undertakings.some((u) => !u.unconfirmed) &&
  sentencesWith(m, cue(m, 'no-plan', 'step')).length === 0
    ? badNews(m)
    : [];

/** The sentence with the bad news: the first that carries a sign of it, else the first that is neither regret nor throat-clearing. */
function badNews(m: Message): Hit[] {
  const plain = m.sentences.filter(
    (s) => !s.question && !has(cue(m, 'riddle', 'strong'), s.text) && !has(cue(m, 'riddle', 'gentle'), s.text),
  );
  const signed =
    plain.find((s) => has(cue(m, 'no-plan', 'bad'), s.text) || has(cue(m, 'reflex-no', 'refusal'), s.text)) ??
    plain.find((s) => has(m.lexicon.frames.bad, s.text));
  const s = signed ?? plain.find((x) => !m.undertakings.some((u) => u.sentence === x)) ?? m.sentences[0];
  return s ? [within(s)] : [];
}

/** A promise put off with "soon" and the like: pick a date. */
export const vagueDate: Rule = (m) =>
  m.undertakings
    .filter((u) => u.soon && u.day === null && u.firmness === 'firm')
    .map((u) => ({ start: u.start, end: u.end }));
