import { firstValue, readFields, readStructured, type Structured } from './mime-header.ts';
import type { MailHeader, MailLimits, UnparsableReason } from './parsed-mail.ts';
import { decodeTransfer } from './transfer.ts';

/** One node of the MIME tree; `content` is decoded from its transfer encoding, not from its charset. */
export type Part = {
  readonly type: string;
  readonly params: Readonly<Record<string, string>>;
  readonly disposition: string;
  readonly fileName: string | null;
  readonly contentId: string | null;
  readonly description: string | null;
  readonly headers: readonly MailHeader[];
  readonly content: Uint8Array;
  readonly children: readonly Part[];
};

/** A cap was hit: becomes a value at the door of this folder. */
export class MailCapError extends Error {
  readonly reason: UnparsableReason;
  constructor(reason: UnparsableReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

type Budget = { parts: number; headerBytes: number; readonly limits: MailLimits };

/**
 * Splits a mail into its parts, byte for byte: an attachment comes out as it went in, line ends included. Throws MailCapError
 * when the mail is deeper, larger or more crowded than the limits allow.
 */
export function readTree(raw: Buffer, limits: MailLimits): Part {
  return readPart(raw, 'text/plain', 0, { parts: 0, headerBytes: 0, limits });
}

function readPart(raw: Buffer, defaultType: string, depth: number, budget: Budget): Part {
  const { limits } = budget;
  if (depth > limits.maxDepth)
    throw new MailCapError('too-deep', `more than ${limits.maxDepth} parts inside one another`);
  if (++budget.parts > limits.maxParts) throw new MailCapError('too-many-parts', `more than ${limits.maxParts} parts`);
  const { head, body } = splitHead(raw);
  budget.headerBytes += head.length;
  if (budget.headerBytes > limits.maxHeaderBytes)
    throw new MailCapError('headers-too-large', `more than ${limits.maxHeaderBytes} bytes of headers`);
  const headers = readFields(head.toString('utf8'));
  const type = readStructured(firstValue(headers, 'content-type'));
  const kind = /^[\w.+*-]+\/[\w.+*-]+$/.test(type.value)
    ? type.value
    : type.value === 'text'
      ? 'text/plain'
      : defaultType;
  const pieces =
    kind.startsWith('multipart/') && type.params['boundary'] ? splitBody(body, type.params['boundary']) : [];
  const inner = kind === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children = pieces.map((piece) => readPart(piece, inner, depth + 1, budget));
  return {
    ...describe(headers, type, kind),
    headers,
    content: children.length ? new Uint8Array() : decoded(body, headers, kind),
    children,
  };
}

type Description = Omit<Part, 'headers' | 'content' | 'children'>;

function describe(headers: readonly MailHeader[], type: Structured, kind: string): Description {
  const disposition = readStructured(firstValue(headers, 'content-disposition'));
  return {
    type: kind,
    params: type.params,
    disposition: disposition.value,
    fileName:
      disposition.params['filename'] ??
      disposition.params['name'] ??
      type.params['name'] ??
      type.params['filename'] ??
      null,
    contentId: firstValue(headers, 'content-id').replace(/^<|>$/g, '').trim() || null,
    description: firstValue(headers, 'content-description') || null,
  };
}

function decoded(body: Buffer, headers: readonly MailHeader[], kind: string): Uint8Array {
  const encoding =
    /[\w-]+/.exec(
      firstValue(headers, 'content-transfer-encoding')
        .replace(/\([^()]*\)/g, '')
        .toLowerCase(),
    )?.[0] ?? '';
  // Multiparts and their reports carry no encoding of their own; a copy of the part's bytes lets the mail itself be freed.
  const content = kind.startsWith('multipart/') ? body : decodeTransfer(body, encoding);
  return content === body ? new Uint8Array(body) : new Uint8Array(content.buffer, content.byteOffset, content.length);
}

/** Head and body around the first blank line. A part that starts with something that is no header is all body. */
function splitHead(raw: Buffer): { head: Buffer; body: Buffer } {
  if (raw[0] === 10) return { head: raw.subarray(0, 0), body: raw.subarray(1) };
  if (raw[0] === 13 && raw[1] === 10) return { head: raw.subarray(0, 0), body: raw.subarray(2) };
  if (!/^[!-9;-~]{1,100}[ \t]*:|^>?From /.test(raw.toString('latin1', 0, 120)))
    return { head: raw.subarray(0, 0), body: raw };
  for (let lf = raw.indexOf(10); lf >= 0; lf = raw.indexOf(10, lf + 1)) {
    const next = raw[lf + 1];
    if (next === 10) return { head: raw.subarray(0, lf), body: raw.subarray(lf + 2) };
    if (next === 13 && raw[lf + 2] === 10) return { head: raw.subarray(0, lf), body: raw.subarray(lf + 3) };
  }
  return { head: raw, body: raw.subarray(raw.length) };
}

/**
 * The parts between boundary lines. The outer boundary is looked for first, so that an inner multipart that never ends cannot
 * swallow what follows; a missing last boundary is forgiven.
 */
function splitBody(body: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`);
  const pieces: Buffer[] = [];
  let from = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const line = boundaryLine(body, at, mark.length);
    if (!line) continue;
    if (from >= 0) pieces.push(body.subarray(from, Math.max(from, beforeBreak(body, at))));
    from = line.closing ? -1 : line.end;
    if (line.closing) break;
  }
  if (from >= 0 && from <= body.length) pieces.push(body.subarray(from));
  return pieces;
}

/** Is this mark a line of its own, and does it close? */
function boundaryLine(body: Buffer, at: number, length: number): { closing: boolean; end: number } | null {
  if (at > 0 && body[at - 1] !== 10) return null;
  let next = at + length;
  const closing = body[next] === 45 && body[next + 1] === 45;
  if (closing) next += 2;
  const limit = next + 200;
  while (next < limit && (body[next] === 32 || body[next] === 9 || body[next] === 13)) next++;
  if (next >= body.length) return { closing, end: body.length };
  return body[next] === 10 ? { closing, end: next + 1 } : null;
}

/** The line break before a boundary belongs to the boundary. */
function beforeBreak(body: Buffer, at: number): number {
  if (body[at - 1] !== 10) return at;
  return body[at - 2] === 13 ? at - 2 : at - 1;
}
