import { describe, expect, it } from 'vitest';
import { readTerms } from './read-terms.ts';
import { type Allowance, mayPerson, responsibilityFor, targetFor, type Terms } from './terms.ts';

const allowance: Allowance = {
  key: 'hours',
  name: 'Support hours',
  unit: 'minutes',
  amount: 600,
  per: 'month',
  services: null,
  carryOver: { upTo: null },
  overage: { price: { minor: 12_000, currency: 'EUR' }, per: 60, step: 15 },
  clause: '4.2',
};
const empty: Terms = {
  coverage: null,
  services: [],
  allowances: [],
  prices: [],
  targets: [],
  boundaries: [],
  people: [],
};

describe('who answers for what', () => {
  const bound = (asset: string, work: string | null, covered: boolean, clause: string) => ({
    asset,
    work,
    covered,
    wording: 'as agreed',
    clause,
  });
  const terms: Terms = {
    ...empty,
    boundaries: [
      bound('*', null, false, '8.1'),
      bound('press-4', null, true, '8.2'),
      bound('press-4', 'relocation', false, '8.3'),
      bound('*', 'software', true, '8.4'),
    ],
  };
  it.each([
    ['this asset', 'press-4', 'repair', 'yes', '8.2'],
    ['this work on this asset', 'press-4', 'relocation', 'no', '8.3'],
    ['this work on any asset', 'press-9', 'software', 'yes', '8.4'],
    ['an asset nobody named', 'press-9', 'repair', 'no', '8.1'],
    ['the asset before the work', 'press-4', 'software', 'yes', '8.2'],
  ])('[S9] %s', (_, asset, work, covered, clause) => {
    expect(responsibilityFor(terms, asset, work)).toMatchObject({ covered, boundary: { clause } });
  });
  it('[S9] what was not agreed is not claimed either way', () => {
    expect(responsibilityFor(empty, 'press-4', 'repair')).toEqual({ covered: 'not-agreed', boundary: null });
  });
});

describe('targets and people', () => {
  const target = (kind: string | null, priority: string | null, minutes: number) => ({
    measure: 'resolution' as const,
    kind,
    priority,
    amount: { minutes },
    clause: '5',
  });
  const terms: Terms = {
    ...empty,
    targets: [
      target(null, null, 1),
      target('incident', null, 2),
      target(null, 'high', 3),
      target('incident', 'high', 4),
    ],
    people: [{ contactId: 'nowak', may: ['ask', 'decide'], clause: '9' }],
  };
  it.each([
    ['kind and priority', 'incident', 'high', 4],
    ['kind before priority', 'incident', 'low', 2],
    ['priority', 'question', 'high', 3],
    ['neither', 'question', 'low', 1],
  ])('the target that says most: %s', (_, kind, priority, minutes) => {
    expect(targetFor(terms, 'resolution', kind, priority)?.amount).toEqual({ minutes });
  });
  it('none was agreed for this measure', () =>
    expect(targetFor(terms, 'first-response', 'incident', 'high')).toBeNull());
  it('who may decide, and who may not sign; an agreement without names leaves it open', () => {
    expect([
      mayPerson(terms, 'nowak', 'decide'),
      mayPerson(terms, 'nowak', 'sign'),
      mayPerson(terms, 'kowal', 'ask'),
      mayPerson(empty, 'kowal', 'ask'),
    ]).toEqual([true, false, false, null]);
  });
});

describe('terms as JSON', () => {
  it('what is left out is empty', () => expect(readTerms({})).toEqual({ ok: true, value: empty }));
  it.each<[string, unknown, [string, string][]]>([
    ['no object', [], [['', 'not-an-object']]],
    ['a misspelt field', { servces: [] }, [['servces', 'field-unknown']]],
    [
      'a clause is missing',
      { services: [{ tag: 'a', name: 'A', scope: 'in' }] },
      [['services[0].clause', 'text-missing']],
    ],
    [
      'hours that overlap nothing',
      { coverage: { zone: 'Europe/Warsaw', rules: { week: {} }, clause: '3' } },
      [['coverage.rules.week', 'no-hours']],
    ],
    [
      'a zone nobody knows',
      { coverage: { zone: 'Mars', rules: { week: { mon: [['09:00', '10:00']] } }, clause: '3' } },
      [['coverage.zone', 'zone-unknown']],
    ],
    [
      'half a minute',
      { allowances: [{ ...allowance, amount: 0.5 }] },
      [['allowances[0].amount', 'not-a-whole-number']],
    ],
    [
      'a currency in words',
      {
        prices: [
          { key: 'k', name: 'n', services: [], unit: 'hour', price: { minor: 1, currency: 'euro' }, clause: '6' },
        ],
      },
      [['prices[0].price.currency', 'not-a-currency']],
    ],
    [
      'both of two amounts',
      {
        targets: [{ measure: 'resolution', kind: null, priority: null, amount: { days: 1, minutes: 5 }, clause: '5' }],
      },
      [['targets[0].amount.minutes', 'field-unknown']],
    ],
    ['the same allowance twice', { allowances: [allowance, allowance] }, [['allowances[1]', 'stands-twice']]],
    [
      'several things at once',
      { people: [{ contactId: '', may: ['dance'], clause: '9' }], boundaries: {} },
      [
        ['boundaries', 'not-a-list'],
        ['people[0].contactId', 'text-missing'],
        ['people[0].may[0]', 'choice-unknown'],
      ],
    ],
  ])('%s', (_, given, problems) => {
    const read = readTerms(given);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.refusal.data.problems.map((p) => [p.row, p.code])).toEqual(problems);
  });
  it('a whole agreement is read as it stands', () => {
    const given = {
      ...empty,
      allowances: [allowance],
      coverage: { zone: 'Europe/Warsaw', rules: { week: { mon: [['09:00', '10:00']] } }, clause: '3' },
    };
    expect(readTerms(structuredClone(given))).toEqual({ ok: true, value: given });
  });
});
