import type { OptionTerms } from './words.ts';

/**
 * A client writes an option with fewer fields; before it can be agreed its date and its cost must be named – a cost of nothing too is a line that
 * says so (L5). A wording of ours always counts as complete.
 */
export const isComplete = (terms: Pick<OptionTerms, 'date' | 'costs'>): boolean =>
  terms.date.kind !== 'none' && terms.costs.length > 0;
