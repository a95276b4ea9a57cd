import { cleanText, decodeBytes } from './charset.ts';
import { type HtmlLine, htmlLines, htmlToText, linesToText } from './html-text.ts';
import type { Part } from './mime-tree.ts';
import { escapeHtml } from './sanitize.ts';

export type Body = {
  readonly text: string;
  /** As sent, not yet sanitised. */
  readonly html: string | null;
  /** The lines of the HTML when the text was made from it: they tell more about quotes than the text does. */
  readonly lines: readonly HtmlLine[] | null;
  readonly attachments: readonly Part[];
};

/** Each part says the same thing in up to two ways. */
type Piece = { readonly text: string | null; readonly html: string | null };

/** What a person reads, and everything else as attachments: no part is dropped. */
export function readBody(root: Part): Body {
  const attachments: Part[] = [];
  const pieces = collect(root, attachments, { first: true });
  const hasHtml = pieces.some((p) => p.html !== null);
  const html = hasHtml ? cleanText(pieces.map((p) => p.html ?? textToHtml(p.text ?? '')).join('\n')) : null;
  if (html !== null && pieces.every((p) => p.text === null || p.html === null)) {
    const lines = htmlLines(html);
    return { text: cleanText(linesToText(lines)), html, lines, attachments };
  }
  const texts = pieces.map((p) => p.text ?? (p.html === null ? '' : htmlToText(p.html))).filter((t) => t.trim() !== '');
  return { text: cleanText(texts.join('\n\n')), html, lines: null, attachments };
}

function collect(part: Part, attachments: Part[], seen: { first: boolean }): Piece[] {
  if (part.children.length > 0) {
    if (part.type === 'multipart/alternative') return alternatives(part, attachments, seen);
    return part.children.flatMap((child) => collect(child, attachments, seen));
  }
  // A multipart without parts: the boundary is missing or wrong, and what there is of text stands in its preamble.
  const type = part.type.startsWith('multipart/') ? sniffText(part) : part.type;
  if (!isBody(part, type, seen.first)) {
    if (part.content.length > 0 || part.fileName !== null || !type.startsWith('text/')) attachments.push(part);
    return [];
  }
  seen.first = false;
  return [type === 'text/html' ? { text: null, html: readHtml(part) } : { text: readText(part, type), html: null }];
}

/** One of several forms of the same content: the first plain text and the last HTML; what is neither is an attachment. */
function alternatives(part: Part, attachments: Part[], seen: { first: boolean }): Piece[] {
  const forms = part.children.map((child) => collect(child, attachments, { first: seen.first }));
  seen.first = false;
  const plain = forms.find((f) => f.some((p) => p.text?.trim()) && f.every((p) => p.html === null));
  const rich = forms.findLast((f) => f.some((p) => p.html !== null));
  const text = plain ? plain.map((p) => p.text ?? '').join('\n') : null;
  const html = rich ? rich.map((p) => p.html ?? textToHtml(p.text ?? '')).join('\n') : null;
  return text === null && html === null ? [] : [{ text, html }];
}

function isBody(part: Part, type: string, first: boolean): boolean {
  if (part.disposition === 'attachment' && !(first && part.fileName === null)) return false;
  if (type === 'text/html' || type === 'text/plain')
    return part.fileName === null || (first && part.disposition !== 'attachment');
  return (type === 'text/enriched' || type === 'text/richtext' || type === 'text') && part.fileName === null;
}

function sniffText(part: Part): string {
  const head = Buffer.from(part.content.subarray(0, 500)).toString('latin1').trimStart().toLowerCase();
  return /^<(?:!doctype html|html|body|div|p|table)[\s>]/.test(head) ? 'text/html' : 'text/plain';
}

function readText(part: Part, type: string): string {
  const text = decodeBytes(part.content, part.params['charset']);
  if (type === 'text/enriched' || type === 'text/richtext') return plainOfEnriched(text);
  if (part.params['format']?.toLowerCase() === 'flowed')
    return unflow(text, part.params['delsp']?.toLowerCase() === 'yes');
  return text;
}

function readHtml(part: Part): string {
  let charset = part.params['charset'];
  if (!charset) {
    const head = Buffer.from(part.content.subarray(0, 2048)).toString('latin1');
    charset = /<meta[^>]{0,200}charset=["']?([\w.:-]{1,40})/i.exec(head)?.[1] ?? '';
  }
  return decodeBytes(part.content, charset);
}

/** Joins the soft line breaks of format=flowed (RFC 3676) where both lines are quoted to the same depth. */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open = false;
  let depth = 0;
  for (const line of text.split(/\r?\n/)) {
    const quotes = /^>*/.exec(line)?.[0].length ?? 0;
    const body = line.slice(quotes).replace(/^ /, '');
    const signature = body === '-- ';
    if (open && quotes === depth && !signature) {
      const last = out.pop() ?? '';
      out.push((delSp ? last.slice(0, -1) : last) + body);
    } else {
      out.push(quotes ? `${'>'.repeat(quotes)} ${body}` : body);
    }
    open = body.endsWith(' ') && !signature;
    depth = quotes;
  }
  return out.join('\n');
}

/** text/enriched (RFC 1896): `<bold>`, `<<` for `<`, single line ends are spaces. */
function plainOfEnriched(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/\n(\n*)/g, (_, more: string) => more || ' ')
    .replace(/<<|<\/?[a-zA-Z][\w-]{0,30}>/g, (tag) => (tag === '<<' ? '<' : ''));
}

function textToHtml(text: string): string {
  return `<div>${escapeHtml(text).replace(/\r?\n/g, '<br>')}</div>`;
}
