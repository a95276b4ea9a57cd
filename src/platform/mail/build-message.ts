import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { ok, refuse, type Refusal, type Result } from '../../domain/shared/result.ts';
import { addrSpec, domainOf } from './address.ts';
import { LOOP_HEADER } from './classify.ts';
import { messageHtml } from './message-html.ts';
import { cleanFileName } from './visible.ts';

export type OutgoingAttachment = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** For a picture that the HTML shows as `cid:…`. */
  readonly contentId?: string;
};

export type OutgoingMail = {
  readonly from: { readonly name: string; readonly address: string };
  /** One address; its name is shown beside it. */
  readonly to: { readonly name?: string; readonly address: string };
  readonly replyTo?: string | null;
  readonly subject: string;
  readonly text: string;
  /** Cleaned before it leaves; made from the text when there is none. */
  readonly html?: string | null;
  /** Language of the text, for screen readers. */
  readonly lang?: string;
  readonly inReplyTo?: string | null;
  readonly references?: readonly string[];
  /** True for mail that no person wrote just now: marked so that no machine answers it (RFC 3834). */
  readonly auto: boolean;
  /** Address of a page that unsubscribes by one POST (RFC 8058). */
  readonly listUnsubscribe?: string | null;
  readonly attachments?: readonly OutgoingAttachment[];
  /** RFC 6047: a calendar entry that programs offer to take in, update or remove. */
  readonly calendar?: { readonly method: 'request' | 'cancel'; readonly content: string };
  /** Says whose mail this is when it comes back; also given to `parseMail`. */
  readonly loopId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly messageId?: string;
};

export type BuiltMail = {
  readonly raw: Uint8Array;
  readonly messageId: string;
  readonly from: string;
  readonly recipient: string;
};

export type BuildRefusal = Refusal<'mail-bad-address' | 'mail-bad-header'>;

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;
const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/;
const MAX_REFERENCES = 30;

/**
 * The bytes of one mail to one person, frozen before it is sent. Refuses anything that could smuggle in a second recipient or
 * a header (AT-19) and never reads a file or an address on the net.
 */
export async function buildMessage(mail: OutgoingMail): Promise<Result<BuiltMail, BuildRefusal>> {
  const from = addrSpec(mail.from.address);
  const recipient = addrSpec(mail.to.address);
  const replyTo = mail.replyTo == null ? null : addrSpec(mail.replyTo);
  if (!from) return refuse('mail-bad-address', { field: 'from' });
  if (!recipient) return refuse('mail-bad-address', { field: 'to' });
  if (mail.replyTo != null && !replyTo) return refuse('mail-bad-address', { field: 'replyTo' });
  const bad = badHeader(mail);
  if (bad) return refuse('mail-bad-header', { field: bad });
  const messageId = mail.messageId ?? `<${randomUUID()}@${domainOf(from) ?? 'localhost'}>`;
  const composer = new MailComposer({
    from: { name: mail.from.name, address: from },
    to: { name: mail.to.name ?? '', address: recipient },
    ...(replyTo ? { replyTo } : {}),
    subject: mail.subject,
    text: plain(mail.text),
    html: messageHtml(mail.html ?? null, plain(mail.text), mail.lang ?? 'en'),
    messageId,
    date: new Date(mail.at),
    ...threading(mail),
    headers: headersOf(mail),
    attachments: (mail.attachments ?? []).map((a) => ({
      filename: cleanFileName(a.name, a.type),
      contentType: a.type,
      content: Buffer.from(a.content),
      ...(a.contentId ? { cid: a.contentId, contentDisposition: 'inline' as const } : {}),
    })),
    ...(mail.calendar ? { icalEvent: { filename: 'visit.ics', ...mail.calendar } } : {}),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return ok({ raw: new Uint8Array(await composer.compile().build()), messageId, from, recipient });
}

/** The first field that holds what no header may hold, or null. */
function badHeader(mail: OutgoingMail): string | null {
  const lines: Array<[string, string]> = [
    ['subject', mail.subject],
    ['from', mail.from.name],
    ['to', mail.to.name ?? ''],
    ['loopId', mail.loopId],
  ];
  const line = lines.find(([, value]) => CONTROL.test(value));
  if (line) return line[0];
  if (mail.messageId !== undefined && !MESSAGE_ID.test(mail.messageId)) return 'messageId';
  if (mail.listUnsubscribe && !/^https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]+$/.test(mail.listUnsubscribe))
    return 'listUnsubscribe';
  const odd = (mail.attachments ?? []).some(
    (a) => !/^[\w.+-]+\/[\w.+-]+$/.test(a.type) || (a.contentId !== undefined && !/^[\w.@+-]+$/.test(a.contentId)),
  );
  return odd ? 'attachments' : null;
}

/** In-Reply-To and References; ids from other people's mails that no header can carry are left out, the first one is kept. */
function threading(mail: OutgoingMail): { inReplyTo?: string; references?: string[] } {
  const good = (id: string): boolean => MESSAGE_ID.test(id);
  const inReplyTo = mail.inReplyTo && good(mail.inReplyTo) ? mail.inReplyTo : null;
  const all = [...new Set([...(mail.references ?? []), ...(inReplyTo ? [inReplyTo] : [])])].filter(good);
  const references = all.length > MAX_REFERENCES ? [...all.slice(0, 1), ...all.slice(1 - MAX_REFERENCES)] : all;
  return { ...(inReplyTo ? { inReplyTo } : {}), ...(references.length ? { references } : {}) };
}

function headersOf(mail: OutgoingMail): Record<string, string> {
  const headers: Record<string, string> = { [LOOP_HEADER]: mail.loopId };
  if (mail.auto) {
    headers['Auto-Submitted'] = mail.inReplyTo ? 'auto-replied' : 'auto-generated';
    headers['X-Auto-Response-Suppress'] = 'All';
  }
  if (mail.listUnsubscribe) {
    headers['List-Unsubscribe'] = `<${mail.listUnsubscribe}>`;
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  return headers;
}

/** Lone CR and LF become line ends, so that no server can take a line of text for the end of the mail (AT-22). */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
}
