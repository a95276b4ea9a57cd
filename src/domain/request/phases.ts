import { type Result, ok, refuse } from '../shared/result.ts';
import type { Phase } from './words.ts';

/** What can move a request from one phase to the next. */
export type PhaseMove = 'begin' | 'report-done' | 'close' | 'not-yet' | 'reopen';

/**
 * C1, C2: the cycle as a table. There is no cell that leads to `closed` but the one from `closing`, and none that skips a phase.
 * `close` is only ever taken by the decisions of closing.ts.
 */
export const PHASE_MOVES: Readonly<Record<Phase, Partial<Record<PhaseMove, Phase>>>> = {
  initiation: { begin: 'resolution' },
  resolution: { 'report-done': 'closing' },
  closing: { close: 'closed', 'not-yet': 'resolution' },
  closed: { reopen: 'resolution' },
};

/** The phase a move leads to, or a refusal that names both. */
export function movePhase(phase: Phase, move: PhaseMove): Result<Phase> {
  const to = PHASE_MOVES[phase][move];
  return to ? ok(to) : refuse('phase-does-not-allow', { phase, move });
}
