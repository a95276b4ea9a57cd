import type { RawState } from './raw-mail.store.ts';

/** What became of a mail; the journal keeps it, and an import reports it for every file. */
export type Handled = {
  readonly state: RawState;
  readonly reason: string | null;
  readonly requestId?: string | null;
  readonly messageId?: string | null;
};
