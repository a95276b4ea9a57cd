import { isUtf8 } from 'node:buffer';
import { guessCharset } from './charset-guess.ts';
import { decodeUtf7 } from './utf7.ts';

const decoders = new Map<string, TextDecoder | null>();

/** Names that senders use and the WHATWG list does not know. Anything else unknown is guessed from the bytes. */
const ALIASES: Record<string, string> = {
  utf: 'utf-8',
  utf8mb4: 'utf-8',
  'utf-8mb4': 'utf-8',
  'unicode-1-1-utf-7': 'utf-7',
  'x-unicode-2-0-utf-7': 'utf-7',
  utf7: 'utf-7',
  'x-utf-7': 'utf-7',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'x-euc': 'euc-jp',
  eucjp: 'euc-jp',
  shiftjis: 'shift_jis',
  'cp-850': 'ibm850',
  'iso-8859-8-i': 'iso-8859-8-i',
};

/** Declared by clients that did not know better: these labels are believed only when the bytes do not contradict them. */
const CARELESS = new Set([
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'iso-8859-1',
  'latin1',
  'windows-1252',
  'cp1252',
  'iso8859-1',
]);

function decoderFor(label: string): TextDecoder | null {
  let decoder = decoders.get(label);
  if (decoder === undefined) {
    try {
      decoder = new TextDecoder(label);
    } catch {
      decoder = null;
    }
    if (decoders.size < 200) decoders.set(label, decoder);
  }
  return decoder;
}

function cleanLabel(label: string | null | undefined): string {
  const low = (label ?? '')
    .toLowerCase()
    .replace(/["'\s;]/g, '')
    .slice(0, 40);
  if (ALIASES[low]) return ALIASES[low];
  if (decoderFor(low)) return low;
  const bare = low.replace(/^(?:x-|cs)/, '').replace(/^(?:windows|win|cp|ms)-?(125\d)$/, 'windows-$1');
  const iso = bare.replace(/^iso[-_ ]?8859[-_ ]?(\d{1,2}).*$/, 'iso-8859-$1').replace(/^koi8[-_]?([ru])$/, 'koi8-$1');
  return ALIASES[iso] ?? iso;
}

/**
 * Bytes to text. The declared charset is a hint: text that is valid UTF-8 is UTF-8 whatever a careless label says, and where
 * the label is missing, unknown or plainly wrong the charset is guessed from the bytes (Cyrillic, Central and Western European).
 */
export function decodeBytes(bytes: Uint8Array, label: string | null | undefined): string {
  const name = cleanLabel(label);
  if (name === 'utf-7') return decodeUtf7(bytes);
  const decoder = decoderFor(name);
  const high = highBytes(bytes);
  if (high === 0) {
    if (decoder && /^(?:utf-16|iso-2022|ucs|unicode)/.test(name)) return decoder.decode(bytes);
    if (!decoder && hasIso2022(bytes)) return decode(bytes, 'iso-2022-jp');
    return decode(bytes, 'utf-8');
  }
  if (name.startsWith('utf-16') && decoder) return decoder.decode(bytes);
  // Four bytes or more of another charset are never valid UTF-8 by chance.
  const trusted = decoder && !CARELESS.has(name) && high < 4;
  if (isUtf8(bytes) && !trusted) return decode(bytes, 'utf-8');
  if (decoder && CARELESS.has(name)) return decode(bytes, guessCharset(bytes, 'windows-1252'));
  if (decoder && name !== 'utf-8' && name !== 'utf8') return decoder.decode(bytes);
  if (decoder && mostlyUtf8(bytes)) return decoder.decode(bytes);
  return decode(bytes, guessCharset(bytes, null));
}

function decode(bytes: Uint8Array, label: string): string {
  return (decoderFor(label) ?? new TextDecoder()).decode(bytes);
}

/** How many bytes are not ASCII; counting stops at ten. */
function highBytes(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length && count < 10; i++) if ((bytes[i] ?? 0) >= 0x80) count++;
  return count;
}

/** ESC $ or ESC ( : the shift sequences of ISO-2022-JP. */
function hasIso2022(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28);
}

/** A cut-off character or two do not make UTF-8 another charset. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = decode(bytes, 'utf-8');
  let broken = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0xfffd) broken++;
    else if (c >= 0x80) good++;
  }
  return broken * 5 <= good;
}

/** Text fit for the database and for search: no NUL, no lone surrogate, NFC, LF line ends. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed().normalize('NFC');
}
