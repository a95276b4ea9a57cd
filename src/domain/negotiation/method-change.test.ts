import { describe, expect, it } from 'vitest';
import { betweenWays } from './method-change.ts';
import { terms } from './terms.fixture.ts';

describe('S2: the agreed way against the wished one', () => {
  const eur = (minor: number, conditional?: 'tax') => ({
    label: 'work',
    minor,
    currency: 'EUR',
    ...(conditional ? { conditional } : {}),
  });
  const way = (more: Parameters<typeof terms>[0], meets: string[] = []) => ({ terms: terms(more), meets });

  it('[S2] dearer by all costs, also by one that arises only in some case', () => {
    const between = betweenWays(way({ costs: [eur(10_000)] }), way({ costs: [eur(10_000), eur(2_300, 'tax')] }));
    expect(between.cost).toEqual([{ currency: 'EUR', minor: 2_300 }]);
  });

  it('[S2] the date moves from the one to the other; a date that cannot be given is said so', () => {
    const agreed = way({ date: { kind: 'by-hand', at: 1_000 } });
    expect(betweenWays(agreed, way({ date: { kind: 'forecast', p50: 2_000, p90: 3_000 } })).date).toEqual({
      from: 1_000,
      to: 3_000,
    });
    expect(betweenWays(agreed, way({ date: { kind: 'none', why: 'no crew' } })).date.to).toBeNull();
  });

  it('[S2] what the agreed one already gives, what would be given up and what only the new one brings', () => {
    const between = betweenWays(way({}, ['line runs', 'no cost']), way({}, ['line runs', 'quiet']));
    expect(between).toMatchObject({ gives: ['line runs', 'no cost'], loses: ['no cost'], gains: ['quiet'] });
  });

  it('[S2] ways that cost the same do not differ in cost', () => {
    expect(betweenWays(way({ costs: [] }), way({ costs: [eur(0)] })).cost).toEqual([]);
  });
});
