import { describe, expect, it } from 'vitest';
import { canonicalTerms } from './canonical-terms.ts';
import { isComplete } from './complete.ts';
import { terms } from './terms.fixture.ts';
import type { OptionTerms } from './words.ts';

const form = (t: OptionTerms): string => JSON.stringify(canonicalTerms(t));

describe('[T7] the one form of a wording that is hashed', () => {
  it.each<[string, Partial<OptionTerms>]>([
    ['spaces at the ends', { text: '  The crew comes on Friday night.\n' }],
    ['authority, which is ours alone', { authority: { hours: 8 } }],
    ['a place that is not named', { place: '' }],
    ['no products, said or unsaid', { products: [] }],
    ['the same entry met twice', { meets: ['e1', 'e1'] }],
  ])('is the same with %s', (_name, more) => expect(form(terms(more))).toBe(form(terms())));

  it.each<[string, Partial<OptionTerms>]>([
    ['one word', { text: 'The crew comes on Friday morning.' }],
    ['one cent', { costs: [{ label: 'work', minor: 48_001, currency: 'EUR' }] }],
    ['a cost that only may arise', { costs: [{ label: 'work', minor: 48_000, currency: 'EUR', conditional: 'tax' }] }],
    ['when it arises', { costs: [{ label: 'work', minor: 48_000, currency: 'EUR', when: 'at night' }] }],
    ['the date', { date: { kind: 'by-hand', at: 1 } }],
    ['a forecast in place of a date', { date: { kind: 'forecast', p50: 1, p90: 2 } }],
    ['the effort', { effortHours: 7 }],
    ['the place', { place: 'hall 3' }],
    ['the channel', { channel: 'remote' }],
    ['a product', { products: ['drive'] }],
    ['the scope', { scopeIn: ['line 2', 'line 3'] }],
    ['what is left out', { scopeOut: ['line 3'] }],
    ['an assumption', { assumptions: ['the gate is open'] }],
    ['what we do', { weDo: [] }],
    ['by when we do it', { weDo: [{ text: 'change the relay', due: 5 }] }],
    ['what they do', { youDo: [] }],
    ['what waits for them', { youDo: [{ text: 'open the gate', before: 0 }] }],
    ['a condition no longer met', { meets: [] }],
    ['a condition openly missed', { misses: ['e2'] }],
  ])('is another with %s changed', (_name, more) => expect(form(terms(more))).not.toBe(form(terms())));

  it('does not depend on how a letter was composed or a line broken', () => {
    expect(form(terms({ text: 'Łódź é\r\nja' }))).toBe(form(terms({ text: 'Łódź e\u0301\nja' })));
  });

  it('does not depend on the order in which met entries were noted', () => {
    expect(form(terms({ meets: ['e2', 'e1'] }))).toBe(form(terms({ meets: ['e1', 'e2'] })));
  });
});

describe('[T7] what a client wrote can be agreed', () => {
  it.each<[string, Partial<OptionTerms>, boolean]>([
    ['with a date and a cost', {}, true],
    ['when a line says it costs nothing', { costs: [{ label: 'none', minor: 0, currency: 'EUR' }] }, true],
    ['not while nobody has named the cost', { costs: [] }, false],
    ['not while there is no date', { date: { kind: 'none', why: 'not known' } }, false],
  ])('%s', (_name, more, expected) => expect(isComplete(terms(more))).toBe(expected));
});
