import { type Result, ok, refuse } from '../shared/result.ts';
import type { AccordState } from './words.ts';

export type AccordMove = 'first-signature' | 'second-signature' | 'amend' | 'end';

/**
 * P4: the life of an accord as a table. What nobody or only one side signed ends when the wording is given up; what is in force is amended by a new
 * accord that names it, or ends. No move alters its text.
 */
const ACCORD_MOVES: Readonly<Record<AccordState, Partial<Record<AccordMove, AccordState>>>> = {
  'drawn-up': { 'first-signature': 'half-signed', end: 'ended' },
  'half-signed': { 'second-signature': 'in-force', end: 'ended' },
  'in-force': { amend: 'amended', end: 'ended' },
  amended: {},
  ended: {},
};

/** P4: the state a move leads to, or a refusal that names the state. */
export function moveAccord(state: AccordState, move: AccordMove): Result<AccordState> {
  const to = ACCORD_MOVES[state][move];
  return to ? ok(to) : refuse('accord-not-open', { state, move });
}
