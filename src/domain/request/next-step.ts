import type { Instant } from '../shared/instant.ts';
import { type Result, ok, refuse } from '../shared/result.ts';
import type { NextStep, Phase } from './words.ts';

/** C7: the initiative is ours. A step says what, by whom and when; ours has a named owner; its date lies ahead. */
export function setNextStep(phase: Phase, step: NextStep, now: Instant): Result<NextStep> {
  if (phase === 'closed') return refuse('request-is-closed');
  if (step.text.trim() === '') return refuse('next-step-missing');
  if (step.ball === 'ours' && !step.ownerId) return refuse('next-step-needs-owner');
  if (!Number.isFinite(step.due)) return refuse('next-step-needs-date');
  if (step.due <= now) return refuse('date-in-the-past', { at: step.due });
  return ok({ ...step, text: step.text.trim() });
}

/** C1: stuck = open, and the date of the next step has passed without anything happening. Figures of the cycle strip count these. */
export const isStuck = (phase: Phase, step: Pick<NextStep, 'due'>, now: Instant): boolean =>
  phase !== 'closed' && step.due < now;
