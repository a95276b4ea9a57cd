import { type Result, ok, refuse } from '../shared/result.ts';
import type { Action, Guard } from './words.ts';

/** A step of a playbook that runs on a request. A team's own steps carry their words; the shipped ones are worded by their id. */
export type RunStep = {
  readonly id: string;
  readonly state: 'open' | 'done' | 'skipped';
  readonly action?: Action;
  readonly guard?: Guard;
  readonly why?: string;
  readonly title?: string;
  readonly how?: string;
  readonly letter?: string;
};
export type Run = { readonly state: 'running' | 'finished' | 'left'; readonly steps: readonly RunStep[] };

export type RunMove =
  | { readonly kind: 'done' | 'open' | 'up' | 'down'; readonly step: string }
  | { readonly kind: 'skip'; readonly step: string; readonly why: string }
  | { readonly kind: 'leave'; readonly why: string };

/**
 * L6: guidance, never a script. Steps are ticked in any order, skipped with a reason, put in another order, opened again; the whole is
 * left for free work with a reason. A step with a guard is not ticked before what it is about is so. A run whose steps are all behind us
 * is finished, and one that gets an open step again runs on.
 */
export function moveRun(run: Run, move: RunMove, holds: (guard: Guard) => boolean): Result<Run> {
  if (run.state === 'left') return refuse('playbook-left');
  if (move.kind === 'leave') return move.why.trim() === '' ? refuse('reason-missing') : ok({ ...run, state: 'left' });
  const at = run.steps.findIndex((s) => s.id === move.step);
  const step = run.steps[at];
  if (!step) return refuse('step-unknown');
  if (move.kind === 'up' || move.kind === 'down') return ok({ ...run, steps: swapped(run.steps, at, move.kind) });
  if (move.kind === 'skip' && move.why.trim() === '') return refuse('reason-missing');
  if (move.kind === 'done' && step.guard && !holds(step.guard)) return refuse('step-not-yet', { guard: step.guard });
  const { why: _before, ...bare } = step;
  const next: RunStep =
    move.kind === 'skip'
      ? { ...bare, state: 'skipped', why: move.why.trim() }
      : { ...bare, state: move.kind === 'done' ? 'done' : 'open' };
  const steps = run.steps.with(at, next);
  return ok({ state: steps.every((s) => s.state !== 'open') ? 'finished' : 'running', steps });
}

function swapped(steps: readonly RunStep[], at: number, way: 'up' | 'down'): readonly RunStep[] {
  const to = way === 'up' ? at - 1 : at + 1;
  const [one, other] = [steps[at], steps[to]];
  return one && other ? steps.with(at, other).with(to, one) : steps;
}
