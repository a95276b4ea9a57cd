/** The shapes a mail takes after reading. Every string is well-formed, in NFC and free of NUL, so that PostgreSQL accepts it. */

export type MailAddress = { readonly name: string; readonly address: string };

export type MailHeader = { readonly name: string; readonly value: string };

export type MailAttachment = {
  /** Cleaned for display; never used as a path. */
  readonly name: string;
  /** From the first bytes where that matters (images, PDF, HTML, programs), else what the sender declared. */
  readonly type: string;
  readonly declaredType: string;
  readonly size: number;
  readonly sha256: string;
  readonly content: Uint8Array;
  /** Without angle brackets. */
  readonly contentId: string | null;
  /** True when the HTML shows it, so that it need not be listed a second time. */
  readonly inline: boolean;
};

/** `report` is an abuse report (ARF, RFC 5965); `loop` is our own mail that came back. */
export type MailKind = 'person' | 'bounce' | 'auto-reply' | 'list' | 'loop' | 'report';

export type Bounce = {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code (RFC 3463), such as `5.1.1`; null when the report names none. */
  readonly status: string | null;
  /** True when trying again is pointless because the address itself is wrong or gone. */
  readonly hard: boolean;
  /** The address that could not be reached. */
  readonly recipient: string | null;
  readonly diagnostic: string | null;
  /** Message-ID of the mail that bounced, with angle brackets. */
  readonly originalMessageId: string | null;
};

/** What is known of a mail before its body is read; also what is shown of a mail that cannot be read. */
export type MailHead = {
  readonly from: MailAddress | null;
  readonly subject: string;
  /** ISO 8601 in UTC; null when the sender wrote none that can be understood. */
  readonly date: string | null;
  /** With angle brackets. */
  readonly messageId: string | null;
};

export type ParsedMail = {
  readonly ok: true;
  readonly from: MailAddress;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** Addresses the mail was delivered to (Delivered-To, X-Original-To, Envelope-To): where a reply token also shows. */
  readonly deliveredTo: readonly string[];
  readonly subject: string;
  readonly date: string | null;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  /** Oldest first, with angle brackets, without repeats. */
  readonly references: readonly string[];
  readonly headers: readonly MailHeader[];
  readonly text: string;
  /** Sanitised; pictures are placeholders, see `showImages` in sanitize.ts. */
  readonly html: string | null;
  /** What the person wrote now. */
  readonly newText: string;
  /** The rest – quotes, signature, forwarded mail – folded, never lost. */
  readonly quotedText: string;
  readonly attachments: readonly MailAttachment[];
  readonly kind: MailKind;
  /** The evidence for the kind in the words of the header, for people who ask why. */
  readonly kindBecause: string;
  readonly bounce: Bounce | null;
};

export type UnparsableReason =
  | 'empty'
  | 'too-large'
  | 'too-deep'
  | 'too-many-parts'
  | 'headers-too-large'
  | 'too-slow'
  | 'too-much-memory'
  | 'no-from'
  | 'not-a-mail'
  | 'broken';

/** A mail that is kept aside: the reason is a value, never an exception. */
export type Unparsable = {
  readonly ok: false;
  readonly reason: UnparsableReason;
  readonly detail: string;
  readonly head: MailHead;
  /** Everything that could still be read, for people who look at it; with `no-from` and `not-a-mail`. */
  readonly rest: ParsedMail | null;
};

export type MailLimits = {
  readonly maxBytes: number;
  readonly maxParts: number;
  readonly maxDepth: number;
  readonly maxHeaderBytes: number;
  readonly timeoutMs: number;
  readonly heapMb: number;
  /** Values of our own loop header by which this workspace's mail is known when it comes back; `*` takes any. */
  readonly loopIds: readonly string[];
};

export const DEFAULT_LIMITS: MailLimits = {
  maxBytes: 35 * 1024 * 1024,
  maxParts: 1000,
  maxDepth: 50,
  maxHeaderBytes: 1024 * 1024,
  timeoutMs: 5000,
  heapMb: 256,
  loopIds: [],
};
