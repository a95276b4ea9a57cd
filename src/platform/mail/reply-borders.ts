import type { HtmlLine } from './html-text.ts';
import { hasDate, hasIntro, hasWrote, headerKind, type HeaderKind, startsWithDate } from './reply-words.ts';

const MAX_LINE = 400;
/** A program wraps the line above a quote into at most so many. */
const MAX_LINES = 5;

/**
 * Does the line above a quote ("On …, … wrote:") end here? Returns the index of its first line, or -1. What counts is its
 * make: a date, an address, a word for "wrote", a colon at the end – two or more of these, depending on what follows.
 */
export function attributionStart(
  lines: readonly HtmlLine[],
  old: readonly boolean[],
  end: number,
  quoteFollows: boolean,
): number {
  const text = lines[end]?.text ?? '';
  const last = text.length > MAX_LINE ? '' : bare(text);
  if (!(/[:：]$/.test(last) || hasWrote(last.slice(-24)) || (quoteFollows && last.endsWith('>')))) return -1;
  let nearest = -1;
  let joined = '';
  let start = end;
  for (; start >= 0 && start > end - MAX_LINES; start--) {
    const line = lines[start]?.text ?? '';
    if (old[start] || line.trim() === '') break;
    joined = `${line.trim()} ${joined}`.trim();
    if (joined.length > MAX_LINE) return nearest;
    if (!isAttribution(joined, quoteFollows)) continue;
    if ((hasIntro(line) || startsWithDate(line)) && hasDate(line)) return start;
    if (nearest < 0) nearest = start;
  }
  // A whole short paragraph that begins with a date, in whatever language.
  const top = start + 1;
  const whole = nearest > top && start > end - MAX_LINES && hasDate((lines[top]?.text ?? '').slice(0, 40));
  return whole ? top : nearest;
}

function bare(text: string): string {
  return text.replace(/[\s*_-]+$/, '');
}

function isAttribution(joined: string, quoteFollows: boolean): boolean {
  const text = bare(joined);
  const colon = /[:：]$/.test(text);
  const wrote = hasWrote(text);
  const endsWrote = hasWrote(text.slice(-24));
  const date = hasDate(text);
  const address = /\S@\S|<[^<>]{2,}>/.test(text);
  if (!colon) {
    const dashed = /^\s*-{2,}.*-{2,}\s*$/.test(joined);
    if (endsWrote) return (date && address) || (dashed && (date || quoteFollows));
    return quoteFollows && date && startsWithDate(text) && /<[^<>\s]+@[^<>\s]+>$/.test(text);
  }
  if (date && address) return true;
  const count = text.split(/\s+/).length;
  if (date && wrote) return quoteFollows || ((hasIntro(text) || startsWithDate(text)) && count <= 25);
  if (address && endsWrote) return true;
  return quoteFollows && count <= 16 && (endsWrote || (date && startsWithDate(text)));
}

const INNER = /^(.{1,300}?)(?:[ \t]|-{2,}[ \t]*)((?:On|Le|Am|W dniu|Dnia|El|Il) .+)$/u;

/** "Yes, do. On Monday, … wrote:" – a program that put its line behind the last words. Null where there is no such line. */
export function splitShared(text: string): readonly [string, string] | null {
  if (text.length > MAX_LINE || !hasWrote(text.slice(-24)) || hasIntro(text)) return null;
  const [, before = '', after = ''] = INNER.exec(text) ?? [];
  return before.trim() !== '' && hasDate(after.slice(0, 40)) && isAttribution(after, true) ? [before, after] : null;
}

/** Does a block of mail headers begin here (From, Sent, To, Subject in any of the languages)? */
export function isHeaderBlock(lines: readonly HtmlLine[], at: number): boolean {
  const first = headerKind(lines[at]?.text ?? '');
  if (!first || first === 'cc') return false;
  const kinds = new Set<HeaderKind>([first]);
  let address = (lines[at]?.text ?? '').includes('@');
  let dated = first === 'date' && hasDate(lines[at]?.text ?? '');
  let others = 0;
  for (let i = at + 1; i < Math.min(lines.length, at + 14) && others < 3; i++) {
    const text = lines[i]?.text ?? '';
    const kind = headerKind(text);
    others = kind || text.trim() === '' ? (kind ? 0 : others + 1) : others + 1;
    if (kind) kinds.add(kind);
    if (kind || others === 1) address ||= text.includes('@');
    if (kind === 'date') dated ||= hasDate(text);
  }
  if (kinds.size >= 3) return address || kinds.has('subject') || (kinds.has('from') && dated);
  if (kinds.size === 2 && kinds.has('date') && kinds.has('to')) return dated && address;
  return kinds.size === 2 && kinds.has('from') && (kinds.has('date') || kinds.has('subject')) && (address || dated);
}

/** A line of dashes, underscores or the like. */
export function isRule(text: string): boolean {
  return text.length <= 200 && /^[\s>]*([-_=*~—–─])(?:\s?\1){1,}\s*$/.test(text);
}
