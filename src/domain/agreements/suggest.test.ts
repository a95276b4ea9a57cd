import { describe, expect, it } from 'vitest';
import { parseTime } from '../calendar/time-text.ts';
import type { Instant } from '../shared/instant.ts';
import { type Ask, findAgainst, suggestReasonable } from './suggest.ts';
import { agreementAt, type AgreementVersion, type Terms } from './terms.ts';

const at = (typed: string): Instant => parseTime(typed, 'Europe/Warsaw')?.instant ?? NaN;
const office = [['09:00', '18:00']] as const;
const eur = (minor: number) => ({ minor, currency: 'EUR' });

const terms: Terms = {
  coverage: {
    zone: 'Europe/Warsaw',
    rules: {
      week: { mon: office, tue: office, wed: office, thu: office, fri: office },
      closed: { '2026-05-01': { name: 'Labour Day', source: 'PL' } },
    },
    clause: '3.1',
  },
  services: [
    { tag: 'line-repair', name: 'Repair of the line', scope: 'in', clause: '2.1' },
    { tag: 'training', name: 'Training', scope: 'in', clause: '2.2' },
    { tag: 'moving', name: 'Moving of machines', scope: 'out', clause: '2.9' },
  ],
  allowances: [
    {
      key: 'hours',
      name: 'Support hours',
      unit: 'minutes',
      amount: 600,
      per: 'month',
      services: ['line-repair'],
      carryOver: null,
      overage: { price: eur(12_000), per: 60, step: 15 },
      clause: '4.2',
    },
  ],
  prices: [
    { key: 'moving', name: 'Moving', services: ['moving'], unit: 'hour', price: eur(9_000), clause: '6.3' },
    { key: 'training', name: 'Training day', services: ['training'], unit: 'day', price: eur(80_000), clause: '6.4' },
    { key: 'rest', name: 'Work outside the agreement', services: [], unit: 'hour', price: eur(15_000), clause: '6.9' },
  ],
  targets: [],
  boundaries: [],
  people: [],
};
const version: AgreementVersion = {
  id: 'a',
  version: 1,
  title: 'Service 2026',
  validFrom: at('2026-01-01'),
  validTo: null,
  terms,
};
const now = at('2026-03-12T12:00');
const saturday = { from: at('2026-03-14'), to: at('2026-03-15'), grain: 'day' } as const;
const friday = { from: at('2026-03-13'), to: at('2026-03-14'), grain: 'day' } as const;
const evening = { from: at('2026-03-13T17:00'), to: at('2026-03-13T20:00') } as const;
const usage = [{ at: at('2026-03-03T10:00'), minutes: 570, cases: 1, service: 'line-repair' }];

describe('what the agreement says about a request', () => {
  it.each<[string, Ask, string, string | null, string | null, string]>([
    [
      'Saturday, and coverage is Monday to Friday',
      { askedWindow: saturday },
      'no',
      'outside-hours',
      '3.1',
      'outside-hours',
    ],
    [
      'a closed Friday',
      { askedWindow: { from: at('2026-05-01'), to: at('2026-05-02'), grain: 'day' } },
      'no',
      'outside-hours',
      '3.1',
      'outside-hours',
    ],
    [
      '17:00 to 20:00, of which two hours are outside',
      { askedWindow: evening },
      'no',
      'outside-hours',
      '3.1',
      'partly-outside-hours',
    ],
    [
      'some time on Friday, and that it is covered is not known',
      { askedWindow: friday },
      'unknown',
      null,
      '3.1',
      'inside-hours',
    ],
    ['a service in scope', { scopeTags: ['line-repair'] }, 'yes', null, '2.1', 'in-scope'],
    [
      'a service in scope on a covered day',
      { scopeTags: ['line-repair'], askedWindow: friday },
      'yes',
      null,
      '2.1',
      'in-scope',
    ],
    ['a service out of scope', { scopeTags: ['moving'] }, 'no', 'outside-scope', '2.9', 'out-of-scope'],
    ['one in and one out', { scopeTags: ['line-repair', 'moving'] }, 'no', 'outside-scope', '2.9', 'out-of-scope'],
    ['a service nobody wrote down', { scopeTags: ['painting'] }, 'unknown', null, null, 'scope-not-listed'],
    [
      'one in and one not written down',
      { scopeTags: ['line-repair', 'painting'] },
      'unknown',
      null,
      null,
      'scope-not-listed',
    ],
    [
      'half an hour, half an hour left',
      { scopeTags: ['line-repair'], hoursAsked: 0.5, usage },
      'yes',
      null,
      '2.1',
      'in-scope',
    ],
    [
      'one minute more than is left',
      { scopeTags: ['line-repair'], hoursAsked: 31 / 60, usage },
      'no',
      'over-allowance',
      '4.2',
      'over-allowance',
    ],
    [
      'free, what the allowance pays for',
      { scopeTags: ['line-repair'], asksFree: true },
      'yes',
      null,
      '2.1',
      'in-scope',
    ],
    [
      'free, what has a price',
      { scopeTags: ['training'], asksFree: true },
      'no',
      'free-of-charge',
      '6.4',
      'free-of-charge',
    ],
    ['free, and nobody knows what', { asksFree: true }, 'unknown', null, null, 'nothing-to-compare'],
    [
      'it would harm someone else',
      { scopeTags: ['line-repair'], harms: 'the neighbour’s line' },
      'no',
      'harms-someone-else',
      null,
      'harms-someone-else',
    ],
    ['nothing said', {}, 'unknown', null, null, 'nothing-to-compare'],
  ])('[T3] %s', (_, ask, reasonable, kind, clause, code) => {
    expect(suggestReasonable(version, ask, now)).toMatchObject({ reasonable, kind, clause, explain: { code } });
  });

  it('[T3] without an agreement nothing is claimed', () => {
    expect(suggestReasonable(null, { askedWindow: saturday }, now)).toMatchObject({
      reasonable: 'unknown',
      explain: { code: 'no-agreement' },
    });
    expect(suggestReasonable(null, { harms: 'someone' }, now)).toMatchObject({
      reasonable: 'no',
      kind: 'harms-someone-else',
    });
  });

  it('[T3] an agreement about hours alone says yes to a covered day', () => {
    const hoursOnly = { ...version, terms: { ...terms, services: [] } };
    expect(suggestReasonable(hoursOnly, { askedWindow: friday }, now)).toMatchObject({
      reasonable: 'yes',
      clause: '3.1',
    });
  });

  it('[T3] every reason is found, the weightiest first: Saturday work on something out of scope, for nothing', () => {
    const found = findAgainst(version, { askedWindow: saturday, scopeTags: ['moving'], asksFree: true }, now);
    expect(found.map((f) => [f.kind, f.clause])).toEqual([
      ['outside-scope', '2.9'],
      ['outside-hours', '3.1'],
      ['free-of-charge', '6.3'],
    ]);
  });

  it('[T3] the weekend at no charge: the price of work outside the agreement is named', () => {
    const found = findAgainst(version, { askedWindow: saturday, asksFree: true }, now);
    expect(found.map((f) => [f.kind, f.clause])).toEqual([
      ['outside-hours', '3.1'],
      ['free-of-charge', '6.9'],
    ]);
  });
});

describe('the version in force', () => {
  const second = { ...version, version: 2, validFrom: at('2026-04-01') };
  const annex = {
    ...version,
    id: 'b',
    title: 'Annex',
    validFrom: at('2026-04-01'),
    validTo: at('2026-05-01'),
    version: 3,
  };
  it.each([
    ['before any', [version], '2025-12-31', null],
    ['an old request is judged by the old words', [second, version], '2026-03-31T23:59', 1],
    ['the new one from its first instant', [second, version], '2026-04-01', 2],
    ['an annex of the same day with a higher number', [annex, second, version], '2026-04-10', 3],
    ['an annex that ended', [annex, second, version], '2026-05-01', 2],
  ])('%s', (_, versions, t, no) => expect(agreementAt(versions, at(t))?.version ?? null).toBe(no));
});
