import { htmlToText } from '../../src/platform/mail/html-text.ts';
import type { ParsedMail } from '../../src/platform/mail/parsed-mail.ts';

type Body = {
  readonly Text?: string;
  readonly Html?: string;
  readonly Binary?: number[];
  readonly InlineBinary?: number[];
  readonly Message?: unknown;
};
type Header = { readonly name: string | { readonly other: string }; readonly value: Record<string, unknown> };
type Part = { readonly headers: Header[]; readonly body: Body | string };

/** The expected structure beside each mail of this collection, as far as we compare it. */
export type StalwartMail = { readonly text_body: number[]; readonly attachments: number[]; readonly parts: Part[] };

export type Agreement = { right: number; all: number };
export type Total = Record<'subject' | 'from' | 'text' | 'attachments', Agreement>;

export const emptyAgreement = (): Total => ({
  subject: { right: 0, all: 0 },
  from: { right: 0, all: 0 },
  text: { right: 0, all: 0 },
  attachments: { right: 0, all: 0 },
});

/** Letters that every charset agrees on: the other parser has not guessed the charset where none was declared. */
const words = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .match(/[A-Za-z0-9]+/g)
    ?.join(' ') ?? '';

const withoutBreaks = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\r\n]+/g, '');

/** Counts what agrees and returns what does not. */
export function agrees(mail: ParsedMail, wanted: StalwartMail, total: Total): string[] {
  const misses: string[] = [];
  const check = (field: keyof Total, right: boolean, say: string): void => {
    total[field].all++;
    if (right) total[field].right++;
    else misses.push(`${field}: ${say}`);
  };
  const root = wanted.parts[0];
  const subject = headerOf(root, 'subject')?.['Text'];
  if (typeof subject === 'string')
    check(
      'subject',
      squeeze(subject).replaceAll('\ufffd', '') ===
        squeeze(mail.subject).replace(subject.includes('\ufffd') ? /[^\x20-\x7e]/g : /^$/, ''),
      `${mail.subject} / ${subject}`,
    );
  const from = firstAddress(headerOf(root, 'from')?.['Address']);
  if (from) check('from', from.toLowerCase() === mail.from.address.toLowerCase(), `${mail.from.address} / ${from}`);
  const texts = wanted.text_body.map((i) => bodyOf(wanted.parts[i])).map((b) => b.Text ?? htmlToText(b.Html ?? ''));
  const text = words(texts.join('\n'));
  if (text)
    check(
      'text',
      words(mail.text) === text || words(mail.text).includes(text),
      `${words(mail.text).slice(0, 80)} / ${text.slice(0, 80)}`,
    );
  for (const index of wanted.attachments) {
    const bytes = bytesOf(bodyOf(wanted.parts[index]));
    // The other parser leaves uuencoded files as they are.
    if (!bytes || bytes.length === 0 || /^\s*begin \d/.test(bytes.toString('latin1', 0, 20))) continue;
    const asText = words(bytes.toString('utf8'));
    const same = (content: Uint8Array): boolean =>
      withoutBreaks(content) === withoutBreaks(bytes) || words(Buffer.from(content).toString('latin1')) === asText;
    const found = mail.attachments.some((a) => same(a.content)) || words(mail.text).includes(asText);
    check(
      'attachments',
      found,
      `part ${index}, ${bytes.length} bytes, ours: ${mail.attachments.map((a) => `${a.name} ${a.size}`).join(', ')}`,
    );
  }
  return misses;
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

function headerOf(part: Part | undefined, name: string): Record<string, unknown> | undefined {
  return part?.headers.find((h) => h.name === name)?.value;
}

function firstAddress(value: unknown): string | null {
  const match = /"address":"([^"]+)"/.exec(JSON.stringify(value ?? null));
  return match?.[1] ?? null;
}

function bodyOf(part: Part | undefined): Body {
  return typeof part?.body === 'object' ? part.body : {};
}

function bytesOf({ Binary, InlineBinary, Text, Html }: Body): Buffer | null {
  const binary = Binary ?? InlineBinary;
  if (binary) return Buffer.from(binary);
  const text = Text ?? Html;
  return text === undefined ? null : Buffer.from(text);
}
