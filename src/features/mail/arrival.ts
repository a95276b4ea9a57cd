import type { ParsedMail } from '../../platform/mail/parsed-mail.ts';
import type { Fate } from './raw-mail.store.ts';

/** A mail that has been read, on its way to become something. */
export type Arrival = {
  readonly rawId: string;
  readonly mail: ParsedMail;
  /** From a file somebody chose to import: nothing is answered, and its own date counts. */
  readonly imported: boolean;
  /** When it was written (import) or came in. */
  readonly at: number;
};

/** What became of a mail; the journal keeps it, and an import reports it for every file. */
export type Handled = Pick<Fate, 'state' | 'reason' | 'requestId' | 'messageId'>;

/** What the person wrote now; a mail that only quotes or only carries a file still says something. */
export const bodyOf = (mail: ParsedMail): string => mail.newText.trim() || mail.text.trim() || mail.subject;
