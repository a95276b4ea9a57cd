import { type Result, ok, refuse } from '../shared/result.ts';
import type { Side } from '../request/words.ts';
import type { Entry } from './words.ts';

/** A place where a thing was said: the message it stands in, or words typed by hand. */
export type Saying = { readonly messageId?: string; readonly quote: string; readonly by: Side };

export type SaidAgain = { readonly kind: 'said-again'; readonly saying: Saying; readonly said: number };

/**
 * L2: the client had to say it again. Counted once a message, however often it stands there; what our side says, or what was taken back, does not count.
 */
export function saidAgain(entry: Entry, saying: Saying, earlier: readonly Saying[]): Result<SaidAgain> {
  if (entry.state === 'withdrawn') return refuse('entry-does-not-allow', { state: entry.state, move: 'said-again' });
  if (saying.by !== 'theirs') return refuse('only-the-client');
  if (saying.quote.trim() === '') return refuse('words-missing');
  if (saying.messageId !== undefined && earlier.some((s) => s.messageId === saying.messageId))
    return refuse('counted-already');
  return ok({ kind: 'said-again', saying, said: entry.said + 1 });
}

/** L2: how many times the client had to say what they had said before. A figure of the desk. */
export const repeats = (entries: readonly Pick<Entry, 'said'>[]): number =>
  entries.reduce((n, e) => n + Math.max(0, e.said - 1), 0);
