import { likeness } from '../listening/wording/similarity.ts';
import { type Result, ok, refuse } from '../shared/result.ts';
import type { Phase } from './words.ts';

export const SEVERITIES = ['steady', 'watch', 'critical'] as const;
export const MOODS = ['good', 'neutral', 'tense', 'angry'] as const;

/** A handover that waits for its receiver, with what they asked back so far. */
export type Offered = {
  readonly state: 'offered' | 'accepted' | 'withdrawn';
  readonly fromId: string;
  readonly toId: string;
  readonly summary: string;
  readonly asked: readonly { readonly question: string; readonly answer: string | null }[];
};

/** P7: an open request is handed to one other colleague at a time. */
export function mayHandOver(phase: Phase, fromId: string, toId: string, running: boolean): Result<true> {
  if (phase === 'closed') return refuse('request-is-closed');
  if (running) return refuse('handover-runs');
  return fromId === toId ? refuse('handover-to-oneself') : ok(true);
}

/** Fewer letters than this say nothing that could have been misunderstood. */
const SAYS_SOMETHING = 20;
/** So much of the same words is the summary itself, not an understanding of it; from six shared stems on. */
const COPIED = { overlap: 0.9, shared: 6 };

/**
 * P7, I-PASS: the receiver says in their own words what they understood; only then is it theirs. The summary copied back proves nothing,
 * and neither does a word or two. Somebody else cannot accept for them.
 */
export function mayReceive(offered: Offered, byId: string, restated: string): Result<true> {
  if (offered.state !== 'offered') return refuse('handover-ended');
  if (byId !== offered.toId) return refuse('not-handed-to-you');
  const said = restated.trim();
  if (said.length < SAYS_SOMETHING) return refuse('restatement-missing');
  const { overlap, shared } = likeness(offered.summary, said);
  const copied = offered.summary.includes(said) || (overlap >= COPIED.overlap && shared >= COPIED.shared);
  return copied ? refuse('restate-in-own-words') : ok(true);
}

/** P7: the receiver asks back before they accept; who handed it over answers the question that stands open. */
export function mayAskBack(offered: Offered, byId: string): Result<true> {
  if (offered.state !== 'offered') return refuse('handover-ended');
  if (byId !== offered.toId) return refuse('not-handed-to-you');
  return offered.asked.some((a) => a.answer === null) ? refuse('question-stands') : ok(true);
}

export function mayAnswerBack(offered: Offered, byId: string): Result<true> {
  if (offered.state !== 'offered') return refuse('handover-ended');
  if (byId !== offered.fromId) return refuse('not-your-handover');
  return offered.asked.some((a) => a.answer === null) ? ok(true) : refuse('nothing-asked');
}
