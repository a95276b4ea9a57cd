import type { MailKind } from '../../platform/mail/parsed-mail.ts';

export type Sorting = {
  readonly kind: MailKind;
  /** Evidence for the kind, in the words of the header. */
  readonly because: string;
  /** From one of our own addresses. */
  readonly fromOurselves: boolean;
  /** It joins a request by token or References. */
  readonly threaded: boolean;
  /** The sender, or the sender's domain, is a client's. */
  readonly known: boolean;
  /** One of our addresses stands in To or Cc. */
  readonly toUs: boolean;
  /** Somebody chose this very file. */
  readonly imported: boolean;
};

export type Sorted =
  | { readonly to: 'bounce' }
  | { readonly to: 'attach' }
  | { readonly to: 'open' }
  | { readonly to: 'ignore'; readonly reason: string };

const ignore = (reason: string): Sorted => ({ to: 'ignore', reason });

/**
 * Where a mail goes. Our own mail that comes back, bounces and answers of machines never become requests (RFC 3834, AT-14). A machine
 * that writes on its own account – an alarm of a client's system – and a mailing list do, where the client is known, they wrote to us, or
 * a person imported them: nothing a client sends is lost to a header.
 */
export function sortMail(mail: Sorting): Sorted {
  if (mail.fromOurselves || mail.kind === 'loop') return ignore('own-mail-came-back');
  if (mail.kind === 'bounce') return { to: 'bounce' };
  if (mail.threaded) return { to: 'attach' };
  const wanted = mail.known || mail.imported;
  switch (mail.kind) {
    case 'person':
      return { to: 'open' };
    case 'list':
      return wanted || mail.toUs ? { to: 'open' } : ignore('mailing-list');
    case 'auto-reply':
      return wanted && /^auto-submitted: auto-generated/i.test(mail.because)
        ? { to: 'open' }
        : ignore('automatic-answer');
    case 'report':
      return ignore('abuse-report');
  }
}
