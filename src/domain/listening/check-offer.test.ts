import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import type { CostItem, OptionTerms } from '../negotiation/words.ts';
import { checkOffer } from './check-offer.ts';
import type { ConditionValue, Entry } from './words.ts';

const MON = 1_000 * DAY;
const eur = (minor: number, more: Partial<CostItem> = {}): CostItem => ({
  label: 'work',
  minor,
  currency: 'EUR',
  ...more,
});
const terms = (more: Partial<OptionTerms> = {}): OptionTerms => ({
  text: 'Friday night',
  costs: [],
  date: { kind: 'by-hand', at: MON },
  effortHours: 6,
  scopeIn: [],
  scopeOut: [],
  assumptions: [],
  weDo: [],
  youDo: [],
  meets: [],
  misses: [],
  ...more,
});
const condition = (value?: ConditionValue, more: Partial<Entry> = {}): Entry => ({
  id: 'e',
  kind: 'condition',
  state: 'standing',
  side: 'theirs',
  text: 'their words',
  said: 1,
  ...(value ? { value } : {}),
  ...more,
});
const zero: ConditionValue = { kind: 'money', max: { minor: 0, currency: 'EUR' } };
const upTo: ConditionValue = { kind: 'money', max: { minor: 50_000, currency: 'EUR' } };

const judge = (t: OptionTerms, e: Entry): string => {
  const finding = checkOffer(t, [e], []).entries[0];
  return finding ? `${finding.verdict}: ${finding.reasons.map((r) => r.code).join(', ')}` : 'not judged';
};

describe('an offer held against what the client said', () => {
  it.each<[string, OptionTerms, Entry, string]>([
    ['[L5] no cost, and none listed', terms(), condition(zero), 'meets: costs-nothing'],
    ['[L5] no cost, and it costs a little', terms({ costs: [eur(1)] }), condition(zero), 'misses: costs-something'],
    [
      '[L5] no cost, and tax is added',
      terms({ costs: [eur(900, { conditional: 'tax' })] }),
      condition(zero),
      'misses: conditional-cost',
    ],
    [
      '[L5] no cost, and a plan they need not take',
      terms({ costs: [eur(900, { conditional: 'optional-plan' })] }),
      condition(zero),
      'misses: conditional-cost',
    ],
    [
      '[L5] no cost, and a fee for restocking',
      terms({ costs: [eur(900, { conditional: 'restocking' })] }),
      condition(zero),
      'misses: conditional-cost',
    ],
    [
      '[L5] no cost, and a fee for sending it back',
      terms({ costs: [eur(900, { conditional: 'return' })] }),
      condition(zero),
      'misses: conditional-cost',
    ],
    [
      '[L5] no cost, and a cost in another currency',
      terms({ costs: [eur(900, { currency: 'PLN' })] }),
      condition(zero),
      'misses: costs-something',
    ],
    [
      '[L5] a price given back in full costs nothing',
      terms({ costs: [eur(500), eur(-500)] }),
      condition(zero),
      'meets: costs-nothing',
    ],
    [
      '[L5] a price given back does not hide a fee',
      terms({ costs: [eur(500), eur(-500), eur(10, { conditional: 'other' })] }),
      condition(zero),
      'misses: conditional-cost',
    ],
    [
      '[L5] a rebate that only may come does not make it free',
      terms({ costs: [eur(500), eur(-500, { conditional: 'other' })] }),
      condition(zero),
      'misses: costs-something',
    ],
    [
      '[T8] within the limit, all fees counted',
      terms({ costs: [eur(40_000), eur(10_000, { conditional: 'tax' })] }),
      condition(upTo),
      'meets: within-the-limit',
    ],
    [
      '[L5] the tax goes over the limit',
      terms({ costs: [eur(40_000), eur(10_001, { conditional: 'tax' })] }),
      condition(upTo),
      'misses: over-the-limit',
    ],
    [
      '[T8] another currency is not guessed',
      terms({ costs: [eur(1, { currency: 'PLN' })] }),
      condition(upTo),
      'says-nothing: other-currency',
    ],
    ['[T8] in time', terms(), condition({ kind: 'date', latest: MON }), 'meets: in-time'],
    ['[T8] too late', terms(), condition({ kind: 'date', latest: MON - 1 }), 'misses: too-late'],
    ['[T8] before the day they allow', terms(), condition({ kind: 'date', earliest: MON + 1 }), 'misses: too-early'],
    [
      '[T8] within the window',
      terms(),
      condition({ kind: 'date', earliest: MON, latest: MON }),
      'meets: in-time, not-too-early',
    ],
    [
      '[T8] nine of ten are in time',
      terms({ date: { kind: 'forecast', p50: MON - DAY, p90: MON } }),
      condition({ kind: 'date', latest: MON }),
      'meets: in-time',
    ],
    [
      '[T8] only an even chance to be in time',
      terms({ date: { kind: 'forecast', p50: MON, p90: MON + DAY } }),
      condition({ kind: 'date', latest: MON }),
      'misses: in-time-only-half-the-time',
    ],
    [
      '[T8] no date is no answer',
      terms({ date: { kind: 'none', why: 'too few cases' } }),
      condition({ kind: 'date', latest: MON }),
      'says-nothing: no-date',
    ],
    [
      '[T8] at the place they want',
      terms({ place: 'Hall 3' }),
      condition({ kind: 'place', rule: 'only', places: ['hall 3'] }),
      'meets: as-wanted',
    ],
    [
      '[T8] elsewhere',
      terms({ place: 'our workshop' }),
      condition({ kind: 'place', rule: 'only', places: ['hall 3'] }),
      'misses: elsewhere',
    ],
    [
      '[T8] where they never want it',
      terms({ place: 'hall 3' }),
      condition({ kind: 'place', rule: 'never', places: ['hall 3'] }),
      'misses: excluded',
    ],
    [
      '[T8] hall 5 is not hall 3',
      terms({ place: 'hall 5' }),
      condition({ kind: 'place', rule: 'never', places: ['hall 3'] }),
      'meets: as-wanted',
    ],
    [
      '[T8] no place named',
      terms(),
      condition({ kind: 'place', rule: 'only', places: ['hall 3'] }),
      'says-nothing: not-named',
    ],
    [
      '[T8] by the channel they want',
      terms({ channel: 'phone' }),
      condition({ kind: 'channel', rule: 'only', channels: ['phone', 'visit'] }),
      'meets: as-wanted',
    ],
    [
      '[T8] remote where remote is not allowed',
      terms({ channel: 'remote' }),
      condition({ kind: 'channel', rule: 'never', channels: ['remote'] }),
      'misses: excluded',
    ],
    [
      '[T8] what must be part of it is',
      terms({ scopeIn: ['test run of both lines'] }),
      condition({ kind: 'scope', rule: 'includes', items: ['test run'] }),
      'meets: included',
    ],
    [
      '[T8] what must be part of it is left out',
      terms({ scopeOut: ['test run'] }),
      condition({ kind: 'scope', rule: 'includes', items: ['test run'] }),
      'misses: left-out',
    ],
    [
      '[T8] one of two parts is not named',
      terms({ scopeIn: ['test run'] }),
      condition({ kind: 'scope', rule: 'includes', items: ['test run', 'manual'] }),
      'says-nothing: not-named',
    ],
    [
      '[T8] what must stay untouched is touched',
      terms({ scopeIn: ['the old server'] }),
      condition({ kind: 'scope', rule: 'excludes', items: ['old server'] }),
      'misses: included',
    ],
    [
      '[L4] offered what they have',
      terms({ products: ['Siemens drive'] }),
      condition({ kind: 'product', rule: 'has', name: 'spare Siemens drive G120' }, { kind: 'already-has' }),
      'misses: already-has',
    ],
    [
      '[L4] offered by its key',
      terms({ products: ['g120'] }),
      condition({ kind: 'product', rule: 'has', name: 'the spare', key: 'G120' }, { kind: 'already-has' }),
      'misses: already-has',
    ],
    [
      '[L4] known from their words alone',
      terms({ products: ['Siemens drive'] }),
      condition(undefined, { kind: 'already-has', text: 'we already have a spare drive from Siemens' }),
      'misses: already-has',
    ],
    [
      '[L4] the filter of a drive is not the drive',
      terms({ products: ['filter for the Siemens drive'] }),
      condition({ kind: 'product', rule: 'has', name: 'Siemens drive' }, { kind: 'already-has' }),
      'says-nothing: not-named',
    ],
    [
      '[T8] only this make',
      terms({ products: ['Siemens drive', 'ABB motor'] }),
      condition({ kind: 'product', rule: 'only', name: 'Siemens drive' }),
      'misses: other-product',
    ],
    [
      '[T8] never this make',
      terms({ products: ['ABB'] }),
      condition({ kind: 'product', rule: 'never', name: 'ABB' }),
      'misses: excluded',
    ],
    [
      '[T8] words without a value: what the offer says of itself',
      terms({ meets: ['e'] }),
      condition(),
      'meets: said-by-the-offer',
    ],
    ['[T8] words without a value: nothing is guessed', terms(), condition(), 'says-nothing: only-words'],
    [
      '[T8] an offer cannot talk a cost away',
      terms({ costs: [eur(1)], meets: ['e'] }),
      condition(zero),
      'misses: costs-something',
    ],
    [
      '[L1] what the client disputes is not held against the offer',
      terms({ costs: [eur(1)] }),
      condition(zero, { state: 'disputed' }),
      'not judged',
    ],
  ])('%s', (_name, offer, entry, expected) => expect(judge(offer, entry)).toBe(expected));

  it('[L5] every fee that breaks it is named with its figure', () => {
    const offer = terms({
      costs: [
        eur(0),
        eur(700, { label: 'tax', conditional: 'tax', when: 'outside the EU' }),
        eur(300, { label: 'plan', conditional: 'optional-plan' }),
      ],
    });
    expect(
      checkOffer(offer, [condition(zero)], []).entries[0]?.reasons.map((r) => [r.data?.['label'], r.data?.['minor']]),
    ).toEqual([
      ['tax', 700],
      ['plan', 300],
    ]);
  });

  it('[T8] a condition broken in silence is named; one broken openly is not', () => {
    const offer = terms({ costs: [eur(1)] });
    expect(checkOffer(offer, [condition(zero)], []).unsaid).toEqual(['e']);
    expect(checkOffer({ ...offer, misses: ['e'] }, [condition(zero)], []).unsaid).toEqual([]);
  });

  it('[L4] what they bought elsewhere is known too, with where it came from', () => {
    const check = checkOffer(
      terms({ products: ['Siemens drive'] }),
      [],
      [{ name: 'Siemens drive', from: 'Conrad' }, { name: 'ABB motor' }],
    );
    expect(check.owned).toEqual([
      { code: 'already-has', data: { offered: 'Siemens drive', product: 'Siemens drive', from: 'Conrad' } },
    ]);
  });
});
