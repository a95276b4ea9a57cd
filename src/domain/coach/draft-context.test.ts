import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { contextOf, type DraftFacts } from './draft-context.ts';
import { loadPack } from './packs/load.ts';
import { type Lang } from './types.ts';

const NOW = 1773219600_000; // Wednesday 11 March 2026, 09:00 UTC: ten o'clock in Warsaw
const SUMMER = 1782945000_000; // 1 July 2026, 22:30 UTC
const LATEST = 1774022400_000; // 20 March 2026, 16:00 UTC
const entry = { kind: 'condition', state: 'standing', text: '…', answer: null, value: null } as const;
const facts = (more: Partial<DraftFacts> = {}): DraftFacts => ({
  zone: 'Europe/Warsaw',
  author: { name: 'Adam', hours: 4, moneyMinor: 0, kinds: ['answer', 'visit', 'work'] },
  entries: [],
  products: [],
  ...more,
});
const rules = async (lang: Lang, draft: string, more: Partial<DraftFacts>, kind: 'reply' | 'offer' = 'reply') =>
  check(draft, contextOf(facts(more), kind, lang, NOW), await loadPack(lang)).findings.map((f) => f.rule);

describe('what the product knows becomes what the coach reads', () => {
  it('the author’s clock, with its offset, in summer and in winter', () => {
    expect(contextOf(facts(), 'reply', 'en', NOW).now).toBe('2026-03-11T10:00:00+01:00');
    expect(contextOf(facts(), 'reply', 'en', SUMMER).now).toBe('2026-07-02T00:30:00+02:00');
    expect(contextOf(facts({ zone: 'America/St_Johns' }), 'reply', 'en', NOW).now).toBe('2026-03-11T06:30:00-02:30');
  });

  it('[T15] hours beyond one’s own authority stop, hours within it do not', async () => {
    const draft = 'I will spend 6 hours of work on this free of charge.';
    expect(await rules('en', draft, {})).toContain('over-authority');
    const author = { name: 'Lena', hours: 16, moneyMinor: 100_000, kinds: ['work', 'free-work', 'discount'] } as const;
    expect(await rules('en', draft, { author })).toEqual([]);
  });

  it.each([
    ['en', 'The visit costs 90 euros, we will come on Friday.'],
    ['ru', 'Выезд стоит 90 евро, мы приедем в пятницу.'],
    ['pl', 'Wizyta kosztuje 90 euro, przyjedziemy w piątek.'],
    ['fr', 'La visite coûte 90 euros, nous viendrons vendredi.'],
  ] as const)('[L5] a typed condition “no cost” in %s is broken by a sum', async (lang, draft) => {
    const value = { kind: 'money', max: { minor: 0, currency: 'EUR' } } as const;
    expect(await rules(lang, draft, { entries: [{ ...entry, value }] }, 'offer')).toContain('condition-clash');
    expect(await rules(lang, draft, {}, 'offer')).toEqual([]);
  });

  it.each([
    ['en', 'We will repair the line by Friday 27 March.', 'We will repair the line by Monday 16 March.'],
    ['ru', 'Мы починим линию до 27 марта.', 'Мы починим линию до 16 марта.'],
    ['pl', 'Naprawimy linię do 27 marca.', 'Naprawimy linię do 16 marca.'],
    ['fr', 'Nous réparerons la ligne au plus tard le 27 mars.', 'Nous réparerons la ligne au plus tard le 16 mars.'],
  ] as const)('[L5] a promise after the latest date they allow, in %s', async (lang, late, inTime) => {
    const value = { kind: 'date', latest: LATEST } as const;
    const entries = [{ ...entry, text: '', value }];
    expect(await rules(lang, late, { entries })).toContain('condition-clash');
    expect(await rules(lang, inTime, { entries })).toEqual([]);
  });

  it('[L3] an answered question is a fact; a withdrawn or disputed entry holds nobody to anything', async () => {
    const question = { ...entry, kind: 'question', text: 'How many users work there?', answer: '40 users' } as const;
    const draft = 'How many users are there?';
    expect(await rules('en', draft, { entries: [{ ...question, state: 'answered' }] })).toContain('asked-again');
    expect(await rules('en', draft, { entries: [{ ...question, state: 'open', answer: null }] })).toEqual([]);
    const value = { kind: 'money', max: { minor: 0, currency: 'EUR' } } as const;
    for (const state of ['withdrawn', 'disputed'] as const)
      expect(
        await rules('en', 'We will come on Friday for 90 euros.', { entries: [{ ...entry, state, value }] }),
      ).toEqual([]);
  });

  it('[L4] what they own already is not offered again', async () => {
    const products = [{ name: 'Spare drive for line 2', from: 'Siemens' }];
    const draft = 'We could offer you a spare drive for line 2.';
    expect(await rules('en', draft, { products })).toContain('already-has');
  });
});
