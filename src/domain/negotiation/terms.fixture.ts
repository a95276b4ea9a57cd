import { DAY } from '../shared/instant.ts';
import type { OptionTerms } from './words.ts';

/** Friday night, six hours, four hundred and eighty euro. */
const TERMS: OptionTerms = {
  text: 'The crew comes on Friday night.',
  costs: [{ label: 'work', minor: 48_000, currency: 'EUR' }],
  date: { kind: 'by-hand', at: 1_000 * DAY },
  effortHours: 6,
  scopeIn: ['line 2'],
  scopeOut: [],
  assumptions: [],
  weDo: [{ text: 'change the relay' }],
  youDo: [{ text: 'open the gate' }],
  meets: ['e1'],
  misses: [],
};
export const terms = (more: Partial<OptionTerms> = {}): OptionTerms => ({ ...TERMS, ...more });
