/** Undoes a Content-Transfer-Encoding. Broken input gives what can be had; unknown encodings are left as they are. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return fromBase64(bytes);
  if (encoding === 'quoted-printable') return fromQuotedPrintable(bytes);
  if (/^x-?uue?(?:ncode)?$|^uuencode$/.test(encoding)) return fromUuencode(bytes);
  return bytes;
}

/** Several padded blocks may follow one another; text that a list appended after the padding is left out. */
function fromBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const blocks: Buffer[] = [];
  let at = 0;
  while (at < text.length) {
    const pad = text.indexOf('=', at);
    const end = pad < 0 ? text.length : pad;
    const block = text.slice(at, end);
    if (at > 0 && /[^A-Za-z0-9+/\s]|[A-Za-z] [A-Za-z]/.test(block.slice(0, 1000))) break;
    blocks.push(Buffer.from(block, 'base64'));
    at = end;
    while (text[at] === '=') at++;
  }
  return blocks.length === 1 ? (blocks[0] ?? Buffer.alloc(0)) : Buffer.concat(blocks);
}

const LF = 10;
const CR = 13;
const EQUALS = 61;

function fromQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === EQUALS) {
      const hex = hexAt(bytes, at + 1);
      const soft = hex < 0 ? lineEnd(bytes, at + 1) : 0;
      if (hex >= 0) {
        out[to++] = hex;
        at += 2;
      } else if (soft > 0) at = soft - 1;
      else out[to++] = byte;
    } else if (byte === 32 || byte === 9) {
      // White space at the end of a line was added on the way.
      const end = afterBlanks(bytes, at);
      if (bytes[end] !== LF && bytes[end] !== CR) to += bytes.copy(out, to, at, end);
      at = end - 1;
    } else out[to++] = byte;
  }
  return out.subarray(0, to);
}

/** Behind white space and a line break; 0 when something else stands there. */
function lineEnd(bytes: Buffer, from: number): number {
  const at = afterBlanks(bytes, from);
  if (bytes[at] === CR && bytes[at + 1] === LF) return at + 2;
  return bytes[at] === LF || at >= bytes.length ? at + 1 : 0;
}

function afterBlanks(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 32 || bytes[at] === 9) at++;
  return at;
}

function hexAt(bytes: Buffer, at: number): number {
  const high = nibble(bytes[at]);
  const low = nibble(bytes[at + 1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function nibble(c: number | undefined): number {
  if (c === undefined) return -1;
  if (c >= 48 && c <= 57) return c - 48;
  if (c >= 65 && c <= 70) return c - 55;
  return c >= 97 && c <= 102 ? c - 87 : -1;
}

/** Lines between `begin` and `end`: a length, then groups of four characters for three bytes. */
function fromUuencode(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin \d{3,4} /.test(line));
  if (begin < 0) return bytes;
  const out: number[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (line === 'end') break;
    const length = (line.charCodeAt(0) - 32) & 63;
    const from = out.length;
    for (let i = 1; i < line.length && out.length - from < length; i += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((k) => ((line.charCodeAt(i + k) || 32) - 32) & 63);
      out.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
    }
    out.length = Math.min(out.length, from + length);
  }
  return Buffer.from(out);
}
