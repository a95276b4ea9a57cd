import { createHash } from 'node:crypto';
import { type Body, readBody } from './body.ts';
import { readBounce, readsLikeBounce } from './bounce.ts';
import { classify, typesOf } from './classify.ts';
import { fileType } from './file-type.ts';
import { addresses, allHeaders, cleanLine, headOf, header, messageIds } from './head.ts';
import { decodeWords, repairHeaders } from './header-words.ts';
import { MailCapError, type Part, readTree } from './mime-tree.ts';
import type { MailAttachment, MailHead, MailHeader, MailLimits, ParsedMail, Unparsable } from './parsed-mail.ts';
import { cutHtmlReply, cutLines, cutReply, type ReplyCut } from './reply-cut.ts';
import { sanitizeMailHtml, shownContentIds } from './sanitize.ts';
import { cleanFileName, showBidi } from './visible.ts';

/** Beyond this the plain text beside the HTML has to do, for the sake of time. */
const LARGE_HTML = 2_000_000;

const NO_ONE: MailHead = { from: null, subject: '', date: null, messageId: null };

/**
 * Reads a mail. Runs in a worker thread (parse-worker.ts), because a hostile mail may be slow; caps that are known here become
 * values, anything else may throw and is caught at the door.
 */
export async function readMail(raw: Uint8Array, limits: MailLimits): Promise<ParsedMail | Unparsable> {
  const bytes = bareMail(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  if (bytes.length === 0) return { ok: false, reason: 'empty', detail: 'no bytes', head: NO_ONE, rest: null };
  try {
    const root = readTree(repairHeaders(bytes), limits);
    const mail = understand(root, limits.loopIds);
    const headed = root.headers.some((h) => /^[\x21-\x39\x3b-\x7e]+$/.test(h.name) && h.value !== '');
    return headed ? mail : notMail(mail, bytes);
  } catch (error) {
    if (!(error instanceof MailCapError)) throw error;
    return { ok: false, reason: error.reason, detail: error.message, head: NO_ONE, rest: null };
  }
}

/** Words without a header are shown to people as they are, other bytes are not. */
function notMail(mail: ParsedMail | Unparsable, bytes: Buffer): Unparsable {
  const words = !bytes.subarray(0, 4096).includes(0);
  return {
    ok: false,
    reason: 'not-a-mail',
    detail: 'there is no header',
    head: NO_ONE,
    rest: !words || mail.ok ? null : mail.rest,
  };
}

/** Without what stands before the first header: a byte order mark, white space, the envelope line of an mbox file. */
function bareMail(raw: Buffer): Buffer {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (raw[at] === 10 || raw[at] === 13 || raw[at] === 32 || raw[at] === 9) at++;
  if (/^>?From /.test(raw.toString('latin1', at, at + 6))) at = raw.indexOf(10, at) + 1 || raw.length;
  const mail = raw.subarray(at);
  const oldMac = !mail.subarray(0, 65_536).includes(10) && mail.includes(13);
  return oldMac ? Buffer.from(mail.toString('latin1').replaceAll('\r', '\n'), 'latin1') : mail;
}

function understand(root: Part, loopIds: readonly string[]): ParsedMail | Unparsable {
  const { headers } = root;
  const head = headOf(headers);
  const body = readBody(root);
  const html = body.html === null ? null : sanitizeMailHtml(body.html);
  const text = showBidi(body.text)
    .replace(/^\s*\n/, '')
    .trimEnd();
  const types = typesOf(root);
  const found = classify({
    headers,
    types,
    subject: head.subject,
    text,
    readsLikeBounce: readsLikeBounce(headers, types, head.subject, text),
    loopIds,
  });
  const from = head.from ?? addresses(headers, 'sender')[0] ?? null;
  const mail: ParsedMail = {
    ok: true,
    from: from ?? { name: '', address: '' },
    ...recipients(headers),
    ...threading(headers),
    subject: showBidi(head.subject),
    date: head.date,
    messageId: head.messageId,
    headers: keptHeaders(headers),
    text,
    html: html || null,
    ...cut(text, body, from?.name ?? ''),
    attachments: attachmentsOf(body.attachments, html),
    kind: found.kind,
    kindBecause: found.because,
    bounce: found.kind === 'bounce' ? readBounce(root, text) : null,
  };
  // A delivery report may come from no one; a person's mail may not.
  const nobody = !mail.from.address.includes('@') && found.kind !== 'bounce' && found.kind !== 'report';
  return nobody ? { ok: false, reason: 'no-from', detail: 'no sender address', head, rest: mail } : mail;
}

function recipients(headers: readonly MailHeader[]): Pick<ParsedMail, 'replyTo' | 'to' | 'cc' | 'deliveredTo'> {
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to'];
  return {
    replyTo: addresses(headers, 'reply-to'),
    to: addresses(headers, 'to'),
    cc: addresses(headers, 'cc'),
    deliveredTo: [...new Set(delivered.flatMap((name) => addresses(headers, name)).map((a) => a.address))],
  };
}

function threading(headers: readonly MailHeader[]): Pick<ParsedMail, 'inReplyTo' | 'references'> {
  return {
    inReplyTo: messageIds(header(headers, 'in-reply-to'))[0] ?? null,
    references: messageIds(allHeaders(headers, 'references').join(' ')),
  };
}

/** Enough to explain a decision later, not enough to fill a disk. */
function keptHeaders(headers: readonly MailHeader[]): MailHeader[] {
  return headers.slice(0, 200).map((h) => ({
    name: cleanLine(h.name).slice(0, 100),
    value: cleanLine(decodeWords(h.value.slice(0, 8000))).slice(0, 2000),
  }));
}

/** HTML knows where quotes begin when the plain text was made from it, or when the plain text shows no trace of them. */
function cut(text: string, { html, lines }: Body, sender: string): ReplyCut {
  if (lines) return visible(cutLines(lines, { sender }));
  const plain = cutReply(text, { sender });
  if (plain.quotedText !== '' || html === null || html.length > LARGE_HTML) return plain;
  const rich = visible(cutHtmlReply(html, { sender }));
  return rich.quotedText !== '' && rich.newText !== '' ? rich : plain;
}

function visible(cutText: ReplyCut): ReplyCut {
  return { newText: showBidi(cutText.newText), quotedText: showBidi(cutText.quotedText) };
}

function attachmentsOf(parts: readonly Part[], html: string | null): MailAttachment[] {
  const shown = html === null ? new Set<string>() : shownContentIds(html);
  return parts.map((part) => attachment(part, shown));
}

function attachment(part: Part, shown: ReadonlySet<string>): MailAttachment {
  const contentId = part.contentId === null ? null : cleanLine(part.contentId).slice(0, 500);
  return {
    name: cleanFileName(nameOf(part), part.type),
    type: fileType(part.content, part.type),
    declaredType: cleanLine(part.type).slice(0, 200),
    size: part.content.length,
    sha256: createHash('sha256').update(part.content).digest('hex'),
    content: part.content,
    contentId,
    inline: contentId !== null && shown.has(contentId) && part.disposition !== 'attachment',
  };
}

/** The declared name; a forwarded mail without one is named after its subject. */
function nameOf(part: Part): string | null {
  if (part.fileName) return cleanLine(decodeWords(part.fileName));
  if (part.type === 'message/rfc822' && part.content.length > 0) {
    const subject = subjectIn(part.content);
    return subject ? `${subject.replace(/[/\\]/g, '-')}.eml` : null;
  }
  return part.description ? cleanLine(decodeWords(part.description)).slice(0, 120) : null;
}

function subjectIn(content: Uint8Array): string {
  const start = Buffer.from(content.subarray(0, 20_000)).toString('latin1');
  const raw = /^subject:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(start)?.[1] ?? '';
  return cleanLine(decodeWords(raw.replace(/\r?\n/g, '')))
    .trim()
    .slice(0, 100);
}
