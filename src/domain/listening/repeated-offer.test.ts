import { describe, expect, it } from 'vitest';
import type { OptionTerms } from '../negotiation/words.ts';
import { mayOffer } from './repeated-offer.ts';

const terms: OptionTerms = {
  text: 'Saturday at half price',
  costs: [{ label: 'work', minor: 48_000, currency: 'EUR' }],
  date: { kind: 'by-hand', at: 1 },
  effortHours: 6,
  scopeIn: ['line 2'],
  scopeOut: [],
  assumptions: [],
  weDo: [{ text: 'change the relay' }],
  youDo: [],
  meets: [],
  misses: [],
};
const declined = [{ optionId: 'B', terms }];

describe('[L7] a repeated offer after a no is not listening', () => {
  it.each<[string, OptionTerms, string | undefined, string]>([
    ['the same offer again', terms, undefined, 'declined-before'],
    [
      'the same in other words',
      { ...terms, text: 'A special weekend deal', assumptions: ['access'] },
      ' ',
      'declined-before',
    ],
    [
      'the same with another label on the price',
      { ...terms, costs: [{ label: 'service', minor: 48_000, currency: 'EUR' }] },
      undefined,
      'declined-before',
    ],
    ['the same, and what changed is said', terms, 'their budget came through', 'B'],
    [
      'a lower price is another offer',
      { ...terms, costs: [{ label: 'work', minor: 20_000, currency: 'EUR' }] },
      undefined,
      '',
    ],
    ['another day is another offer', { ...terms, date: { kind: 'by-hand', at: 2 } }, undefined, ''],
    ['more work is another offer', { ...terms, weDo: [...terms.weDo, { text: 'test run' }] }, undefined, ''],
  ])('%s', (_name, offer, why, expected) => {
    const result = mayOffer(offer, declined, why);
    expect(result.ok ? (result.value.repeats ?? '') : result.refusal.code).toBe(expected);
  });
});
