import { type HtmlLine, htmlLines } from './html-text.ts';
import { attributionStart, isHeaderBlock, isRule, splitShared } from './reply-borders.ts';
import { isBanner, isBoilerplate } from './reply-boilerplate.ts';
import { signatureStart } from './reply-signature-cut.ts';
import { isTitle, saysOlder } from './reply-words.ts';

export type ReplyCut = {
  /** What the person wrote now. */
  readonly newText: string;
  /** All other lines – quotes, signature, forwarded mail, notices – in their order: folded, never lost. */
  readonly quotedText: string;
};

export type CutOptions = { /** The sender's name, by which a signature is known. */ readonly sender?: string };

/** Parts what a person wrote now from everything else, in linear time. */
export function cutReply(text: string, options: CutOptions = {}): ReplyCut {
  return cutLines(
    text.split('\n').map((line) => ({ text: line.trimEnd(), depth: 0, mark: null })),
    options,
  );
}

/** The same for HTML, where quotes and signatures are often marked by the program that wrote it. */
export function cutHtmlReply(html: string, options: CutOptions = {}): ReplyCut {
  return cutLines(htmlLines(html), options);
}

/** The same for HTML that is already in lines. */
export function cutLines(given: readonly HtmlLine[], { sender = '' }: CutOptions = {}): ReplyCut {
  const lines = withoutShared(given);
  const old = quotedByMarks(lines);
  foldWrapped(lines, old);
  cutAtBorders(lines, old);
  for (const [from, to] of freshRuns(lines, old)) cutRun(lines, old, from, to, sender);
  return compose(lines, old);
}

/** Words and the line above a quote that share one line become two lines. */
function withoutShared(lines: readonly HtmlLine[]): readonly HtmlLine[] {
  return lines.flatMap((line, i) => {
    const next = lines[i + 1]?.text.trim() === '' ? lines[i + 2] : lines[i + 1];
    const shared =
      next && (next.depth > 0 || isQuoted(next.text)) && !isQuoted(line.text) ? splitShared(line.text) : null;
    return shared ? shared.map((text) => ({ ...line, text })) : [line];
  });
}

/** Lines with `>`, inside block quotes, or marked by the mail program. */
function quotedByMarks(lines: readonly HtmlLine[]): boolean[] {
  const old = lines.map((l) => l.depth > 0 || l.mark === 'signature' || l.mark === 'older' || isQuoted(l.text));
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]?.mark !== 'quote') continue;
    let end = i;
    while (lines[end]?.mark === 'quote') end++;
    // In a container with block quotes, what stands between these is an answer; without them, all of it is a quote.
    const quote = lines.slice(i, end).findIndex((l) => l.depth > 0);
    old.fill(true, i, quote < 0 ? end : i + quote);
    i = end;
  }
  return old;
}

function isQuoted(text: string): boolean {
  return /^[ \t\u00a0]{0,3}(?:>|&gt;)(?!=|:\s*$)/.test(text);
}

/** The end of a quoted line that a program wrapped without a new `>`, and links that it put between quoted lines. */
function foldWrapped(lines: readonly HtmlLine[], old: boolean[]): void {
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1]?.text ?? '';
    const text = lines[i]?.text ?? '';
    if (old[i] || !old[i - 1] || !isQuoted(before) || text === '' || text.length >= 100) continue;
    const next = lines[i + 1]?.text;
    if (next !== undefined && !isQuoted(next)) continue;
    const wrapped = before.length >= 60 && text.length < 60 && !/^\p{Lu}/u.test(text);
    if (wrapped || isOpen(before) || /^\s*[(<]\s*https?:\S+[)>]?[\s>]*$/.test(text)) old[i] = true;
  }
}

/** Ends inside a bracket, as a link does that was broken in two. */
function isOpen(text: string): boolean {
  return text.length <= 200 && /[(<[][^)>\]\s]*$/.test(text.replace(/^[\s>]+/, ''));
}

/** The lines above a quote, and the places from which everything is older mail. */
function cutAtBorders(lines: readonly HtmlLine[], old: boolean[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (old[i]) continue;
    const text = lines[i]?.text ?? '';
    if (text.trim() === '') continue;
    const next = nextFull(lines, i + 1);
    const start = attributionStart(lines, old, i, next >= 0 && (old[next] ?? false));
    if (start >= 0) old.fill(true, start, i + 1);
    const follows = next >= 0 && old[next] === true;
    if (start >= 0 && follows) continue;
    if (
      start >= 0 ||
      saysOlder(text) ||
      isHeaderBlock(lines, i) ||
      (isRule(text) && text.trim().length >= 20 && text.includes('____'))
    ) {
      old.fill(true, aboveBorder(lines, old, i), lines.length);
      return;
    }
  }
}

/** Rules and titles directly above a border belong to it. */
function aboveBorder(lines: readonly HtmlLine[], old: readonly boolean[], at: number): number {
  let start = at;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const text = lines[i]?.text ?? '';
    if (old[i] || (text.trim() !== '' && !isRule(text) && !isTitle(text) && !saysOlder(text))) break;
    if (text.trim() !== '') start = i;
  }
  return start;
}

function nextFull(lines: readonly HtmlLine[], from: number): number {
  for (let i = from; i < Math.min(lines.length, from + 6); i++) if ((lines[i]?.text ?? '').trim() !== '') return i;
  return -1;
}

/** Runs of lines that are still taken for new. */
function freshRuns(lines: readonly HtmlLine[], old: readonly boolean[]): Array<[number, number]> {
  const runs: Array<[number, number]> = [];
  let from = -1;
  for (let i = 0; i <= lines.length; i++) {
    const fresh = i < lines.length && !old[i];
    if (fresh && from < 0 && (lines[i]?.text ?? '').trim() !== '') from = i;
    if (!fresh && from >= 0) {
      runs.push([from, i]);
      from = -1;
    }
  }
  return runs;
}

/** Takes notices, then the signature, from the end of a run, and a gateway's warning from its top. */
function cutRun(lines: readonly HtmlLine[], old: boolean[], from: number, to: number, sender: string): void {
  let start = from;
  const top = paragraphEnd(lines, from, to);
  if (top < to && isBanner(textOf(lines, from, top))) {
    old.fill(true, from, top);
    start = top;
  }
  let end = to;
  for (let begin = paragraphStart(lines, start, end); begin > start; begin = paragraphStart(lines, start, end)) {
    if (!isBoilerplate(textOf(lines, begin, end))) break;
    old.fill(true, begin, end);
    end = begin;
  }
  const texts = lines.slice(start, end).map((l) => l.text);
  const signature = signatureStart(texts, sender);
  if (signature >= 0) old.fill(true, start + signature, end);
}

function paragraphEnd(lines: readonly HtmlLine[], from: number, to: number): number {
  let i = from;
  while (i < to && (lines[i]?.text ?? '').trim() !== '') i++;
  return i;
}

function paragraphStart(lines: readonly HtmlLine[], from: number, to: number): number {
  let i = to - 1;
  while (i > from && (lines[i]?.text ?? '').trim() === '') i--;
  while (i > from && (lines[i - 1]?.text ?? '').trim() !== '') i--;
  return i;
}

function textOf(lines: readonly HtmlLine[], from: number, to: number): string {
  return lines
    .slice(from, Math.min(to, from + 40))
    .map((l) => l.text)
    .join(' ')
    .trim();
}

function compose(lines: readonly HtmlLine[], old: readonly boolean[]): ReplyCut {
  const fresh: string[] = [];
  const rest: string[] = [];
  let gap = false;
  lines.forEach((line, i) => {
    const blank = line.text.trim() === '';
    if (!old[i]) {
      // Where something was taken out, one blank line is left.
      if (!(blank && gap && fresh.at(-1) === '')) fresh.push(blank ? '' : line.text);
      if (!blank) gap = false;
    } else {
      gap = true;
      if (fresh.at(-1) !== '' && fresh.length > 0) fresh.push('');
      rest.push(line.depth > 0 ? `${'>'.repeat(line.depth)} ${line.text}`.trimEnd() : line.text);
    }
  });
  return { newText: tidy(fresh), quotedText: tidy(rest) };
}

/** At most two blank lines in a row; none at either end. */
function tidy(lines: readonly string[]): string {
  const out: string[] = [];
  for (const line of lines) {
    const blank = line.trim() === '';
    if (blank && (out.length === 0 || (out.at(-1) === '' && out.at(-2) === ''))) continue;
    out.push(blank ? '' : line);
  }
  while (out.at(-1) === '') out.pop();
  return out.join('\n');
}
