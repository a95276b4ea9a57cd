import { addressParser } from 'postal-mime';
import { cleanText } from './charset.ts';
import { decodeWords, headerEnd, repairHeaders, wordsInUtf8 } from './header-words.ts';
import type { MailAddress, MailHead, MailHeader } from './parsed-mail.ts';

const MAX_ADDRESSES = 1000;
const MAX_IDS = 200;
/** Characters; nobody reads more, and lists must stay light. */
const MAX_SUBJECT = 1000;

/** First value of a header, unfolded and decoded; empty when it is missing. */
export function header(headers: readonly MailHeader[], name: string): string {
  const low = name.toLowerCase();
  return headers.find((h) => h.name.toLowerCase() === low)?.value ?? '';
}

export function allHeaders(headers: readonly MailHeader[], name: string): string[] {
  const low = name.toLowerCase();
  return headers.filter((h) => h.name.toLowerCase() === low).map((h) => h.value);
}

/** Addresses of a header, groups dissolved, names decoded; entries without an address only where a name says something. */
export function addresses(headers: readonly MailHeader[], name: string): MailAddress[] {
  const out: MailAddress[] = [];
  for (const value of allHeaders(headers, name)) {
    for (const found of addressParser(wordsInUtf8(value.slice(0, 100_000)), { flatten: true })) {
      if (out.length >= MAX_ADDRESSES) return out;
      const address = cleanLine(found.address ?? '').trim();
      const label = cleanLine(decodeWords(found.name)).trim();
      if (address || label) out.push({ name: label === address ? '' : label, address });
    }
  }
  return out;
}

/** One line of decoded header text. */
export function cleanLine(value: string): string {
  // eslint-disable-next-line no-control-regex
  return cleanText(value).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

function subjectOf(headers: readonly MailHeader[]): string {
  const subject = cleanLine(decodeWords(header(headers, 'subject').slice(0, 20_000)));
  return subject.replace(/ +/g, ' ').trim().slice(0, MAX_SUBJECT).toWellFormed();
}

/** Message-IDs in a header, with angle brackets; clients break them with folds and forget the brackets. */
export function messageIds(value: string): string[] {
  const bounded = value.slice(0, 50_000);
  const bracketed = [...bounded.matchAll(/<([^<>]{1,998})>/g)].map((m) => (m[1] ?? '').replace(/\s+/g, ''));
  const found = bracketed.length ? bracketed : bounded.split(/[\s,;]+/).filter((id) => id.includes('@'));
  const ids = found.filter((id) => id !== '').map((id) => cleanLine(`<${id}>`));
  return [...new Set(ids)].slice(-MAX_IDS);
}

/** ISO 8601 in UTC, or null for dates no mail can have. A time without a zone is taken for UTC, never for the server's own. */
export function dateOf(value: string): string | null {
  const bare = value
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
  const zoned = /(?:[+-]\d{2}:?\d{2}|[\d ](?:Z|[A-Z]{2,5}))$/i.test(bare) ? bare : `${bare} GMT`;
  const time = [zoned, zoned.replace(/^\p{L}+\.?,? /u, ''), zoned.replace(/ [A-Z]{1,5}$/i, ' GMT')]
    .map((t) => Date.parse(t))
    .find(Number.isFinite);
  if (time === undefined) return null;
  const year = new Date(time).getUTCFullYear();
  return year >= 1970 && year <= 2200 ? new Date(time).toISOString() : null;
}

export function headOf(headers: readonly MailHeader[]): MailHead {
  return {
    from: addresses(headers, 'from').find((a) => a.address.includes('@')) ?? addresses(headers, 'from')[0] ?? null,
    subject: subjectOf(headers),
    date: dateOf(header(headers, 'date')),
    messageId: messageIds(header(headers, 'message-id'))[0] ?? null,
  };
}

/** The head of a mail whose body is too large or too broken to read: only the first 64 KB are looked at. */
export function readHead(raw: Uint8Array): MailHead {
  const start = Buffer.from(raw.subarray(0, 65_536));
  const text = repairHeaders(start.subarray(0, headerEnd(start))).toString('utf8');
  const headers: MailHeader[] = [];
  for (const field of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = field.indexOf(':');
    if (colon > 0) headers.push({ name: field.slice(0, colon).trim(), value: field.slice(colon + 1).trim() });
  }
  return headOf(headers);
}
