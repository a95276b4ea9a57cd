import { describe, expect, it } from 'vitest';
import { explainWords } from '../src/domain/agreements/explain.ts';
import { type Ask, suggestReasonable } from '../src/domain/agreements/suggest.ts';
import { type AgreementVersion, type Terms } from '../src/domain/agreements/terms.ts';
import { parseTime } from '../src/domain/calendar/time-text.ts';
import { formatMessage } from '../src/messages/format.ts';
import { catalogue, LANGS } from './support/catalogues.ts';

const at = (typed: string): number => parseTime(typed, 'Europe/Warsaw')?.instant ?? NaN;
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
  services: [],
  allowances: [
    {
      key: 'hours',
      name: 'Support hours',
      unit: 'minutes',
      amount: 600,
      per: 'month',
      services: null,
      carryOver: null,
      overage: { price: eur(12_000), per: 60, step: 15 },
      clause: '4.2',
    },
  ],
  prices: [{ key: 't', name: 'Training day', services: ['training'], unit: 'day', price: eur(80_000), clause: '6.4' }],
  targets: [],
  boundaries: [],
  people: [],
};
const version: AgreementVersion = {
  id: 'a',
  version: 1,
  title: 'A',
  validFrom: at('2026-01-01'),
  validTo: null,
  terms: { ...terms, allowances: [] },
};
const counted: AgreementVersion = { ...version, terms };
const now = at('2026-03-12T12:00');
const saturday = { from: at('2026-03-14'), to: at('2026-03-15'), grain: 'day' } as const;
const usage = [{ at: at('2026-03-03T10:00'), minutes: 570, cases: 1, service: null }];

describe('what the agreement says, in the reader’s words', () => {
  const say = (ask: Ask, locale: string): string => {
    const { explain } = suggestReasonable(ask.usage ? counted : version, ask, now);
    const made = formatMessage(
      catalogue(locale)[`agreements.suggest.${explain.code}`] ?? '',
      locale,
      explainWords(explain, locale),
    );
    return made.replace(/[\u00a0\u202f\u2009]/g, ' ');
  };
  it.each([
    ['en', 'Asked for Saturday, March 14; coverage is Mon–Fri 09:00–18:00.'],
    ['ru', 'Запрошенное время: суббота, 14 марта; часы по договору: пн–пт 09:00–18:00.'],
    ['pl', 'Prośba dotyczy terminu: sobota, 14 marca; godziny z umowy: pon.–pt. 09:00–18:00.'],
    ['fr', 'Demandé pour samedi 14 mars ; horaires couverts : lun.–ven. 09:00–18:00.'],
  ])('[T3] Saturday in %s', (locale, text) => expect(say({ askedWindow: saturday }, locale)).toBe(text));

  it.each<[string, Ask, string]>([
    [
      'a weekend',
      { askedWindow: { ...saturday, to: at('2026-03-16') } },
      'Asked for Saturday, March 14 – Sunday, March 15; coverage is Mon–Fri 09:00–18:00.',
    ],
    [
      'a time',
      { askedWindow: { from: at('2026-03-13T20:00'), to: at('2026-03-13T22:00') } },
      'Asked for Friday, March 13, 20:00 – 22:00; coverage is Mon–Fri 09:00–18:00.',
    ],
    [
      'a holiday',
      { askedWindow: { from: at('2026-05-01'), to: at('2026-05-02'), grain: 'day' } },
      'Asked for Friday, May 1 (Labour Day); coverage is Mon–Fri 09:00–18:00.',
    ],
    [
      'the allowance',
      { hoursAsked: 1.75, usage },
      'Support hours: asked for 1 hr 45 min, 30 min left, so 1 hr 15 min over (€150.00).',
    ],
    [
      'free of charge',
      { scopeTags: ['training'], asksFree: true },
      'Asked free of charge; the price is €800.00 (Training day).',
    ],
  ])('[T3] %s', (_, ask, text) => expect(say(ask, 'en')).toBe(text));

  it('has a message for every code in every language', () => {
    const codes = [
      'no-agreement',
      'nothing-to-compare',
      'outside-hours',
      'partly-outside-hours',
      'inside-hours',
      'out-of-scope',
      'in-scope',
      'scope-not-listed',
      'over-allowance',
      'free-of-charge',
      'harms-someone-else',
    ];
    for (const lang of LANGS) {
      expect(Object.keys(catalogue(lang))).toEqual(expect.arrayContaining(codes.map((c) => `agreements.suggest.${c}`)));
    }
  });
});
