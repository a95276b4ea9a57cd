import { type Result, ok, refuse } from '../shared/result.ts';
import type { Entry } from './words.ts';

/** C5: the questions that are still open, by entry id. */
export const openQuestions = (entries: readonly Entry[]): readonly string[] =>
  entries.filter((e) => e.kind === 'question' && e.state === 'open').map((e) => e.id);

/** C5: a date is promised with questions open only by somebody who says why. Returns that reason, or nothing where none was needed. */
export function mayPromiseDate(
  entries: readonly Entry[],
  why?: string,
): Result<{ readonly openQuestionsWhy?: string }> {
  const open = openQuestions(entries);
  if (open.length === 0) return ok({});
  const reason = why?.trim();
  return reason ? ok({ openQuestionsWhy: reason }) : refuse('questions-open', { entryIds: open });
}
