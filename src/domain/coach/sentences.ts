import { type Lexicon } from './lexicon.ts';
import { type Span } from './text.ts';

/** One sentence of the author's own text; offsets point into the draft. */
export type Sentence = Span & { readonly index: number; readonly text: string; readonly question: boolean };

const BULLET = /^\s*(?:[-*•—]\s|\d{1,2}[.)]\s)/;

/** Splits own lines into sentences: at end marks, at list items and at blank lines; abbreviations and ordinals do not end one. */
export function sentencesOf(text: string, body: readonly Span[], lexicon: Lexicon): Sentence[] {
  const spans: Span[] = [];
  let open: { start: number; end: number } | null = null;
  for (const line of body) {
    const content = text.slice(line.start, line.end);
    const gap: string = open ? text.slice(open.end, line.start) : '';
    const ended =
      !open || BULLET.test(content) || /\n\s*\n/.test(gap) || /[.?!…:;]\s*$/.test(text.slice(open.start, open.end));
    if (ended) {
      if (open) cut(text, open, lexicon, spans);
      open = { start: line.start, end: line.end };
    } else if (open) open.end = line.end;
  }
  if (open) cut(text, open, lexicon, spans);
  return spans.map((s, index) => {
    const t = text.slice(s.start, s.end);
    return { ...s, index, text: t, question: /\?["')\s]*$/.test(t) };
  });
}

function cut(text: string, para: Span, lexicon: Lexicon, out: Span[]): void {
  const push = (start: number, end: number): void => {
    const raw = text.slice(start, end);
    const lead = /^\s*(?:[-*•—]\s+|\d{1,2}[.)]\s+)?/.exec(raw)?.[0].length ?? 0;
    const s = start + lead;
    const e = start + raw.trimEnd().length;
    if (e > s) out.push({ start: s, end: e });
  };
  const marks = /[.?!…]+["')\]]*(?=\s|$)/g;
  marks.lastIndex = para.start;
  let from = para.start;
  for (let m = marks.exec(text); m && m.index < para.end; m = marks.exec(text)) {
    const end = m.index + m[0].length;
    if (m[0] === '.' && !endsSentence(text.slice(from, end), lexicon)) continue;
    push(from, end);
    from = end;
  }
  push(from, para.end);
}

function endsSentence(upTo: string, lexicon: Lexicon): boolean {
  const word = /(\S+)\.$/.exec(upTo)?.[1] ?? '';
  if (/^\d{1,2}$/.test(word) && !/\d[.:]?\s*\d{1,2}\.$/.test(upTo))
    return !/^(?:\s*|.*(?:no|nr|№|p|s))\s*\d{1,2}\.$/.test(upTo);
  if (word.length === 1 && /\p{L}/u.test(word)) return /\d ?\S\.$/.test(upTo);
  lexicon.frames.abbreviations.lastIndex = 0;
  const m = lexicon.frames.abbreviations.exec(word);
  return m === null || m[0].length !== word.length;
}
