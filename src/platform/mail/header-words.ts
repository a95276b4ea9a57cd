import { isUtf8 } from 'node:buffer';
import { decodeBytes } from './charset.ts';

/** RFC 2047 words. The text part may hold spaces, because some clients forget to write them as `_`. */
const WORD = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([QqBb])\?([^?]*)\?=/g;

type Run = { readonly start: number; end: number; readonly charset: string; readonly chunks: Buffer[] };

/** Decodes encoded words; bytes of neighbours in one charset are joined first, since a character may be split between two words. */
export function decodeWords(value: string): string {
  return replaceRuns(value, (text) => text);
}

/** The same value with every encoded word in UTF-8, so that a parser of addresses sees no other charset. */
export function wordsInUtf8(value: string): string {
  return replaceRuns(value, (text) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`);
}

function replaceRuns(value: string, write: (text: string) => string): string {
  const runs = findRuns(value);
  let out = '';
  let at = 0;
  for (const run of runs) {
    out += between(value.slice(at, run.start), at > 0) + write(decodeRun(run));
    at = run.end;
  }
  return out + value.slice(at);
}

/** White space between two encoded words is folding, not content. */
function between(text: string, afterWord: boolean): string {
  return afterWord && text.trim() === '' ? '' : text;
}

function findRuns(value: string): Run[] {
  const runs: Run[] = [];
  if (!value.includes('=?')) return runs;
  for (const match of value.matchAll(WORD)) {
    const [whole, label = '', encoding = '', text = ''] = match;
    const bytes = encoding === 'B' || encoding === 'b' ? Buffer.from(text, 'base64') : fromQ(text);
    const charset = label.toLowerCase();
    const last = runs.at(-1);
    if (last && last.charset === charset && value.slice(last.end, match.index).trim() === '') {
      last.chunks.push(bytes);
      last.end = match.index + whole.length;
    } else {
      runs.push({ start: match.index, end: match.index + whole.length, charset, chunks: [bytes] });
    }
  }
  return runs;
}

function decodeRun({ chunks, charset }: Run): string {
  const joined = decodeBytes(Buffer.concat(chunks), charset);
  if (chunks.length === 1 || !joined.includes('\ufffd')) return joined;
  const apart = chunks.map((c) => decodeBytes(c, charset)).join('');
  return apart.includes('\ufffd') ? joined : apart;
}

function fromQ(text: string): Buffer {
  const latin = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const high = [...latin].some((c) => c > '\u00ff');
  return Buffer.from(latin, high ? 'utf8' : 'latin1');
}

/** Where the header of the whole mail ends: the offset of the first blank line. */
export function headerEnd(raw: Buffer): number {
  const lf = raw.indexOf('\n\n');
  const crlf = raw.indexOf('\n\r\n');
  if (lf < 0 && crlf < 0) return raw.length;
  if (lf < 0) return crlf + 1;
  return crlf < 0 ? lf + 1 : Math.min(lf, crlf) + 1;
}

const PART_HEADER = /^content-(?:type|disposition|description):.*(?:\r?\n[ \t].*)*/gim;

/**
 * Raw eight-bit headers, which the standards forbid and people send: rewritten as UTF-8. The charset of the body is the hint,
 * the bytes decide. The same bytes are returned when there is nothing to repair.
 */
export function repairHeaders(raw: Buffer): Buffer {
  if (isUtf8(raw)) return raw;
  const end = headerEnd(raw);
  const head = raw.subarray(0, end);
  const body = repairPartHeaders(raw.subarray(end));
  if (isUtf8(head)) return body.length === raw.length - end ? raw : Buffer.concat([head, body]);
  const hint =
    /^content-type:(?:.|\r?\n[ \t])*?charset="?([\w.:-]{1,40})/im.exec(head.toString('latin1', 0, 65_536))?.[1] ?? null;
  return Buffer.concat([Buffer.from(decodeLines(head, hint)), body]);
}

/** Line by line, so that one line in another charset does not spoil its neighbours; a short line follows the common guess. */
function decodeLines(head: Buffer, hint: string | null): string {
  const whole = decodeBytes(head, hint).split('\n');
  const lines = splitLines(head);
  return lines
    .map((line, i) => (isUtf8(line) ? line.toString('utf8') : (whole[i] ?? decodeBytes(line, hint))))
    .join('\n');
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let at = 0;
  for (let lf = bytes.indexOf(10, at); lf >= 0; lf = bytes.indexOf(10, at)) {
    lines.push(bytes.subarray(at, lf));
    at = lf + 1;
  }
  lines.push(bytes.subarray(at));
  return lines;
}

function repairPartHeaders(body: Buffer): Buffer {
  const latin = body.toString('latin1');
  const pieces: Buffer[] = [];
  let at = 0;
  for (const match of latin.matchAll(PART_HEADER)) {
    if (!/[\u0080-\u00ff]/.test(match[0])) continue;
    const bytes = body.subarray(match.index, match.index + match[0].length);
    if (isUtf8(bytes)) continue;
    pieces.push(body.subarray(at, match.index), Buffer.from(decodeBytes(bytes, null)));
    at = match.index + match[0].length;
  }
  return pieces.length ? Buffer.concat([...pieces, body.subarray(at)]) : body;
}
