import PostalMime from 'postal-mime';
import type { MailHeader, MailLimits, UnparsableReason } from './parsed-mail.ts';

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

type Structured = { readonly value: string; readonly params: Record<string, string> };

/**
 * What postal-mime 4.0.0 keeps in its tree. We let it split and decode the parts, and read the tree ourselves, because its
 * finished message has already decoded every text with a charset we could not check. The version is pinned and a test fails
 * when the shape changes.
 */
type PostalNode = {
  readonly contentType: { readonly parsed: Structured };
  readonly contentDisposition: { readonly parsed: Structured };
  readonly contentId?: string;
  readonly contentDescription?: string;
  readonly headers: ReadonlyArray<{ readonly originalKey: string; readonly value: string }>;
  readonly content: ArrayBuffer | null;
  readonly childNodes: readonly PostalNode[];
};

/** Splits a mail into its parts. Throws MailCapError when the mail is deeper, larger or more crowded than the limits allow. */
export async function readTree(raw: Uint8Array, limits: MailLimits): Promise<Part> {
  refuseCrowds(raw, limits);
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    maxNestingDepth: limits.maxDepth,
    maxHeadersSize: limits.maxHeaderBytes,
  });
  try {
    await parser.parse(raw);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.includes('nesting depth')) throw new MailCapError('too-deep', message);
    if (message.includes('header size')) throw new MailCapError('headers-too-large', message);
    throw error;
  }
  const { root } = parser as unknown as { root: PostalNode };
  return toPart(root, { left: limits.maxParts, limit: limits.maxParts });
}

/** Counts lines that could be boundaries before anything is built for them. */
function refuseCrowds(raw: Uint8Array, limits: MailLimits): void {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let headers = 0;
  for (let at = bytes.indexOf('\n--'); at >= 0; at = bytes.indexOf('\n--', at + 3)) {
    if (startsHeader(bytes, at)) headers++;
    if (headers > limits.maxParts) throw new MailCapError('too-many-parts', `more than ${limits.maxParts} parts`);
  }
}

/** Is the line after this boundary-like line blank or a Content- header? Quoted signatures and diffs are not. */
function startsHeader(bytes: Buffer, boundary: number): boolean {
  const next = bytes.indexOf(10, boundary + 1);
  if (next < 0 || next - boundary > 80) return false;
  const line = bytes.toString('latin1', next + 1, next + 10);
  return /^\r?\n/.test(line) || /^content-/i.test(line);
}

function toPart(node: PostalNode, budget: { left: number; readonly limit: number }): Part {
  if (--budget.left < 0) throw new MailCapError('too-many-parts', `more than ${budget.limit} parts`);
  const type = node.contentType.parsed;
  const disposition = node.contentDisposition.parsed;
  return {
    type: type.value || 'text/plain',
    params: type.params,
    disposition: disposition.value,
    fileName: disposition.params['filename'] ?? type.params['name'] ?? null,
    contentId: node.contentId?.trim().replace(/^<|>$/g, '') || null,
    description: node.contentDescription ?? null,
    headers: node.headers.map((h) => ({ name: h.originalKey, value: h.value })),
    content: node.content ? new Uint8Array(node.content) : new Uint8Array(),
    children: node.childNodes.map((child) => toPart(child, budget)),
  };
}
