import { type Result, ok, refuse } from '../shared/result.ts';
import type { OptionState } from './words.ts';

export type OptionMove =
  'edit' | 'table' | 'agree' | 'disagree' | 'decline' | 'withdraw' | 'expire' | 'supersede' | 'bring-back';

/**
 * The life of an option. Editing an agreed option puts it back on the table: any edit removes the agreement. What was declined, has expired or
 * was overtaken returns as a draft, with a stated change (L7); what was withdrawn does not return.
 */
const OPTION_MOVES: Readonly<Record<OptionState, Partial<Record<OptionMove, OptionState>>>> = {
  draft: { edit: 'draft', table: 'on-the-table', withdraw: 'withdrawn' },
  'on-the-table': {
    edit: 'on-the-table',
    agree: 'agreed',
    decline: 'declined',
    withdraw: 'withdrawn',
    expire: 'expired',
    supersede: 'superseded',
  },
  agreed: { edit: 'on-the-table', disagree: 'on-the-table', supersede: 'superseded' },
  declined: { 'bring-back': 'draft' },
  withdrawn: {},
  expired: { 'bring-back': 'draft' },
  superseded: { 'bring-back': 'draft' },
};

/** The state a move leads to, or a refusal that names the state. */
export function moveOption(state: OptionState, move: OptionMove): Result<OptionState> {
  const to = OPTION_MOVES[state][move];
  return to ? ok(to) : refuse('option-not-open', { state, move });
}
