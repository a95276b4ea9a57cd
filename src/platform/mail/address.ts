import { createHmac, timingSafeEqual } from 'node:crypto';
import { domainToASCII } from 'node:url';

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * One mailbox as `local@domain` with the domain in lower-case ASCII, or null. Stricter than RFC 5321 on purpose: no quoted
 * local part, no list, no comment, no white space, no address literal, so that one string can never reach two people (AT-19).
 */
export function addrSpec(text: string): string | null {
  if (text.length > 320) return null;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  if (!LOCAL.test(local) || local.length > 64) return null;
  const domain = asciiDomain(text.slice(at + 1));
  if (!domain || local.length + domain.length + 1 > 254) return null;
  return `${local}@${domain}`;
}

function asciiDomain(text: string): string | null {
  // domainToASCII repairs too much for a check (it drops tabs, decodes %41), so only letters, digits, dots and hyphens go in.
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(text)) return null;
  const domain = domainToASCII(text).toLowerCase();
  if (!domain || domain.length > 253 || /^[\d.]+$/.test(domain)) return null;
  return domain.split('.').every((label) => LABEL.test(label)) ? domain : null;
}

/** The domain of an address in lower case; null when there is none. Clients are found by it, so `a@b@c` has none. */
export function domainOf(address: string): string | null {
  return addrSpec(address)?.split('@')[1] ?? null;
}

/** Two spellings of one mailbox: without regard to case, which no mail server of today distinguishes. */
export function sameAddress(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const TOKEN = /^[a-z2-7]{52}$/;
const SHORT_TOKEN = /^[a-z2-7]{34}$/;
const REF_BYTES = 5;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The token in the address that a participant replies to: the request's id and a 128-bit HMAC over request and participant,
 * as 52 characters of lower-case base32, because some servers lower-case local parts. Knowing one token tells nothing of
 * another; the From header plays no part.
 */
export function replyToken(key: Uint8Array, requestId: string, contactId: string): string {
  if (!UUID.test(requestId)) throw new Error('a reply token needs the id of a request');
  return base32(Buffer.concat([Buffer.from(requestId.replaceAll('-', ''), 'hex'), mac(key, requestId, contactId)]));
}

/**
 * The same for a mailbox whose name leaves no room for 52 characters: the request's number instead of its id, and the same 128-bit HMAC,
 * in 34 characters.
 */
export function shortReplyToken(key: Uint8Array, ref: number, requestId: string, contactId: string): string {
  const number = Buffer.alloc(REF_BYTES);
  number.writeUIntBE(ref, 0, REF_BYTES);
  return base32(Buffer.concat([number, mac(key, requestId, contactId)]));
}

/** The number of the request a short token names; it proves nothing yet either. */
export function claimedRef(token: string): number | null {
  const bytes = SHORT_TOKEN.test(token) ? fromBase32(token) : null;
  return bytes ? bytes.readUIntBE(0, REF_BYTES) : null;
}

/** The request a token names. It proves nothing yet: find the request's participants and ask `readReplyToken`. */
export function claimedRequest(token: string): string | null {
  const bytes = TOKEN.test(token) ? fromBase32(token) : null;
  if (!bytes) return null;
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * Which of the request's participants the token was made for, or null. Full length, exact case, every candidate compared in
 * constant time (AT-04).
 */
export function readReplyToken(
  key: Uint8Array,
  token: string,
  requestId: string,
  contactIds: readonly string[],
): string | null {
  const short = claimedRef(token) !== null;
  if (!short && claimedRequest(token) !== requestId) return null;
  const given = fromBase32(token)?.subarray(short ? REF_BYTES : 16);
  if (!given) return null;
  let found: string | null = null;
  for (const contactId of contactIds) if (timingSafeEqual(given, mac(key, requestId, contactId))) found = contactId;
  return found;
}

/** `support@firm.example` → `support+<token>@firm.example`; null when the local part would exceed the 64 characters of RFC 5321. */
export function replyAddress(mailbox: string, token: string): string | null {
  const [local = '', domain = ''] = mailbox.split('@');
  return addrSpec(`${local}+${token}@${domain}`);
}

/** Tokens in plus-addresses (`anything+<token>@…`) among the addresses a mail was sent to. */
export function tokensIn(addresses: readonly string[]): string[] {
  const found = addresses
    .map((a) => /\+([a-z2-7]{52}|[a-z2-7]{34})@[^@]*$/.exec(a)?.[1])
    .filter((t) => t !== undefined);
  return [...new Set(found)];
}

function mac(key: Uint8Array, requestId: string, contactId: string): Buffer {
  if (key.length < 16) throw new Error('the key for reply tokens has at least 16 bytes');
  return createHmac('sha256', key).update(`parley reply 1\0${requestId}\0${contactId}`).digest().subarray(0, 16);
}

function base32(bytes: Buffer): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) out += ALPHABET[(value >>> (bits - 5)) & 31];
    value &= 0xff;
  }
  return bits ? out + ALPHABET[(value << (5 - bits)) & 31] : out;
}

/** Null when the unused last bits are not zero: one token has one spelling. */
function fromBase32(text: string): Buffer | null {
  const out: number[] = [];
  let bits = 0;
  let value = 0;
  for (const char of text) {
    value = ((value << 5) | ALPHABET.indexOf(char)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.push((value >>> bits) & 0xff);
    }
  }
  return (value & ((1 << bits) - 1)) === 0 ? Buffer.from(out) : null;
}
